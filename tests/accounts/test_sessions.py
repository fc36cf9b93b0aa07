"""Where an account is signed in, and how that ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.accounts.people import PASSWORD, make_person, sign_in

pytestmark = pytest.mark.django_db
SESSIONS = "/admin/account/sessions/"
NEW_PASSWORD = "the-old-mill-by-the-weir"


@pytest.fixture
def phone(client) -> Client:
    """A second browser of the person that `client` is signed in as."""
    make_person()
    other = Client(HTTP_USER_AGENT="Phone/1.0", REMOTE_ADDR="192.0.2.9")
    sign_in(client, HTTP_USER_AGENT="Desk/1.0")
    sign_in(other)
    return other


def is_in(browser: Client) -> bool:
    return browser.get("/admin/account/").status_code == 200


def test_the_list_shows_browser_address_and_times(client, phone):
    text = client.get(SESSIONS).text

    assert "Phone/1.0" in text
    assert "192.0.2.9" in text
    assert text.count("This one") == 1


def test_one_session_is_ended(client, phone):
    other = UserSession.objects.get(ip="192.0.2.9")
    client.post(SESSIONS, {"session": other.pk})

    assert (is_in(client), is_in(phone)) == (True, False)


def test_all_others_are_ended(client, phone):
    client.post(SESSIONS)

    assert (is_in(client), is_in(phone)) == (True, False)


@pytest.mark.parametrize("chosen", ["0", "x", "-1"])
def test_a_session_that_is_not_there_is_not_found(client, phone, chosen):
    assert client.post(SESSIONS, {"session": chosen}).status_code == 404


def test_nobody_ends_a_strangers_session(client, phone):
    make_person("eve")
    eve = Client()
    sign_in(eve, "eve")
    other = UserSession.objects.get(ip="192.0.2.9")

    assert eve.post(SESSIONS, {"session": other.pk}).status_code == 404
    assert "Phone/1.0" not in eve.get(SESSIONS).text
    assert is_in(phone)


def test_last_seen_is_kept_and_written_rarely(client, phone, django_assert_num_queries):
    long_ago = timezone.now() - timezone.timedelta(hours=1)
    UserSession.objects.update(last_seen_at=long_ago)
    is_in(phone)
    seen = UserSession.objects.get(ip="192.0.2.9").last_seen_at
    is_in(phone)

    assert seen > long_ago
    assert UserSession.objects.get(ip="192.0.2.9").last_seen_at == seen


def test_a_new_password_ends_the_other_sessions(client, phone):
    sent = {
        "oldpassword": PASSWORD,
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD,
    }
    client.post("/admin/account/password/", sent)

    assert (is_in(client), is_in(phone)) == (True, False)
    assert "password has been changed" in mail.outbox[-1].body


def test_the_old_password_cannot_be_guessed(client, phone):
    sent = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    for number in range(6):
        answer = client.post(
            "/admin/account/password/", {**sent, "oldpassword": f"guess {number}"}
        )
    client.post("/admin/account/password/", {**sent, "oldpassword": PASSWORD})

    assert "too many attempts" in answer.text
    assert get_user_model().objects.get().check_password(PASSWORD)


def test_a_mailed_link_sets_a_new_password_once_and_ends_all_sessions(client, phone):
    stranger = Client()
    answer = stranger.post("/admin/password_reset/", {"email": "ana@example.org"})
    link = next(
        word for word in mail.outbox[-1].body.split() if "/password_reset/key/" in word
    )
    form = stranger.get(link, follow=True)
    words = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    stranger.post(form.redirect_chain[-1][0], words)

    assert answer.url == "/admin/password_reset/done/"
    assert get_user_model().objects.get().check_password(NEW_PASSWORD)
    assert (is_in(client), is_in(phone), is_in(stranger)) == (False, False, False)
    again = Client().get(link, follow=True)
    assert 'name="password1"' not in again.text


def test_a_reset_says_the_same_for_an_address_that_nobody_has(client):
    make_person()
    answers = [
        client.post("/admin/password_reset/", {"email": f"{name}@example.org"})
        for name in ("ana", "nobody")
    ]

    assert answers[0].url == answers[1].url
    assert [mailed.to for mailed in mail.outbox] == [["ana@example.org"]]


def test_mails_for_a_reset_are_limited(client):
    make_person()
    statuses = [
        client.post("/admin/password_reset/", {"email": "ana@example.org"}).status_code
        for _time in range(5)
    ]

    assert statuses == [302, 302, 302, 429, 429]
    assert len(mail.outbox) == 3


def test_a_mail_server_that_is_away_makes_no_error(client, settings):
    make_person()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    answer = client.post("/admin/password_reset/", {"email": "ana@example.org"})

    assert answer.status_code == 302


def test_a_new_mail_address_is_told_to_the_old_one(client, phone):
    client.post("/admin/account/email/", {"email": "new@example.org"})

    assert get_user_model().objects.get().email == "new@example.org"
    assert mail.outbox[-1].to == ["ana@example.org"]


def test_a_new_mail_address_needs_a_fresh_proof(client, phone):
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    answer = client.post("/admin/account/email/", {"email": "new@example.org"})

    assert answer.url.startswith("/admin/login/confirm/")
    assert get_user_model().objects.get().email == "ana@example.org"


def test_wagtails_own_forms_change_neither_password_nor_mail(client, phone):
    text = client.get("/admin/account/").text

    for name in ("password-new_password1", "name_email-email"):
        assert f'name="{name}"' not in text
    for path in ("/admin/account/password/", "/admin/account/email/", SESSIONS):
        assert path in text


def test_a_mailed_link_leads_to_our_own_name_whatever_the_request_calls_us(client):
    make_person()
    client.post(
        "/admin/password_reset/", {"email": "ana@example.org"}, HTTP_HOST="localhost:1"
    )

    assert "http://cms.test/admin/password_reset/key/" in mail.outbox[-1].body
