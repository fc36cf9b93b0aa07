"""What a plan answers is what graphql-core answers, whatever is asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import OperationType, print_ast
from hypothesis import HealthCheck, given, settings

from cms.graphql.context import ApiContext
from cms.graphql.door.answering import answer, planned_answer
from cms.graphql.door.refused import Refused
from cms.graphql.errors import ApiError
from cms.graphql.planner.plan import Plan
from tests.contract import documents
from tests.graphql.planner.comparing import both, question
from tests.graphql.test_random_queries import documents as random_documents
from tests.graphql_client import ask

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]


@given(random_documents())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_selections(document):
    try:
        asked = question(print_ast(document))
    except (Refused, ApiError):
        return
    assert asked.operation.operation is OperationType.QUERY
    planned, reference = both(asked)

    assert planned in (None, reference)


VARIABLES = {
    "Directory": {},
    "GrappleClassic": {},
    "NewsList": {"fallback": ["en", "de"], "first": 7},
    "Organisation": {"slug": "platforma"},
    "Paths": {},
    "ProjectCatalogue": {"fallback": ["en"]},
    "Publications": {"fallback": ["en"]},
    "Search": {"text": "cooperation"},
    "SiteFrame": {"fallback": ["en"]},
}


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("name", VARIABLES)
def test_the_contracts_operations(name, locale):
    asked = question(documents.load(name), locale=locale, **VARIABLES[name])

    planned, reference = both(asked)

    assert planned == reference


def test_pages_of_every_kind():
    paths = '{ paths(locale: "en", first: 100) { nodes { path pageType } } }'
    found = answer(question(paths), ApiContext()).data["paths"]["nodes"]
    of_kinds: dict[str, list[str]] = {}
    for node in found:
        of_kinds.setdefault(node["pageType"], []).append(node["path"])
    assert len(of_kinds) > 5
    for path in [path for some in of_kinds.values() for path in some[:3]]:
        planned, reference = both(question(documents.load("Route"), path=path))

        assert planned == reference, path


CHOICES = """query ($yes: Boolean!) {
  locales { code @include(if: $yes) name @skip(if: $yes) isDefault
    ... @include(if: $yes) { direction } ...Native @skip(if: $yes) }
} fragment Native on Language { nativeName code }"""


@pytest.mark.parametrize("yes", [True, False])
def test_directives_choose_anew_in_each_request(yes):
    planned, reference = both(question(CHOICES, yes=yes))

    assert planned == reference
    assert ("direction" in planned) == yes


def test_a_plan_leaves_errors_to_the_reference():
    asked = question('{ newsPages(locale: "xx") { totalCount } locales { code } }')

    assert planned_answer(asked, ApiContext()) is None


def test_one_document_is_planned_once():
    first, second = question(CHOICES, yes=True), question(CHOICES, yes=True)

    assert first.plan is second.plan
    assert question(CHOICES, yes=False).plan is not first.plan


def test_where_a_plan_fails_graphql_core_answers_and_the_log_tells(monkeypatch, caplog):
    right = ask("{ locales { code } }").data

    def fail(*_args: object) -> None:
        raise RuntimeError("a mistake of the planner's")

    monkeypatch.setattr(Plan, "execute", fail)

    assert ask("{ locales { code } }").data == right
    assert "Only graphql-core could answer" in caplog.text
    assert "a mistake of the planner's" in caplog.text


SHARED_FIELDS = """__typename id title slug path url urlPath contentType pageType
  isFallback firstPublishedAt lastPublishedAt locale { code }
  breadcrumbs { title path } translations { title path isStale locale { code } }"""


def test_what_all_pages_share_needs_no_table_of_a_type():
    below = f"children(limit: 1) {{ {SHARED_FIELDS} }}"
    asked = question(
        f"{{ pages(limit: 40) {{ {SHARED_FIELDS} parent {{ id title }} {below} }} }}"
    )
    planned, reference = both(asked)
    with CaptureQueriesContext(connection) as captured:
        planned_answer(asked, ApiContext())

    assert planned == reference
    sql = " ".join(query["sql"] for query in captured.captured_queries)
    assert "news_newspage" not in sql
    assert "home_standardpage" not in sql
