"""Copies the first article of each language by SQL, with all that belongs to it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Model

from benchmarks.content import DAYS, FIRST_DAY
from benchmarks.sizes import LANGUAGES, Sizes

# Number n as the last part of a treebeard path: four digits to the base 36.
STEP: Final = """
CREATE OR REPLACE FUNCTION pg_temp.step(n bigint) RETURNS text IMMUTABLE LANGUAGE sql AS
$$ SELECT string_agg(
    substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', (n / power(36, place)::bigint % 36
    )::int + 1, 1), '' ORDER BY place DESC) FROM generate_series(0, 3) AS place $$
"""
KEY: Final = "md5('{kind}' || {number})::uuid"


class Copies:
    """Article n of a language is the copy n of that language's first article."""

    def __init__(
        self,
        sizes: Sizes,
        originals: Mapping[str, Any],
        ids: Mapping[str, Mapping[str, Sequence[int]]],
        indexes: Mapping[str, Any],
    ) -> None:
        self.sizes = sizes
        self.originals = originals
        self.ids = ids
        self.indexes = indexes
        self.first_id = max(page.pk for page in originals.values()) + 1

    def page_id(self, code: str, number: str) -> str:
        """Return the SQL for the id of an article: those of a language rise with it."""
        place = LANGUAGES.index(code)
        copy = f"{self.first_id} + ({number} - 2) * {len(LANGUAGES)} + {place}"
        return f"(CASE {number} WHEN 1 THEN {self.originals[code].pk} ELSE {copy} END)"

    def copy_pages(self, code: str, title: str) -> None:
        """Make articles 2 and following of a language."""
        from wagtail.models import Page

        from news.models import NewsPage

        original, index = self.originals[code], self.indexes[code]
        page_id = self.page_id(code, "n")
        named = f"'{title} ' || n"
        published = f"timestamptz '{FIRST_DAY}' + n * interval '1 minute'"
        page = {
            "id": page_id,
            "path": f"'{index.path}' || pg_temp.step(n)",
            "title": named,
            "draft_title": named,
            "slug": "'plan-' || n",
            "url_path": f"'{index.url_path}plan-' || n || '/'",
            "translation_key": KEY.format(kind="article", number="n"),
            "first_published_at": published,
            "last_published_at": published,
        }
        news = {
            "page_ptr_id": page_id,
            "date": f"date '{FIRST_DAY}' + (n * 7919 % {DAYS})::int",
            "cover_id": self._one("picture", code, "n * 31"),
            "section_id": self._one("section", code, "n * 13"),
        }
        with transaction.atomic():
            _execute(STEP)
            self._multiply(Page, original.pk, page)
            self._multiply(NewsPage, original.pk, news)

    def link(self, code: str) -> None:
        """Give the articles of a language topics, authors and related pages."""
        from cms.core.models import RelatedPage
        from network.models import PageAuthor
        from news.models import NewsPage

        count = self.sizes.articles
        page_id = self.page_id(code, "n")
        topic = self._one("topic", code, "n * 7 + place * 3")
        topics = NewsPage._meta.get_field("topics").remote_field.through
        self._insert(
            topics,
            {"newspage_id": page_id, "topic_id": topic},
            "n % 3 + 1",
            code,
        )
        person = self._one("author", code, "n * 11 + place * 7")
        self._insert(
            PageAuthor, {"page_id": page_id, "person_id": person}, "n % 2 + 1", code
        )
        other = f"((n * 17 + place * 29) % {count} + 1)"
        target = self.page_id(code, other)
        self._insert(
            RelatedPage,
            {"page_id": page_id, "target_id": target},
            str(self.sizes.related),
            code,
        )

    def finish(self) -> None:
        """Tell treebeard, the sequences and the planner what is there."""
        from wagtail.models import Page

        from cms.core.sort_keys import update_sort_keys
        from news.models import NewsPage

        for index in self.indexes.values():
            Page.objects.filter(pk=index.pk).update(numchild=self.sizes.articles)
        _execute(
            "SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), "
            "(SELECT max(id) FROM wagtailcore_page))"
        )
        update_sort_keys(NewsPage)
        _execute("VACUUM ANALYZE")

    def _one(self, kind: str, code: str, number: str) -> str:
        """Return the SQL for one of the ids of a kind, the same in every language."""
        ids = self.ids[kind][code]
        return (
            f"('{{{','.join(map(str, ids))}}}'::bigint[])[({number}) % {len(ids)} + 1]"
        )

    def _multiply(self, model: type[Model], pk: int, other: Mapping[str, str]) -> None:
        """Copy a row with other values in some columns."""
        table = model._meta.db_table
        names = [column.column for column in model._meta.local_concrete_fields]
        values = [other.get(name, f"original.{name}") for name in names]
        _execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} "  # noqa: S608 – names and numbers of ours
            f"FROM {table} AS original, generate_series(2, {self.sizes.articles}) AS n "
            f"WHERE original.{model._meta.pk.column} = {pk}"
        )

    def _insert(
        self, model: type[Model], values: Mapping[str, str], each: str, code: str
    ) -> None:
        """Insert some rows for each article of a language."""
        columns = {column.column for column in model._meta.local_concrete_fields}
        given = dict(values)
        if "translation_key" in columns:
            given["translation_key"] = KEY.format(
                kind=model._meta.model_name, number="n || '-' || place"
            )
            given["locale_id"] = str(self.originals[code].locale_id)
            given["sort_order"] = "place"
        _execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(given)}) "  # noqa: S608 – names and numbers of ours
            f"SELECT {', '.join(given.values())} "
            f"FROM generate_series(1, {self.sizes.articles}) AS n, "
            f"generate_series(0, {each} - 1) AS place"
        )


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
