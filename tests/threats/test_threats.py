"""Each attack comes through on the stock parts, and does not come through here.

The stock parts stand in `stock/`: Wagtail, wagtail-grapple and wagtail-headless-preview
as their manuals put them together. They are attacked in a process and a database of
their own, so that a test here shows what it protects from.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.core.models import CustomImage, RelatedPage
from cms.previews.service import give_token
from tests.accounts.people import PASSWORD, SIGN_IN, make_person
from tests.api_settings import api_settings
from tests.factories.media import make_image
from tests.factories.pages import StandardPageFactory
from tests.graphql_client import ask
from tests.own_database import fresh_database
from tests.picture_files import scan_bomb
from tests.previewing import make_superuser

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
SECRET = "SECRET"
DATABASE_KEYS = ("HOST", "PORT", "USER", "PASSWORD")
ATTACKS: dict[str, Callable[["World"], bool]] = {}


def attack(name: str) -> Callable[..., Callable[["World"], bool]]:
    """Name the class that a function attacks; it returns whether it came through."""

    def note(run: Callable[["World"], bool]) -> Callable[["World"], bool]:
        ATTACKS[name] = run
        return run

    return note


@pytest.fixture(scope="module")
def stock(django_db_setup: None, django_db_blocker) -> Mapping[str, bool]:
    """What came through on the stock parts."""
    place = {key: connection.settings_dict.get(key) or "" for key in DATABASE_KEYS}
    with django_db_blocker.unblock(), fresh_database("stock") as name:
        told = subprocess.run(
            [sys.executable, "-m", "django", "attack"],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "tests.threats.stock.settings",
                "STOCK_DATABASE": json.dumps({**place, "NAME": name}),
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout.splitlines()[-1])


class World:
    """A home page in two languages, and what is hidden beside it."""

    def __init__(self, site_tree) -> None:
        self.home = site_tree["en"]
        closed = Collection.get_first_root_node().add_child(name="Closed")
        CollectionViewRestriction.objects.create(
            collection=closed, restriction_type="login"
        )
        self.image = make_image(
            title=f"{SECRET} picture", collection=closed.add_child(name="Inner")
        )
        self.draft = StandardPageFactory(
            parent=self.home, title=f"{SECRET} draft", lead=SECRET, live=False
        )
        self.near = StandardPageFactory(
            parent=self.home, title="Near", slug="near", cover=self.image
        )
        RelatedPage.objects.create(
            page=self.near, target=self.draft, locale=self.near.locale
        )
        self.far = StandardPageFactory(
            parent=site_tree["fr"],
            title="Far",
            slug="near",
            locale=site_tree["fr"].locale,
            translation_key=self.near.translation_key,
        )


@attack("edges")
def _edges(world: World) -> bool:
    return SECRET in ask("{ pages { ... on StandardPage { related { title } } } }").text


@attack("columns")
def _columns(world: World) -> bool:
    return '"draftTitle"' in ask("{ pages { draftTitle } }").text


def hits(text: str) -> int:
    query = 'query S($text: String!) { search(text: $text, locale: "en") { %s } }'
    return ask(query % "totalCount", text=text).data["search"]["totalCount"]


@attack("search")
def _search(world: World) -> bool:
    assert hits("Near") == 1
    return hits("draft") > 0


@attack("order and filter strings")
def _order(world: World) -> bool:
    return "errors" not in ask('{ pages(order: "owner__password") { title } }').body


@attack("images")
def _images(world: World) -> bool:
    public = make_image()
    StandardPageFactory(parent=world.home, title="Seen", cover=public)
    for size in ("width: 37", "preset: CARD"):
        cover = f"cover {{ rendition({size}) {{ url }} }}"
        ask(f"{{ pages {{ ... on StandardPage {{ {cover} }} }} }}")
    return public.renditions.exists()


@attack("cost")
def _cost(world: World) -> bool:
    aliases = " ".join(f"a{number}: pages {{ title }}" for number in range(500))
    return "errors" not in ask(f"{{ {aliases} }}").body


@attack("collections")
def _collections(world: World) -> bool:
    query = "{ pages { ... on StandardPage { cover { title placeholder } } } }"
    return SECRET in ask(query).text


@attack("locales")
def _locales(world: World) -> bool:
    assert "Far" in ask('{ pages(locale: "fr") { title } }').text
    PageViewRestriction.objects.create(page=world.near, restriction_type="login")
    return "Far" in ask('{ pages(locale: "fr") { title } }').text


@attack("errors")
def _errors(world: World) -> bool:
    return "content_type" in ask('{ pages(order: "nothing") { title } }').text


@attack("HTTP")
def _http(world: World) -> bool:
    by_form = Client().post("/graphql/", {"query": "{ __typename }"})
    return by_form.status_code == 200


@attack("previews")
def _previews(world: World) -> bool:
    query = "query P($token: String!) { preview(token: $token) { page { title } } }"
    token = give_token(world.draft, make_superuser())
    assert SECRET in ask(query, token=token).text
    asked = {"query": query, "variables": json.dumps({"token": token})}
    return SECRET in Client().get("/graphql/", asked).content.decode()


@attack("writes and calls")
def _writes(world: World) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_customrendition")
        before = cursor.fetchone()
        _images(world)
        cursor.execute("SELECT count(*) FROM core_customrendition")
        return cursor.fetchone() != before


@attack("sign-in")
def _sign_in(world: World) -> bool:
    make_person("ana")
    client = Client()
    for number in range(30):
        client.post(SIGN_IN, {"login": "ana", "password": str(number)})
    client.post(SIGN_IN, {"login": "ana", "password": PASSWORD})
    return client.get("/admin/").status_code == 200


@attack("uploads")
def _uploads(world: World) -> bool:
    client = Client()
    client.force_login(make_superuser())
    file = SimpleUploadedFile("x.jpg", scan_bomb(200, 200), "image/jpeg")
    before = CustomImage.objects.count()
    client.post("/admin/images/add/", {"title": "x", "file": file})
    return CustomImage.objects.count() > before


@pytest.mark.parametrize("name", ATTACKS)
def test_what_comes_through_on_the_stock_parts_is_stopped_here(name, stock, site_tree):
    assert stock[name], "the stock parts have mended this, or the attack is none"

    with override_settings(CMS_API=api_settings(MAX_COST=10**9)):
        assert not ATTACKS[name](World(site_tree))


def test_no_attack_is_tried_on_one_side_alone(stock):
    assert set(stock) == set(ATTACKS)
