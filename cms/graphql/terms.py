"""Terms of the editors' vocabularies, in the reader's language."""

from typing import Any

import graphene
from grapple.registry import registry

from cms.core.models import BasePage, Term, Topic
from cms.core.vocabularies.goals import GOALS
from cms.graphql import loaders
from cms.graphql.extensions import extend
from cms.graphql.planner.remembered import among_ids, remembered
from cms.graphql.vocabulary import Vocabulary


def in_page_language(slugs: list[str], model: type[Term], page: Any, info: Any):
    """Return terms in the language of a page."""
    vocabulary = Vocabulary.of(model, info.context)
    return [vocabulary.in_language(slug, page.locale_id) for slug in slugs]


class Goal(graphene.ObjectType):
    """One of the 17 Sustainable Development Goals."""

    number = graphene.Int(required=True, description="From 1 to 17.")
    title = graphene.String(
        required=True, description="Its short title, in the language of the page."
    )

    def resolve_number(pair, info):
        return pair[0]

    def resolve_title(pair, info):
        from django.utils import translation

        number, code = pair
        with translation.override(code):
            return str(GOALS[number])


@extend(BasePage)
class SubjectFields:
    """What every page of ours is about."""

    topics = graphene.List(
        graphene.NonNull(lambda: registry.snippets[Topic]),
        required=True,
        description="What it is about.",
    )
    goals = graphene.List(
        graphene.NonNull(Goal),
        required=True,
        description="The Sustainable Development Goals that it serves.",
    )
    related = graphene.List(
        graphene.NonNull(lambda: _page_interface()),
        required=True,
        description="What to read next, chosen by an editor.",
    )

    def resolve_topics(page: Any, info):
        slugs = info.context.batches.load(page, topic_slugs) or []
        vocabulary = Vocabulary.of(Topic, info.context)
        return vocabulary.in_order(slugs, page.locale_id)

    def resolve_goals(page: Any, info):
        code = info.context.code_of(page.locale_id)
        return [(number, code) for number in sorted(page.goals) if number in GOALS]

    def resolve_related(page: Any, info):
        return info.context.batches.load(
            page, loaders.children_to, "related_pages", "target", info.context
        )


def _page_interface():
    from cms.graphql.pages import PageInterface

    return PageInterface


def topic_slugs(pages):
    """Load the topics' slugs of many pages of one kind, with one statement."""
    found: dict[int, list[str]] = {page.pk: [] for page in pages}
    field = type(pages[0])._meta.get_field("topics")
    owner = field.m2m_field_name()

    def rows() -> Any:
        through = field.remote_field.through.objects.filter(among_ids(owner))
        return through.order_by("pk").values_list(f"{owner}_id", "topic__slug")

    for pk, slug in remembered(("topics", type(pages[0])), rows).rows(found):
        if slug not in found[pk]:
            found[pk].append(slug)
    return found
