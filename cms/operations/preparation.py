"""What makes an installation ready to start; safe to repeat, also after a failure."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command, get_commands
from wagtail.models import Site

from cms.operations import static_files
from cms.operations.configuration import check_database, is_blind_to_letters
from cms.operations.connections import lock_of_one
from cms.operations.errors import OperationError
from cms.operations.models import Preparation
from cms.operations.readiness import pending_migrations

Tell = Callable[[str], None]
DEFAULT_PORTS: Final = {"http": 80, "https": 443}
BLIND: Final = (
    "Warning: the database of DATABASE_URL has LC_CTYPE “C”: search takes quotation "
    "marks for letters; make one with a UTF-8 locale (docs/operations.md) and restore "
    "a backup into it."
)


def prepare(tell: Tell, *, with_demo: bool, fingerprint: str = "") -> None:
    """Bring database and files to the state this code expects, then note it."""
    check_database()
    with lock_of_one("prepare") as lock:
        if lock is None:
            raise OperationError(
                "Another `prepare` works on this database; wait for it, then repeat."
            )
        if is_blind_to_letters():
            tell(BLIND)
        migrate(tell)
        update_sort_keys()
        Preparation.objects.all().delete()
        follow_public_url(tell)
        if with_demo:
            load_demo_once(tell)
        compile_catalogues(tell)
        collect_static(tell)
        if fingerprint:
            Preparation.objects.create(fingerprint=fingerprint)


def migrate(tell: Tell) -> None:
    """Apply what is missing; permissions follow also after an interrupted run."""
    pending = pending_migrations()
    if pending:
        tell(f"Applying {len(pending)} migrations …")
    call_command("migrate", interactive=False, verbosity=0)


def update_sort_keys() -> None:
    """Let the stored order of names follow the ICU that is installed."""
    if "update_sort_keys" in get_commands():
        call_command("update_sort_keys", verbosity=0)


def follow_public_url(tell: Tell) -> None:
    """Let Wagtail's site record say what PUBLIC_URL says."""
    site = Site.objects.filter(is_default_site=True).first()
    address = urlsplit(settings.PUBLIC_URL)
    place = str(address.hostname), address.port or DEFAULT_PORTS[address.scheme]
    if site is not None and (site.hostname, site.port) != place:
        site.hostname, site.port = place
        site.save()
        tell(f"The site is {settings.PUBLIC_URL} now.")


def load_demo_once(tell: Tell) -> None:
    """Load the demo content into an empty database, or end a load broken off there."""
    tell("Looking after the demo content …")
    call_command("load_demo", if_empty=True)


def compile_catalogues(tell: Tell) -> None:
    """Make the message catalogues readable for the server."""
    if "compile_catalogues" in get_commands():
        call_command("compile_catalogues", verbosity=0)


def collect_static(tell: Tell) -> None:
    """Collect the static files for WhiteNoise, unless that was done for this code."""
    # With DEBUG, WhiteNoise finds them where they are.
    if not settings.DEBUG and not static_files.are_current():
        tell("Collecting the static files …")
        static_files.collect()
