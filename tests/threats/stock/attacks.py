"""The attacks of an anonymous reader and of a guest at the door, on the stock parts."""

import json
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from tests.picture_files import encoded, scan_bomb
from tests.threats.stock.models import StockPage

SECRET = "SECRET"
PASSWORD = "a-bridge-over-the-river"
ATTACKS: dict[str, Callable[["World"], bool]] = {}


def attack(name: str) -> Callable[..., Callable[["World"], bool]]:
    """Name the class that a function attacks; it returns whether it came through."""

    def note(run: Callable[["World"], bool]) -> Callable[["World"], bool]:
        ATTACKS[name] = run
        return run

    return note


def ask(query: str) -> str:
    """Send a query as an anonymous reader."""
    sent = {"query": query}
    return Client().post("/graphql/", sent, "application/json").content.decode()


class World:
    """A home page in two languages, and what is hidden beside it."""

    def __init__(self) -> None:
        english = Locale.objects.get_or_create(language_code="en")[0]
        french = Locale.objects.get_or_create(language_code="fr")[0]
        root = Page.add_root(title="Root", slug="root")
        self.home = root.add_child(instance=self.page("Home", english))
        Site.objects.create(
            hostname="testserver", root_page=self.home, is_default_site=True
        )
        self.draft = self.page(f"{SECRET} draft", english, live=False)
        self.home.add_child(instance=self.draft)
        self.image = self._private_image()
        self.near = self.page(
            "Near", english, related=self.draft, picture=self.image, slug="near"
        )
        self.home.add_child(instance=self.near)
        far = self.page("Far", french, slug="near")
        far.translation_key = self.near.translation_key
        root.add_child(instance=far)

    def page(self, title: str, locale: Locale, **fields: object) -> StockPage:
        """Return a page that stands nowhere yet."""
        return StockPage(title=title, locale=locale, lead=title, **fields)

    def _private_image(self):
        closed = Collection.add_root(name="Root").add_child(name="Closed")
        CollectionViewRestriction.objects.create(
            collection=closed, restriction_type="login"
        )
        inner = closed.add_child(name="Inner")
        return get_image_model().objects.create(
            title=f"{SECRET} picture",
            file=ContentFile(encoded("JPEG", (900, 600)), "picture.jpg"),
            collection=inner,
        )


@attack("edges")
def _edges(world: World) -> bool:
    return SECRET in ask(
        '{ page(slug: "near", contentType: "stock.StockPage") { ... on StockPage '
        "{ related { title } } } pages { ... on StockPage { related { title } } } }"
    )


@attack("columns")
def _columns(world: World) -> bool:
    return '"draftTitle"' in ask("{ pages { ... on StockPage { draftTitle locked } } }")


@attack("search")
def _search(world: World) -> bool:
    call_command("update_index", verbosity=0)
    return SECRET in ask('{ search(query: "draft") { ... on StockPage { lead } } }')


@attack("order and filter strings")
def _order(world: World) -> bool:
    return "errors" not in json.loads(
        ask('{ pages(order: "owner__password") { title } }')
    )


@attack("images")
def _images(world: World) -> bool:
    before = world.image.renditions.count()
    ask("{ pages { ... on StockPage { picture { rendition(width: 37) { url } } } } }")
    return world.image.renditions.count() > before


@attack("cost")
def _cost(world: World) -> bool:
    aliases = " ".join(f"a{number}: pages {{ title }}" for number in range(500))
    answer = json.loads(ask(f"{{ {aliases} }}"))
    return "errors" not in answer and len(answer["data"]) == 500


@attack("collections")
def _collections(world: World) -> bool:
    return "/media/" in ask("{ pages { ... on StockPage { picture { url } } } }")


@attack("locales")
def _locales(world: World) -> bool:
    closed = PageViewRestriction.objects.create(
        page=world.near, restriction_type="login"
    )
    answer = ask("{ pages { title } }")
    closed.delete()
    return "Far" in answer


@attack("errors")
def _errors(world: World) -> bool:
    return "content_type" in ask('{ pages(order: "nothing") { title } }')


@attack("HTTP")
def _http(world: World) -> bool:
    by_form = Client().post("/graphql/", {"query": "{ __typename }"})
    return by_form.status_code == 200


@attack("previews")
def _previews(world: World) -> bool:
    token = world.draft.create_page_preview().token
    query = f'{{ page(contentType: "stock.StockPage", token: "{token}") {{ title }} }}'
    answer = Client().get("/graphql/", {"query": query})
    is_kept = "no-store" not in answer.headers.get("Cache-Control", "")
    return is_kept and SECRET in answer.content.decode()


@attack("writes and calls")
def _writes(world: World) -> bool:
    before = world.image.renditions.count()
    ask("{ pages { ... on StockPage { picture { rendition(width: 41) { url } } } } }")
    return world.image.renditions.count() > before


@attack("sign-in")
def _sign_in(world: World) -> bool:
    get_user_model().objects.create_superuser("ana", "ana@example.org", PASSWORD)
    client = Client()
    for number in range(30):
        client.post("/admin/login/", {"username": "ana", "password": str(number)})
    client.post("/admin/login/", {"username": "ana", "password": PASSWORD})
    is_in = client.get("/admin/").status_code == 200
    return is_in and not settings.SESSION_COOKIE_SECURE


@attack("uploads")
def _uploads(world: World) -> bool:
    file = SimpleUploadedFile("x.jpg", scan_bomb(200, 200), "image/jpeg")
    try:
        WagtailImageField().clean(file)
    except ValidationError:
        return False
    return True
