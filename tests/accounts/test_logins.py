"""One account for what somebody types, and the same work whoever is meant."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from cms.accounts.limits import SIGN_IN_ACCOUNT
from tests.accounts.people import PASSWORD, SIGN_IN, is_signed_in, make_person, sign_in

pytestmark = pytest.mark.django_db
EMAIL = "/admin/account/email/"
BOSS = "rare-boss-password-7"


def make_boss(**fields):
    """Make an account that another one wants to get into."""
    boss = make_person("boss", **fields)
    boss.set_password(BOSS)
    boss.save()
    return boss


@pytest.mark.parametrize(
    "address", ["boss@example.org", "BOSS@Example.org", "chief@b.eu"]
)
def test_nobody_takes_the_address_that_means_somebody_else(client, address):
    eve = make_person("eve")
    make_boss()
    make_person("chief@b.eu")
    sign_in(client, "eve")
    answer = client.post(EMAIL, {"email": address})
    eve.refresh_from_db()

    assert "already registered" in answer.text
    assert eve.email == "eve@example.org"


def test_wagtails_form_gives_no_address_twice(admin_client):
    make_boss()
    admin_client.post("/admin/logout/")
    sign_in(admin_client, "admin", "password")
    sent = {
        "username": "eve",
        "email": "Boss@example.org",
        "first_name": "E",
        "last_name": "V",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    refused = admin_client.post("/admin/users/new/", sent)
    taken = admin_client.post("/admin/users/new/", {**sent, "email": "Eve@example.org"})

    assert "already registered" in refused.text
    assert taken.status_code == 302
    assert sign_in(Client(), "eve@example.org").status_code == 302


def test_a_shared_address_of_old_gives_nobody_more_guesses():
    eve, boss = make_person("eve"), make_boss()
    eve.email = boss.email
    eve.save()
    statuses = []
    for number in range(SIGN_IN_ACCOUNT.attempts // 5 + 2):
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(browser, "eve")
        browser.post("/admin/logout/")
        for guess in range(5):
            answer = sign_in(browser, boss.email, f"guess {guess}")
        statuses.append(answer.status_code)
    sign_in(browser, boss.email, BOSS)
    by_name = Client()
    sign_in(by_name, "boss", BOSS)

    assert statuses[-1] == 429
    assert not is_signed_in(browser)
    assert is_signed_in(by_name)


@pytest.mark.parametrize(
    "typed", ["Kim@example.org", "kim@example.org", "KIM@EXAMPLE.ORG"]
)
def test_an_address_stored_in_mixed_case_signs_in_and_is_reset(client, typed):
    kim = make_person("kim")
    kim.email = "Kim@example.org"
    kim.save()
    client.post("/admin/password_reset/", {"email": typed})
    sign_in(client, typed)

    assert [mailed.to for mailed in mail.outbox] == [["Kim@example.org"]]
    assert is_signed_in(client)


def test_an_address_is_stored_in_small_letters(client):
    ana = make_person()
    sign_in(client)
    client.post(EMAIL, {"email": "Ana.New@Example.org"})
    ana.refresh_from_db()

    assert ana.email == "ana.new@example.org"


def test_names_that_differ_by_case_alone_are_two_accounts():
    one, other = make_person("Kim"), make_person("kim")
    browsers = Client(), Client()
    sign_in(browsers[0], "Kim")
    sign_in(browsers[1], "kim")

    keys = [browser.session["_auth_user_id"] for browser in browsers]
    assert keys == [str(one.pk), str(other.pk)]


def test_each_sign_in_hashes_one_password_whoever_is_meant(client, monkeypatch):
    make_person()
    make_person("off", is_active=False)
    for name in ("one", "two"):
        person = make_person(name)
        person.email = "shared@example.org"
        person.save()
    hashed = []
    encode = MD5PasswordHasher.encode

    def counted(self, password, salt):
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    counts = {}
    logins = ["ana", "ana@example.org", "ANA", "off", "off@example.org"]
    for login in [*logins, "shared@example.org", "nobody", "nobody@example.org"]:
        hashed.clear()
        client.post(SIGN_IN, {"login": login, "password": "a guess"})
        counts[login] = len(hashed)

    assert set(counts.values()) == {1}, counts
