"""Names that were there before the column get their places, and there is a way back."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.core.collation import sort_key
from network.models import Organisation
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import make_site_tree

pytestmark = [
    pytest.mark.usefixtures("own_database"),
    pytest.mark.django_db(transaction=True),
]
BEFORE = [("news", "0003_watch_pages"), ("network", "0001_initial")]


@pytest.fixture
def migrate() -> Iterator:
    """Return `migrate(targets)`, and come back to the newest state in the end."""

    def to(targets: list[tuple[str, str]]) -> None:
        MigrationExecutor(connection).migrate(targets)

    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield to
    to(newest)


def columns(table: str) -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return {column.name for column in found}


def test_what_was_there_gets_its_place(migrate) -> None:
    tree = make_site_tree("sv")
    index = NewsIndexPageFactory(parent=tree["sv"])
    page = NewsPageFactory(parent=index, title="Åmål")
    town = Organisation.objects.create(
        slug="t", name="Älmhult", kind="TOWN", locale=tree["sv"].locale
    )
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()

    migrate(BEFORE)
    assert "sort_key" not in columns("news_newspage")
    assert "sort_key" not in columns("network_organisation")

    migrate(newest)
    page.refresh_from_db()
    town.refresh_from_db()
    assert bytes(page.sort_key) == sort_key("Åmål", "sv")
    assert bytes(town.sort_key) == sort_key("Älmhult", "sv")
