"""The one way in: limited, silent about who exists, and the same for everybody."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cms.accounts.limits import SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, SIGN_IN_HERE
from cms.accounts.models import AttemptCount
from tests.accounts.people import (
    PASSWORD,
    SIGN_IN,
    is_signed_in,
    make_person,
    sign_in,
    text_of,
)

pytestmark = pytest.mark.django_db
WRONG = "The user name or the password is not right."
ELSEWHERE = "198.51.100.7"


def fail(client: Client, times: int, login: str = "ana", **extra):
    """Guess wrongly some times; return the last answer."""
    for number in range(times):
        answer = sign_in(client, login, f"guess {number}", **extra)
    return answer


def test_the_admin_has_one_sign_in_form(client):
    asked = client.get("/admin/pages/")

    assert asked.url == f"{SIGN_IN}?next=/admin/pages/"
    assert reverse("wagtailadmin_login") == reverse("account_login") == SIGN_IN
    assert client.get("/login/?next=/x/").url == f"{SIGN_IN}?next=/x/"
    assert 'name="login"' in client.get(asked.url).text


@pytest.mark.parametrize("login", ["ana", "ANA", "ana@example.org"])
def test_a_person_signs_in_by_name_or_mail_and_goes_where_they_wanted(client, login):
    make_person()

    answer = client.post(
        SIGN_IN, {"login": login, "password": PASSWORD, "next": "/admin/pages/"}
    )

    assert (answer.status_code, answer.url) == (302, "/admin/pages/")
    assert is_signed_in(client)


def test_another_site_is_never_where_a_sign_in_leads(client):
    make_person()

    answer = client.post(
        SIGN_IN,
        {"login": "ana", "password": PASSWORD, "next": "https://evil.example/"},
    )

    assert answer.url == "/admin/"


def test_nobody_makes_an_account_for_themselves(client):
    make_person("admin", is_superuser=True)
    new = {"username": "eve", "email": "eve@example.org", "password1": PASSWORD}
    assert "sign up" not in client.get(SIGN_IN).text.lower()
    sign_in(client, "admin")

    for path in ("/admin/signup/", "/admin/login/signup/", "/admin/account/email/new/"):
        assert client.post(path, {**new, "password2": PASSWORD}).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert get_user_model().objects.count() == 1


def test_the_sixth_guess_is_refused_with_the_time_to_wait(client):
    make_person()
    fifth = fail(client, SIGN_IN_HERE.attempts)
    sixth = sign_in(client)  # the right password does not help now

    assert WRONG in fifth.text
    assert fifth.status_code == 200
    assert "There were too many attempts. Try again in 15 minutes." in text_of(sixth)
    assert sixth.status_code == 429
    assert 0 < int(sixth["Retry-After"]) <= 15 * 60
    assert not is_signed_in(client)


def test_after_the_wait_the_right_password_works(client):
    make_person()
    fail(client, SIGN_IN_HERE.attempts + 1)
    AttemptCount.objects.update(expires_at="2020-01-01T00:00:00Z")

    assert sign_in(client).status_code == 302


@pytest.mark.parametrize("login", ["ana", "nobody", "nobody@example.org"])
def test_who_exists_is_told_by_no_word_and_no_status(client, login):
    make_person()
    answers = [sign_in(client, login, f"guess {number}") for number in range(7)]

    told = [
        (answer.status_code, WRONG in answer.text, "too many attempts" in answer.text)
        for answer in answers
    ]
    assert told == [(200, True, False)] * 5 + [(429, False, True)] * 2


def test_another_spelling_of_a_name_is_the_same_account(client):
    make_person("kim")
    for login in ("kim", "KIM", "Kim", "kim@example.org", "KIM@example.org"):
        sign_in(client, login, "a guess")

    assert sign_in(client, "kIm", "a guess").status_code == 429


def test_the_count_lies_in_the_database_for_all_processes_and_restarts(client):
    make_person()
    fail(client, SIGN_IN_HERE.attempts)

    from django.core.cache import cache

    cache.clear()  # a restart

    assert sign_in(Client(), "ana", "a guess").status_code == 429
    assert AttemptCount.objects.count() == 3


def test_an_address_that_tries_many_accounts_is_refused(client):
    for number in range(SIGN_IN_ADDRESS.attempts):
        sign_in(client, f"person{number}", "a guess")

    assert sign_in(client, "one-more", "a guess").status_code == 429
    assert sign_in(client, "x", "a guess", REMOTE_ADDR=ELSEWHERE).status_code == 200


def test_many_addresses_that_try_one_account_are_refused(client):
    make_person()
    for number in range(SIGN_IN_ACCOUNT.attempts):
        sign_in(client, "ana", "a guess", REMOTE_ADDR=f"192.0.2.{number}")

    refused = sign_in(client, "ana", PASSWORD, REMOTE_ADDR=ELSEWHERE)

    assert refused.status_code == 429


def test_whoever_guesses_elsewhere_does_not_lock_the_owner_out(client):
    make_person()
    owner = Client()
    sign_in(owner)
    owner.post("/admin/logout/")
    for number in range(SIGN_IN_ACCOUNT.attempts + 1):
        sign_in(client, "ana", "a guess", REMOTE_ADDR=f"192.0.2.{number}")
    fail(client, SIGN_IN_HERE.attempts)  # also from the owner's own address

    assert sign_in(client).status_code == 429
    assert sign_in(owner).status_code == 302


def test_a_known_browser_may_not_guess_for_ever_either(client):
    make_person()
    sign_in(client)
    client.post("/admin/logout/")

    assert [fail(client, 10).status_code, fail(client, 1).status_code] == [200, 429]


def test_a_forged_cookie_makes_no_browser_known(client):
    make_person()
    client.cookies["known-browser"] = "eyIxIjoieCJ9:forged"
    fail(client, SIGN_IN_HERE.attempts)

    assert sign_in(client).status_code == 429


def test_own_successes_do_not_wipe_the_count_of_an_address(client):
    make_person("attacker")
    for number in range(SIGN_IN_ADDRESS.attempts):
        if number % 4 == 0:
            sign_in(Client(), "attacker")
        sign_in(client, f"person{number}", "a guess")

    assert sign_in(client, "person", "a guess").status_code == 429


def test_a_forwarded_header_of_a_stranger_names_no_address(client):
    make_person()
    for number in range(SIGN_IN_HERE.attempts + 1):
        answer = sign_in(
            client, "ana", "a guess", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}"
        )

    assert answer.status_code == 429


@pytest.mark.parametrize("login", ["a" * 300, "a\0b", "", " "])
def test_what_nobody_can_be_called_is_refused_without_an_error(client, login):
    answer = sign_in(client, login, "a guess")

    assert answer.status_code == 200
    assert not is_signed_in(client)


def test_an_account_that_is_switched_off_does_not_open(client):
    make_person(is_active=False)
    sign_in(client)

    assert not is_signed_in(client)


def test_an_account_without_rights_here_is_told_so_and_can_sign_out(client):
    make_person().user_permissions.clear()
    sign_in(client)
    answer = client.get("/admin/", follow=True)

    assert answer.status_code == 403
    assert "may not use the admin" in answer.text
    assert "/admin/logout/" in answer.text


@pytest.mark.parametrize(
    ("header", "words"),
    [("fr-BE,fr;q=0.9", 'lang="fr"'), ("ar", 'dir="rtl"'), ("xx", 'lang="en"')],
)
def test_the_form_speaks_the_browsers_language(client, header, words):
    assert words in client.get(SIGN_IN, HTTP_ACCEPT_LANGUAGE=header).text


def test_each_field_of_the_form_has_its_label(client):
    html = client.get(SIGN_IN).text

    for name in ("login", "password"):
        assert f'for="id_{name}"' in html
        assert f'id="id_{name}"' in html
    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html
