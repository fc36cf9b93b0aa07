"""Where the demo stands: its languages, its home page and the site record."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cms.demo.content import DEFAULT_LANGUAGE, Item
from cms.demo.errors import DemoError
from cms.demo.load import Load
from cms.demo.texts import LANGUAGES
from home.models import HomePage

SITE_NAME = "Municipia demo"
SITE_KEY = "site"
WELCOME_TITLE = "Welcome to your new Wagtail site!"
DEFAULT_PORTS = {"http": 80, "https": 443}


def offered_languages() -> tuple[str, ...]:
    """Return those of the demo's languages that this installation has."""
    if DEFAULT_LANGUAGE not in settings.CONTENT_LANGUAGES:
        raise DemoError(
            "The demo is written in English: add “en” to CONTENT_LANGUAGES to load it."
        )
    return tuple(code for code in LANGUAGES if code in settings.CONTENT_LANGUAGES)


def make_locales(languages: tuple[str, ...]) -> dict[str, Locale]:
    """Return a locale for each language; they belong to the installation."""
    return {
        code: Locale.objects.get_or_create(language_code=code)[0] for code in languages
    }


def make_home(load: Load, item: Item) -> None:
    """Make the home page without content yet, and lead the default site there."""
    if load.marks.is_made(item.key):
        return
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    welcome = site.root_page if site else None
    if welcome is not None and not is_untouched_welcome(welcome):
        raise DemoError(
            f"This database has a site of its own, “{welcome.title}”; "
            "load the demo into an empty one."
        )
    if welcome is not None:
        Page.objects.filter(pk=welcome.pk).update(slug="welcome")
    home = HomePage(
        title=item.text("title"), slug="home", locale=load.locale_of(item), live=False
    )
    Page.get_first_root_node().add_child(instance=home)
    load.marks.add(item.key, home, is_finished=False)
    load.marks.add(SITE_KEY, _lead_site_to(home, site), is_finished=False)
    if welcome is not None:
        Page.objects.get(pk=welcome.pk).delete()


def is_untouched_welcome(page: Page) -> bool:
    """Say whether it is the page that Wagtail's own migrations make."""
    return (
        page.title == WELCOME_TITLE
        and page.latest_revision_id is None
        and page.numchild == 0
        and page.specific_class is Page
    )


def _lead_site_to(home: HomePage, site: Site | None) -> Site:
    address = urlsplit(settings.PUBLIC_URL)
    site = site or Site(is_default_site=True)
    site.root_page = home
    site.site_name = SITE_NAME
    site.hostname = str(address.hostname)
    site.port = address.port or DEFAULT_PORTS[address.scheme]
    site.save()
    return site
