"""The second step: set up, asked for, never guessed, helped by the operator."""

import re
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from cms.accounts.limits import CODE, CODE_KNOWN
from tests.accounts.people import (
    CODE as CODE_STEP,
)
from tests.accounts.people import (
    SECRET,
    code_now,
    is_signed_in,
    make_person,
    recovery_codes,
    sign_in,
    with_app,
)

pytestmark = pytest.mark.django_db
SET_UP = "/admin/account/two-step/app/"
REMOVE = "/admin/account/two-step/app/remove/"
CODES = "/admin/account/two-step/codes/"


@pytest.fixture
def ana(db):
    return with_app(make_person())


def test_a_person_sets_it_up_and_gets_recovery_codes(client):
    user = make_person()
    sign_in(client)
    page = client.get(SET_UP)
    secret = re.search(r'readonly value="([A-Z2-7]+)"', page.text).group(1)

    answer = client.post(SET_UP, {"code": code_now(secret=secret)}, follow=True)

    assert "data:image/svg+xml;base64," in page.text
    assert answer.redirect_chain[-1][0] == CODES
    assert [code in answer.text for code in recovery_codes(user)] == [True] * 10


def test_a_wrong_first_code_sets_nothing_up(client):
    make_person()
    sign_in(client)
    client.get(SET_UP)
    client.post(SET_UP, {"code": "000000"})

    assert not Authenticator.objects.exists()


def test_the_password_alone_opens_nothing(client, ana):
    answer = sign_in(client)

    assert answer.url == CODE_STEP
    assert not is_signed_in(client)
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_password_and_code_open_also_when_a_clock_is_off(client, ana, steps):
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now(steps)})

    assert is_signed_in(client)


def test_an_old_code_does_not_open(client, ana):
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now(-4)})

    assert not is_signed_in(client)


def test_a_code_opens_once_in_any_process(client, ana):
    code, second = code_now(), Client()
    sign_in(client)
    client.post(CODE_STEP, {"code": code})

    from django.core.cache import cache

    cache.clear()  # another process remembers nothing
    sign_in(second)
    answer = second.post(CODE_STEP, {"code": code})

    assert is_signed_in(client)
    assert not is_signed_in(second)
    assert "used already" in answer.text


def test_a_recovery_code_opens_once(client, ana):
    code, second = recovery_codes(ana)[3], Client()
    for browser in (client, second):
        sign_in(browser)
        browser.post(CODE_STEP, {"code": code})

    assert (is_signed_in(client), is_signed_in(second)) == (True, False)
    assert len(recovery_codes(ana)) == 9


def test_codes_cannot_be_guessed_from_many_addresses(ana):
    for number in range(CODE.attempts):
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(browser)
        browser.post(CODE_STEP, {"code": "000000"})
    late = Client(REMOTE_ADDR="198.51.100.1")
    sign_in(late)
    answer = late.post(CODE_STEP, {"code": code_now()})

    assert "too many attempts" in answer.text
    assert not is_signed_in(late)


def test_the_owners_browser_has_a_count_of_its_own(client, ana):
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now()})
    client.post("/admin/logout/")
    for number in range(CODE.attempts + 1):
        stranger = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(stranger)
        stranger.post(CODE_STEP, {"code": "000000"})
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now(1)})

    assert is_signed_in(client)
    assert CODE_KNOWN.attempts == 10


def test_the_second_step_cannot_be_reached_without_the_first(client, ana):
    answer = client.post(CODE_STEP, {"code": code_now()})

    assert answer.url == "/admin/login/"
    assert not is_signed_in(client)


def test_sessions_that_began_before_it_was_set_up_end(client, monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda call: call())
    make_person()
    thief = Client()
    sign_in(thief)
    sign_in(client)
    page = client.get(SET_UP)
    secret = re.search(r'readonly value="([A-Z2-7]+)"', page.text).group(1)
    client.post(SET_UP, {"code": code_now(secret=secret)})

    assert client.get("/admin/account/").status_code == 200
    assert thief.get("/admin/account/").status_code == 302


def test_removing_it_needs_a_fresh_proof(client, ana, monkeypatch):
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now()})
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()

    asked = client.post(REMOVE)
    tried_by_password = client.get("/admin/login/confirm/")

    assert asked.url.startswith("/admin/login/confirm/code/")
    assert tried_by_password.url.startswith("/admin/login/confirm/code/")
    assert Authenticator.objects.filter(type="totp").exists()

    client.post(asked.url, {"code": code_now(1)})
    assert not Authenticator.objects.filter(type="totp").exists()


def test_nothing_in_the_database_tells_the_secret(ana):
    stored = [
        str(data) for data in Authenticator.objects.values_list("data", flat=True)
    ]

    assert not any(SECRET in text for text in stored)


def test_a_former_key_is_still_read_and_a_lost_one_opens_nothing(
    client, ana, settings, caplog
):
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-" + "y" * 40
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now()})
    assert not is_signed_in(client)
    assert "reset_second_factor" in caplog.text

    settings.SECRET_KEY_FALLBACKS = [old]
    client.post(CODE_STEP, {"code": code_now(1)})
    assert is_signed_in(client)


def test_the_operator_helps_whoever_lost_everything(client, ana):
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now()})
    told = StringIO()
    call_command("reset_second_factor", "ana", "--dry-run", stdout=told)
    assert Authenticator.objects.count() == 2

    call_command("reset_second_factor", "ana", stdout=told)

    assert "would be taken away" in told.getvalue()
    assert not Authenticator.objects.exists()
    assert client.get("/admin/account/").status_code == 302
    assert sign_in(client).url == "/admin/"
    with pytest.raises(CommandError, match="no account “nobody”"):
        call_command("reset_second_factor", "nobody")


def test_the_code_that_set_it_up_does_not_sign_in_again(client):
    make_person()
    sign_in(client)
    secret = re.search(r'readonly value="([A-Z2-7]+)"', client.get(SET_UP).text)[1]
    code, thief = code_now(secret=secret), Client()
    client.post(SET_UP, {"code": code})
    sign_in(thief)
    thief.post(CODE_STEP, {"code": code})

    assert not is_signed_in(thief)
