"""A browser that was left open changes nobody's account, password or rights."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail

from cms.accounts.limits import MAIL_CHANGE
from tests.accounts.people import PASSWORD, make_person, sign_in

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "the-old-mill-by-the-weir"


@pytest.fixture
def boss(client):
    """An administrator who is signed in in `client`."""
    boss = make_person("boss", is_superuser=True)
    sign_in(client, "boss")
    return boss


def grow_stale(client) -> None:
    """Let an hour pass since the last proof."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()


def form(user, **changed):
    """Return what Wagtail's form sends."""
    names = {"username": user.username, "first_name": "B", "last_name": "B"}
    return {**names, "email": user.email, "is_active": "on", **changed}


def test_a_stale_session_changes_no_password_and_keeps_none(client, boss):
    grow_stale(client)
    words = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    answer = client.post(f"/admin/users/edit/{boss.pk}/", form(boss, **words))
    boss.refresh_from_db()

    assert answer.url.startswith("/admin/login/confirm/?next=")
    assert boss.check_password(PASSWORD)
    assert NEW_PASSWORD not in str(dict(client.session))


@pytest.mark.parametrize(
    "path",
    ["/admin/users/new/", "/admin/groups/new/", "/admin/bulk/auth/user/assign_role/"],
)
def test_a_stale_session_makes_no_account_and_gives_no_rights(client, boss, path):
    grow_stale(client)

    answer = client.post(path, {"name": "Mayors"})

    assert answer.url.startswith("/admin/login/confirm/")
    assert not Group.objects.filter(name="Mayors").exists()


def test_what_was_sent_is_done_after_the_proof(client, boss):
    grow_stale(client)
    path = f"/admin/users/edit/{boss.pk}/"
    asked = client.post(path, form(boss, first_name="Bea"))
    client.post(asked.url, {"password": PASSWORD})
    boss.refresh_from_db()

    assert boss.first_name == "Bea"


def test_an_address_changed_in_wagtails_form_is_told_to_the_old_one(client, boss):
    ana = make_person()
    sent = form(ana, email="thief@example.net")
    client.post(f"/admin/users/edit/{ana.pk}/", sent)
    ana.refresh_from_db()

    assert ana.email == "thief@example.net"
    assert [mailed.to for mailed in mail.outbox] == [["ana@example.org"]]


def test_an_address_is_not_changed_back_and_forth_for_ever(client, boss):
    statuses = [
        client.post(
            "/admin/account/email/", {"email": f"b{number}@example.org"}
        ).status_code
        for number in range(MAIL_CHANGE.attempts + 1)
    ]

    assert statuses == [302] * MAIL_CHANGE.attempts + [429]
    assert len(mail.outbox) == MAIL_CHANGE.attempts
