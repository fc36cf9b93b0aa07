"""Two sites in a database of their own: one with three of everything, one with twelve.

`tests/scheduling.py` sends the tests that use it to one worker.
"""

from collections.abc import Iterator

import pytest
from wagtail.models import Site

from cms.graphql.schema import get_schema
from tests.own_database import filled_database, working_on
from tests.plenty.site import Plenty

SMALL, LARGE = 3, 12


@pytest.fixture(scope="session")
def plenty_database(
    django_db_setup: None, django_db_blocker
) -> Iterator[tuple[str, Plenty, Plenty]]:
    """The database's name and what is in it."""
    made: list[Plenty] = []

    def fill() -> None:
        get_schema()
        Site.objects.all().delete()
        made.extend([Plenty("small", SMALL).build(), Plenty("large", LARGE).build()])

    with django_db_blocker.unblock(), filled_database("plenty", fill) as name:
        yield name, *made


@pytest.fixture(scope="module")
def plenty(plenty_database, django_db_blocker) -> Iterator[tuple[Plenty, Plenty]]:
    """Let the tests of a module work on the two sites."""
    name, small, large = plenty_database
    with django_db_blocker.unblock(), working_on(name):
        yield small, large
