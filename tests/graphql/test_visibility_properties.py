"""Random trees, states and questions: never more than an independent judge allows.

The judge (`tests/graphql/judge.py`) knows the tree as it was planned, not the database.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api_settings import api_settings
from tests.graphql.judge import LANGUAGES, Plan, plans, plant
from tests.graphql_client import ask

# Everything that could tell of another page, with the titles in it.
PAGE = """title path breadcrumbs { title path } translations { title path }
  parent { title } children(limit: 100) { title }
  seo { title jsonLd alternates { href } canonicalUrl }
  ... on StandardPage { related { title } body {
    ... on ParagraphBlock { html } ... on RelatedPagesBlock { pages { title } } } }
  ... on NewsPage { next { title } previous { title } related { title }
    cover { title } body { ... on ParagraphBlock { html } } }"""
QUESTIONS = {
    "pages": 'pages(limit: 100, locale: "{code}") {{ {page} }}',
    "newsPages": 'newsPages(locale: "{code}", fallback: {others}, first: 100) '
    "{{ totalCount nodes {{ {page} }} }}",
    "paths": "paths(first: 100) {{ totalCount nodes {{ path }} }}",
    "search": 'search(text: "titled", locale: "{code}", fallback: {others}, '
    "first: 100) {{ totalCount nodes {{ page {{ {page} }} }} }}",
}


@pytest.fixture(autouse=True)
def without_cost_limit() -> Iterator[None]:
    """The questions ask for more than a reader may at once."""
    with override_settings(CMS_API=api_settings(MAX_COST=10**9)):
        yield


def questions(plan: Plan) -> list[str]:
    for_each = []
    for code in LANGUAGES:
        others = "[" + ", ".join(f'"{one}"' for one in LANGUAGES if one != code) + "]"
        for form in QUESTIONS.values():
            filled = form.format(code=code, others=others, page=PAGE)
            for_each.append(f"{{ {filled} }}")
    for node in plan.nodes:
        by_slug = f'slug: "{node.slug}", locale: "{node.code}"'
        calls = (f"id: {node.pk}", by_slug)
        for_each.extend(f"{{ page({call}) {{ {PAGE} }} }}" for call in calls)
    return for_each


def route_to(path: str) -> str:
    return f"""{{ route(path: "{path}") {{ __typename
        ... on PageRoute {{ page {{ {PAGE} }} }}
        ... on NotFoundRoute {{ suggestions {{ {PAGE} }} }} }} }}"""


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(plan=plans(), picked=st.randoms(use_true_random=False))
def test_no_answer_holds_more_than_the_judge_allows(site_tree, plan, picked):
    with transaction.atomic():
        plant(plan, site_tree)
        hidden, visible = plan.hidden(), plan.visible()
        asked = questions(plan)
        routes = {node.public_path: node for node in plan.nodes}
        for query in [
            *picked.sample(asked, min(len(asked), 12)),
            *map(route_to, routes),
        ]:
            answer = ask(query)
            assert "INTERNAL" not in answer.text
            seen = {node.title for node in hidden if node.title in answer.text}
            assert seen == set(), f"{query}\n{plan}\n{answer.text}"
        for path, node in routes.items():
            route = ask(route_to(path)).data["route"]
            assert (route["__typename"] == "PageRoute") == (node in visible), path
            if node in visible:
                assert route["page"]["title"] == node.title
        shown = ask("{ paths(first: 100) { nodes { path } } }").data["paths"]["nodes"]
        expected = {node.public_path for node in visible if not node.is_foreign_alias}
        expected |= {f"/{code}/list/" for code in plan.languages_of_news()}
        homes = {f"/{code}/" for code in site_tree}
        assert {row["path"] for row in shown} - homes == expected
        transaction.set_rollback(True)


@pytest.mark.parametrize("hidden", [False, True])
def test_the_judge_can_tell(site_tree, hidden):
    """A plan with one page: it is visible, or not, as its state says."""
    plan = Plan.of_one(live=not hidden)
    plant(plan, site_tree)

    found = ask(route_to(plan.nodes[0].public_path)).data["route"]["__typename"]

    assert (found == "PageRoute") == (not hidden)
    assert bool(plan.visible()) == (not hidden)
