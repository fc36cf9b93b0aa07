"""Where a group asks for a second factor, nothing else opens before it is set up."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, resolve

from cms.accounts.middleware import OPEN
from cms.accounts.models import SecondFactorRule
from tests.accounts.people import CODE as CODE_STEP
from tests.accounts.people import code_now, make_person, sign_in, with_app
from tests.factories.media import make_document, make_image

pytestmark = pytest.mark.django_db
SET_UP = "/admin/account/two-step/app/"
FILLERS = {
    "int": "1",
    "str": "core",
    "slug": "core",
    "path": "x",
    "uuid": "7d444840-9dc0-11d1-b245-5ffdce74fad2",
}


@pytest.fixture
def asked(client) -> Client:
    """A signed-in member of a group whose rule came after the sign-in."""
    ana = make_person("ana", "Mayors")
    sign_in(client)
    SecondFactorRule.objects.create(group=ana.groups.get())
    return client


def routes(patterns: list[Any], before: str = "/") -> Iterator[str]:
    """Return an address of everything that can be asked for."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            filled = re.sub(
                r"<(?:(\w+):)?\w+>", lambda part: FILLERS[part[1] or "str"], path
            )
            if not re.search(r"[()^\\$]", filled):
                yield filled


def closed_addresses() -> list[str]:
    """Return every address of the admin that has to be closed."""
    return sorted({path for path in all_addresses() if not is_open(path)})


def all_addresses() -> set[str]:
    found = routes(get_resolver().url_patterns)
    return {path for path in found if path.startswith("/admin/")}


def is_open(path: str) -> bool:
    return resolve(path).view_name in OPEN


def test_only_these_are_open():
    assert {path for path in all_addresses() if is_open(path)} == {
        "/admin/account/password/",
        SET_UP,
        "/admin/jsi18n/",
        "/admin/login/",
        "/admin/login/code/",
        "/admin/login/confirm/",
        "/admin/login/confirm/code/",
        "/admin/login/end/",
        "/admin/logout/",
        "/admin/password_reset/",
        "/admin/password_reset/complete/",
        "/admin/password_reset/done/",
        "/admin/sprite/",
    }


def test_every_address_of_the_admin_leads_to_the_set_up(asked):
    paths = closed_addresses()
    answers = {(path, asked.get(path).headers.get("Location")) for path in paths}

    assert len(paths) > 250
    assert {path for path, location in answers if location != SET_UP} == set()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_before_it(asked, method):
    for path in closed_addresses():
        answer = getattr(asked, method)(path)
        assert (answer.status_code, answer["Content-Type"]) == (
            403,
            "text/plain; charset=utf-8",
        ), path


def test_scripts_are_told_in_words(asked):
    answer = asked.get(
        "/admin/api/main/pages/", headers={"X-Requested-With": "XMLHttpRequest"}
    )

    assert answer.status_code == 403
    assert answer.text == "Set up the second step of signing in before you go on."


@pytest.mark.parametrize(
    "path", ["/admin//pages/", "/admin/../admin/pages/", "/ADMIN/"]
)
def test_other_spellings_open_nothing(asked, path):
    assert asked.get(path).status_code in (302, 404)
    assert "Pages" not in asked.get(path).text


def test_files_for_signed_in_people_stay_closed_too(asked):
    assert asked.get(make_image().file.url).status_code == 302
    assert asked.get(make_document().url).status_code == 302


def test_setting_it_up_opens_everything(asked):
    page = asked.get(SET_UP)
    secret = re.search(r'readonly value="([A-Z2-7]+)"', page.text).group(1)
    asked.post(SET_UP, {"code": code_now(secret=secret)})

    assert asked.get("/admin/account/").status_code == 200


def test_a_member_with_a_second_factor_is_not_stopped(client):
    ana = with_app(make_person("ana", "Mayors"))
    SecondFactorRule.objects.create(group=ana.groups.get())
    sign_in(client)
    client.post(CODE_STEP, {"code": code_now()})

    assert client.get("/admin/account/").status_code == 200


def test_others_are_not_asked(client):
    make_person("ana", "Clerks")
    SecondFactorRule.objects.create(group=Group.objects.create(name="Mayors"))
    sign_in(client)

    assert client.get("/admin/account/").status_code == 200


@pytest.mark.parametrize(("asks", "status"), [(True, 302), (False, 200)])
def test_administrators_are_asked_by_a_setting(client, settings, asks, status):
    settings.SUPERUSER_SECOND_FACTOR = asks
    make_person(is_superuser=True)
    sign_in(client)

    assert client.get("/admin/account/").status_code == status


def test_recovery_codes_alone_do_not_count(asked):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from django.contrib.auth import get_user_model

    RecoveryCodes.activate(get_user_model().objects.get())

    assert asked.get("/admin/account/").url == SET_UP


def test_an_administrator_ticks_it_on_the_group(admin_client):
    admin_client.post("/admin/logout/")
    sign_in(admin_client, "admin", "password")
    group = Group.objects.create(name="Mayors")
    path = f"/admin/groups/edit/{group.pk}/"
    prefixes = re.findall(r'name="([\w-]+)-TOTAL_FORMS"', admin_client.get(path).text)
    sent = {"name": "Mayors"}
    for prefix in prefixes:
        sent |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}

    admin_client.post(path, {**sent, "second_factor-is_required": "on"})
    ticked = SecondFactorRule.objects.filter(group=group).exists()
    shown = admin_client.get(path).text
    admin_client.post(path, sent)

    assert ticked
    assert re.search(r'name="second_factor-is_required"[^>]*checked', shown)
    assert not SecondFactorRule.objects.exists()


def test_a_new_group_may_have_it_from_the_start(admin_client):
    admin_client.post("/admin/logout/")
    sign_in(admin_client, "admin", "password")
    path = "/admin/groups/new/"
    prefixes = re.findall(r'name="([\w-]+)-TOTAL_FORMS"', admin_client.get(path).text)
    sent = {"name": "Mayors", "second_factor-is_required": "on"}
    for prefix in prefixes:
        sent |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    admin_client.post(path, sent)

    assert SecondFactorRule.objects.get().group.name == "Mayors"


def test_the_api_looks_at_no_session(asked, site_tree):
    query = {"query": "{ __typename }"}
    with CaptureQueriesContext(connection) as captured:
        answer = asked.post("/graphql/", query, "application/json")

    sql = " ".join(row["sql"] for row in captured.captured_queries)
    assert "session" not in sql
    assert "auth_user" not in sql

    assert answer.status_code == 200
    assert not answer.cookies
