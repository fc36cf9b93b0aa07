"""What a gate has to know of its site, all of it read with one statement."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from cms.core.models import Term
from cms.core.publicpaths import LanguageRoot

# What stands in a statement for what each request puts in its place, told by identity:
# a client may well ask for the first day of the first year.
MOMENT = datetime(1, 1, 1, tzinfo=UTC)
HOSTNAME = "a host name"
SITE_COLUMNS = tuple(field.attname for field in Site._meta.concrete_fields)


@dataclass(frozen=True)
class Facts:
    """A site at one moment: its languages, and what is closed or empties itself."""

    site: Site
    roots: list[LanguageRoot]
    restricted_paths: list[str]
    private_collections: frozenset[int]
    emptied_aliases: frozenset[int]
    vocabularies: str  # changes whenever a term of any vocabulary does


def read_facts(hostname: str | None, now: datetime) -> Facts | None:
    """Return what there is to know of a site; without a host name, the default one."""
    sql, params = _statement(is_default=hostname is None)
    given = [
        now if value is MOMENT else hostname if value is HOSTNAME else value
        for value in params
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        row = cursor.fetchone()
    if row is None:
        return None
    *columns, roots, paths, collections, aliases, vocabularies = row
    site = Site(**dict(zip(SITE_COLUMNS, columns, strict=True)))
    site._state.adding = False
    return Facts(
        site=site,
        roots=[LanguageRoot(site_id=site.pk, **json.loads(root)) for root in roots],
        restricted_paths=paths,
        private_collections=frozenset(collections),
        emptied_aliases=frozenset(aliases),
        vocabularies=vocabularies,
    )


@cache
def _statement(*, is_default: bool) -> tuple[str, Sequence[Any]]:
    """Return the statement as text: to compose it takes longer than to run it."""
    wanted = {"is_default_site": True} if is_default else {"hostname": HOSTNAME}
    sites = Site.objects.filter(
        **wanted
    ).values_list(
        *SITE_COLUMNS,
        ArraySubquery(_roots()),
        ArraySubquery(PageViewRestriction.objects.order_by().values("page__path")),
        ArraySubquery(_closed_collections()),
        ArraySubquery(_emptied_aliases(MOMENT)),
        RawSQL(_vocabulary_version(), ()),  # noqa: S611 – names of tables alone
    )[:1]
    return sites.query.get_compiler(connection=connection).as_sql()


def live_at(now: datetime, prefix: str = "") -> Q:
    """Return the condition that something is public at a moment, by the clock."""
    return (
        Q(**{f"{prefix}live": True})
        & (Q(**{f"{prefix}expire_at": None}) | Q(**{f"{prefix}expire_at__gt": now}))
        & (Q(**{f"{prefix}go_live_at": None}) | Q(**{f"{prefix}go_live_at__lte": now}))
    )


def _roots() -> QuerySet[Page]:
    """Select the home pages in all languages of the site around."""
    homes = Page.objects.filter(
        translation_key=OuterRef("root_page__translation_key"),
        depth=OuterRef("root_page__depth"),
    )
    return homes.order_by("path").values(
        root=JSONObject(
            page_id="pk",
            locale_id="locale_id",
            language_code="locale__language_code",
            path="path",
            url_path="url_path",
        )
    )


def _vocabulary_version() -> str:
    """Return SQL for a text that no change of a term leaves as it was.

    PostgreSQL keeps for each version of a row which transaction wrote it, and where.
    """
    tables = sorted(
        model._meta.db_table for model in apps.get_models() if issubclass(model, Term)
    )
    versions = "SELECT '{0}' || id || ' ' || xmin || ' ' || ctid AS version FROM {0}"
    rows = " UNION ALL ".join(versions.format(table) for table in tables)
    return f"SELECT md5(string_agg(version, ',' ORDER BY version)) FROM ({rows})"  # noqa: S608


def _closed_collections() -> QuerySet[Collection]:
    """Select the collections with a restriction, or below one that has it."""
    restrictions = CollectionViewRestriction.objects.annotate(
        path_below=ExpressionWrapper(OuterRef("path"), CharField())
    ).filter(path_below__startswith=F("collection__path"))
    return Collection.objects.filter(Exists(restrictions)).order_by().values("pk")


def _emptied_aliases(now: datetime) -> QuerySet[Page]:
    """Select the aliases whose original is hidden."""
    aliases = Page.objects.filter(alias_of__isnull=False)
    return aliases.exclude(live_at(now, "alias_of__")).order_by().values("pk")
