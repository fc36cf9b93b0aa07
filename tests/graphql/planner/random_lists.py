"""Random queries for the lists of the API: parts, languages, filters and orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from network.models import Organisation
from news.models import NewsPage
from projects.models import ProjectPage
from publications.models import PublicationPage
from tests.plenty.chance import LANGUAGES, SLUGS

LINK = "id title path locale { code }"
PAGE_PARTS = (
    LINK,
    "isFallback slug url urlPath contentType pageType lastPublishedAt",
    "breadcrumbs { title path }",
    "translations { locale { code } title path isStale }",
    "seo { title canonicalUrl robots alternates { hreflang href } jsonLd }",
    f"parent {{ {LINK} children(limit: 3) {{ {LINK} }} }}",
    "lead cover { id } body { id } goals { number title } topics { slug name }",
    "authors { name organisation { slug name locale { code } } } contacts { name }",
    f"related {{ {LINK} }}",
)
PARTICIPATIONS = "participations(first: 2) { totalCount pageInfo { endCursor } nodes"


@dataclass(frozen=True)
class Listed:
    """A list of the API: its name, its orders, what items show, and its filters."""

    name: str
    orders: tuple[str, ...]
    parts: tuple[str, ...]
    filters: Mapping[str, st.SearchStrategy[Any]]


KINDS = {
    NewsPage: Listed(
        "newsPages",
        ("NEWEST", "OLDEST", "TITLE"),
        (
            *PAGE_PARTS,
            "date sections { slug name }",
            f"previous {{ {LINK} isFallback }} next {{ {LINK} }}",
        ),
        {
            "topics": st.lists(st.sampled_from(SLUGS), max_size=2),
            "section": st.sampled_from(SLUGS),
            "goals": st.lists(st.sampled_from([1, 11, 2]), max_size=2),
            "year": st.sampled_from([2024, 2025, 99999]),
        },
    ),
    ProjectPage: Listed(
        "projectPages",
        ("TITLE", "NEWEST"),
        (
            *PAGE_PARTS,
            "status startDate endDate budget { amount } countries { code name }",
            f"{PARTICIPATIONS} {{ role organisation {{ slug name }} }} }}",
            f"subprojects {{ totalCount nodes {{ {LINK} }} }}",
        ),
        {
            "status": st.lists(st.sampled_from(["PLANNED", "ACTIVE"]), max_size=2),
            "countries": st.lists(st.sampled_from(["BE", "UA"]), max_size=2),
            "topics": st.lists(st.sampled_from(SLUGS), max_size=2),
        },
    ),
    PublicationPage: Listed(
        "publicationPages",
        ("NEWEST", "OLDEST", "TITLE"),
        (*PAGE_PARTS, "kind date files { title } citation { text bibtex ris }"),
        {
            "kinds": st.lists(st.sampled_from(["STUDY", "TOOLKIT"]), max_size=2),
            "year": st.sampled_from([2024, 2025]),
        },
    ),
    Organisation: Listed(
        "organisations",
        ("NAME",),
        (
            "slug name locale { code } kind country { code name } logo { id }",
            "description { html } memberSince",
            f"projects(first: 2) {{ totalCount nodes {{ {LINK} }} }}",
            f"{PARTICIPATIONS} {{ role project {{ {LINK} }} }} }}",
        ),
        {"countries": st.lists(st.sampled_from(["BE", "UA"]), max_size=2)},
    ),
}
IDENTITY = {Organisation: "slug locale { code }"}


@st.composite
def lists(draw: st.DrawFn) -> tuple[type[Any], str, dict[str, Any]]:
    """Return the model of a list, a query for a page of it, and variables."""
    model = draw(st.sampled_from(list(KINDS)))
    kind = KINDS[model]
    shown = draw(st.lists(st.sampled_from(kind.parts), max_size=3, unique=True))
    asked = draw(st.fixed_dictionaries({}, optional=kind.filters) | st.just({}))
    word = model.__name__.removesuffix("Page")
    nodes = " ".join([IDENTITY.get(model, "id"), *shown])
    query = f"""query ($locale: String!, $fallback: [String!], $first: Int,
      $after: String, $offset: Int, $filter: {word}Filter, $order: {word}Order) {{
      list: {kind.name}(locale: $locale, fallback: $fallback, first: $first,
      after: $after, offset: $offset, filter: $filter, orderBy: $order) {{
      totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
      facets {{ name values {{ value label count }} }} nodes {{ {nodes} }} }} }}"""
    chain = draw(st.permutations(LANGUAGES))[: draw(st.integers(1, 3))]
    variables = {
        "locale": chain[0],
        "fallback": chain[1:],
        "filter": asked,
        "order": draw(st.sampled_from(kind.orders)),
    }
    return model, query, variables
