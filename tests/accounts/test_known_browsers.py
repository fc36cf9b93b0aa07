"""A browser that is known helps the owner, and nobody who had the password once."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from cms.accounts.limits import (
    CODE,
    CODE_KNOWN_DAY,
    SIGN_IN_HERE,
    SIGN_IN_KNOWN_ALL,
)
from cms.accounts.models import AttemptCount
from tests.accounts.people import CODE as CODE_STEP
from tests.accounts.people import (
    PASSWORD,
    code_now,
    make_person,
    recovery_codes,
    sign_in,
    with_app,
)

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "the-old-mill-by-the-weir"


def known_browser(**extra) -> Client:
    """Return a browser that signed in and out again."""
    browser = Client(**extra)
    sign_in(browser)
    browser.post("/admin/logout/")
    return browser


def wrong_codes(browser: Client, times: int) -> int:
    """Sign in and try codes; return how many were refused unread."""
    sign_in(browser)
    answers = [browser.post(CODE_STEP, {"code": f"{n:06}"}) for n in range(times)]
    return sum("too many attempts" in answer.text for answer in answers)


def minutes_pass() -> None:
    """Forget what is counted for a quarter of an hour, and keep the rest."""
    soon = timezone.now() + timedelta(minutes=16)
    AttemptCount.objects.filter(expires_at__lt=soon).delete()


def test_browsers_that_a_thief_made_known_guess_no_code_of_a_new_app():
    ana = make_person()
    browsers = [known_browser(REMOTE_ADDR="198.51.100.9") for _number in range(4)]
    with_app(ana)

    refused = sum(wrong_codes(browser, 5) for browser in browsers)

    assert refused == 4 * 5 - CODE.attempts


def test_a_known_browser_guesses_no_more_codes_in_a_day_than_a_stranger():
    ana = with_app(make_person())
    browser = Client()
    sign_in(browser)
    browser.post(CODE_STEP, {"code": code_now()})
    browser.post("/admin/logout/")
    refused = 0
    for _window in range(5):
        minutes_pass()
        refused += wrong_codes(browser, 10)

    assert refused == 5 * 10 - CODE_KNOWN_DAY.attempts
    assert recovery_codes(ana)


def test_all_known_browsers_of_an_account_share_a_limit(client):
    make_person()
    browsers = [known_browser() for _number in range(4)]
    statuses = [
        sign_in(browser, "ana", f"guess {number}").status_code
        for browser in browsers
        for number in range(10)
    ]

    assert statuses.count(200) == SIGN_IN_KNOWN_ALL.attempts


def test_a_new_password_makes_every_other_browser_a_stranger(client):
    make_person()
    thief = known_browser(REMOTE_ADDR="198.51.100.9")
    sign_in(client)
    words = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    client.post("/admin/account/password/", {"oldpassword": PASSWORD, **words})
    client.post("/admin/logout/")

    def refusals(browser: Client) -> int:
        answers = [sign_in(browser, "ana", f"guess {n}") for n in range(10)]
        return [answer.status_code for answer in answers].count(429)

    assert refusals(thief) == 10 - SIGN_IN_HERE.attempts
    assert refusals(client) == 0  # the one in which it was changed stays known


def test_a_cookie_of_another_form_makes_no_browser_known(client):
    from django.core import signing

    from cms.accounts.known_browsers import SALT

    make_person()
    pk = str(get_user_model().objects.get().pk)
    for known in ({pk: "a-name"}, {pk: ["a-name"]}, {pk: ["a", "b"]}, [pk]):
        client.cookies["known-browser"] = signing.dumps(known, salt=SALT)
        for _time in range(SIGN_IN_HERE.attempts):
            answer = sign_in(client, "ana", "a guess")

    assert answer.status_code == 429
