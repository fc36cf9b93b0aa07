"""Every field answers for a draft, and what it refers to passes the gate."""

from datetime import date
from typing import Any

import pytest
from django.forms import CharField
from graphql import (
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    execute_sync,
    get_named_type,
    parse,
)
from wagtail.blocks import Block, ListBlock, StructBlock

from cms.core.models import Topic
from cms.graphql.builder import page_models
from cms.graphql.context import ApiContext
from cms.graphql.schema import get_schema
from cms.previews.service import give_token
from home.models import HomePage
from network.models import Organisation, PageAuthor, PageContact, Person
from news.models import NewsPage, Section
from projects.models import Participation, ProjectPage
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
    PublicationIndexPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)
from tests.fixtures import SiteTree
from tests.previewing import make_superuser, shown
from tests.translation_work import submit, translate

ARGUMENTS = {"preset": "HERO", "name": '"main"'}
DEEPEST = 3


def everything(kind: Any, depth: int = 0) -> str:
    """Return a selection of all fields of a type, as deep as it goes."""
    found = ["__typename"]
    if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
        for possible in get_schema().graphql_schema.get_possible_types(kind):
            if depth < 2 and (depth == 0 or kind.name == "StreamFieldInterface"):
                found += [f"... on {possible} {everything(possible, depth)}"]
    for name, field in getattr(kind, "fields", {}).items():
        inner = get_named_type(field.type)
        asked = [
            f"{argument}: {ARGUMENTS[argument]}"
            for argument, definition in field.args.items()
            if isinstance(definition.type, GraphQLNonNull)
        ]
        call = f"{name}({', '.join(asked)})" if asked else name
        if not isinstance(
            inner, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
        ):
            found.append(call)
        elif depth < DEEPEST:
            found.append(f"{call} {everything(inner, depth + 1)}")
    return f"{{ {' '.join(found)} }}"


def ask_everything(token: str, model: type) -> dict[str, Any]:
    """Ask for all that there is of a draft; the limits are the door's, not ours."""
    schema = get_schema().graphql_schema
    fields = everything(schema.get_type(model.__name__))
    query = f"""query P($token: String!) {{
        preview(token: $token) {{ page {{ ... on {model.__name__} {fields} }} }} }}"""
    result = execute_sync(
        schema,
        parse(query),
        context_value=ApiContext(),
        variable_values={"token": token},
    )
    assert result.errors is None
    return result.data["preview"]["page"]


@pytest.fixture
def boss(db: None):
    return make_superuser()


@pytest.fixture
def indexes(site_tree: SiteTree) -> dict[str, Any]:
    """The pages below which others are written."""
    home = site_tree["en"]
    return {
        "NewsPage": NewsIndexPageFactory(parent=home),
        "ProjectPage": ProjectIndexPageFactory(parent=home),
        "PublicationPage": PublicationIndexPageFactory(parent=home),
    }


def never_saved(model: type, parent: Any, **values: Any) -> Any:
    page = model(title="", slug="x", locale=parent.locale, **values)
    page.depth, page.path = parent.depth + 1, f"{parent.path}0009"
    page.set_url_path(parent)
    return page


def empty_blocks(model: type) -> list[tuple[str, Any]]:
    """Return one block of each kind, as the editor inserts it."""
    blocks = (
        model.body.field.stream_block.child_blocks if hasattr(model, "body") else {}
    )
    return [(name, emptied(block)) for name, block in blocks.items()]


def emptied(block: Block) -> Any:
    """Return what an untouched block sends: texts are empty, choices not made."""
    if isinstance(block, StructBlock):
        children = block.child_blocks.items()
        return block.to_python({name: emptied(child) for name, child in children})
    if isinstance(block, ListBlock):
        return [emptied(block.child_block)]
    is_text = isinstance(getattr(block, "field", None), CharField)
    return block.get_default() or ("" if is_text else None)


KINDS = [model for model in page_models() if model is not HomePage]


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_every_field_answers_for_a_page_never_saved_with_nothing_filled_in(
    indexes, site_tree, boss, model
):
    parent = indexes.get(model.__name__, site_tree["en"])
    page = never_saved(model, parent)
    for field in page._meta.concrete_fields:
        if field.name in ("date", "kind", "status"):
            setattr(page, field.attname, None)
    if hasattr(page, "body"):
        page.body = empty_blocks(model)

    seen = ask_everything(give_token(page, boss), model)

    assert (seen["id"], seen["slug"]) == ("0", "x")
    assert seen["path"] == f"{parent.full_url.removeprefix('http://cms.test')}x/"
    assert seen["parent"]["id"] == str(parent.pk)
    assert seen["children"] == seen["translations"] == []
    assert seen["breadcrumbs"][-1]["title"] == parent.title
    assert len(seen.get("body", [])) == len(empty_blocks(model))


@pytest.mark.parametrize("model", page_models(), ids=lambda model: model.__name__)
def test_every_field_answers_for_a_page_that_is_not_live(
    indexes, site_tree, boss, model
):
    parent = indexes.get(model.__name__, site_tree["en"])
    page = never_saved(model, parent, live=False)
    page.title, page.path, page.depth = "Not live", None, None
    stored = parent.add_child(instance=page)

    seen = ask_everything(give_token(stored, boss), model)

    assert seen["title"] == seen["seo"]["title"] == "Not live"
    assert seen["seo"]["canonicalUrl"] == seen["url"]
    assert seen["translations"] == []


def test_the_drafts_slug_rows_topics_and_blocks_win_over_the_live_ones(
    indexes, site_tree, boss
):
    locale = site_tree["en"].locale
    before, after = (
        Person.objects.create(name=name, locale=locale) for name in ("Before", "After")
    )
    old, new, first = (
        Topic.objects.create(name=name, slug=name, locale=locale, position=position)
        for name, position in (("old", 3), ("new", 2), ("first", 1))
    )
    page = NewsPageFactory(parent=indexes["NewsPage"], slug="live-slug")
    page.topics = [old]
    page.page_authors = [PageAuthor(person=before)]
    page.body = [("heading", {"text": "Before", "level": "2"})]
    page.save()
    page.slug = "draft-slug"
    page.topics = [new, first]
    page.page_authors = [PageAuthor(person=after)]
    page.page_contacts = [PageContact(person=after), PageContact(person=before)]
    page.body = [("heading", {"text": "After", "level": "2"})]

    seen = ask_everything(give_token(page, boss), NewsPage)

    assert seen["path"] == "/en/news/draft-slug/"
    assert seen["seo"]["canonicalUrl"].endswith("/en/news/draft-slug/")
    assert [topic["slug"] for topic in seen["topics"]] == ["first", "new"]
    assert [author["name"] for author in seen["authors"]] == ["After"]
    assert [contact["name"] for contact in seen["contacts"]] == ["After", "Before"]
    assert [block["text"] for block in seen["body"]] == ["After"]


@pytest.mark.parametrize("is_saved", [True, False], ids=["saved", "never saved"])
def test_who_takes_part_in_a_project_that_is_being_written(
    indexes, site_tree, boss, is_saved
):
    locale = site_tree["en"].locale
    towns = [
        Organisation.objects.create(
            name=name, slug=name, kind="TOWN", locale=locale, live=name != "hidden"
        )
        for name in ("aa", "bb", "hidden")
    ]
    if is_saved:
        page = ProjectPageFactory(parent=indexes["ProjectPage"], live=False)
        page.participations = [Participation(organisation=towns[0], role="PARTNER")]
        page.save()
    else:
        page = never_saved(ProjectPage, indexes["ProjectPage"])
    page.participations = [
        Participation(organisation=towns[1], role="LEAD", since="2021"),
        Participation(organisation=towns[2], role="LEAD"),
        Participation(organisation=towns[0], role="FUNDER"),
        Participation(role="FUNDER"),
    ]
    page.title = "Draft"

    query = """query P($token: String!) { preview(token: $token) { page {
      ... on ProjectPage {
        all: participations { totalCount nodes {
          role since organisation { name projects { totalCount } }
          project { id title } } }
        some: participations(roles: [FUNDER]) { nodes { organisation { name } } }
        one: participations(first: 1) { pageInfo { hasNextPage endCursor } }
      } } } }"""
    seen = shown(give_token(page, boss), query)

    number = str(page.pk) if is_saved else "0"
    assert [
        (node["role"], node["since"], node["organisation"]["name"], node["project"])
        for node in seen["all"]["nodes"]
    ] == [
        ("LEAD", "2021", "bb", {"id": number, "title": "Draft"}),
        ("FUNDER", None, "aa", {"id": number, "title": "Draft"}),
    ]
    assert seen["all"]["totalCount"] == 2
    assert [n["organisation"]["name"] for n in seen["some"]["nodes"]] == ["aa"]
    assert seen["one"]["pageInfo"]["hasNextPage"] is True
    # an organisation's own list of projects holds what readers get, not the draft
    assert seen["all"]["nodes"][0]["organisation"]["projects"]["totalCount"] == 0


def test_organisations_behind_a_publication_are_the_drafts(indexes, site_tree, boss):
    locale = site_tree["en"].locale
    old, new = (
        Organisation.objects.create(name=name, slug=name, kind="TOWN", locale=locale)
        for name in ("Old", "New")
    )
    page = PublicationPageFactory(parent=indexes["PublicationPage"])
    page.collective_authors = [old]
    page.save()
    page.collective_authors = [new]

    seen = ask_everything(give_token(page, boss), type(page))

    assert [found["name"] for found in seen["collectiveAuthors"]] == ["New"]
    assert "New" in seen["citation"]["text"]


def test_what_a_draft_refers_to_passes_the_gate(indexes, site_tree, boss):
    secret = StandardPageFactory(parent=site_tree["en"], title="Secret", live=False)
    hidden = Person.objects.create(
        name="Secret too", locale=site_tree["en"].locale, live=False
    )
    page = NewsPageFactory(parent=indexes["NewsPage"])
    page.body = [
        ("related_pages", {"pages": [secret]}),
        ("paragraph", f'<p><a linktype="page" id="{secret.pk}">words</a></p>'),
    ]
    page.related_pages.create(target=secret)
    page.page_authors = [PageAuthor(person=hidden)]
    NewsPageFactory(parent=indexes["NewsPage"], title="Secret neighbour", live=False)

    seen = ask_everything(give_token(page, boss), NewsPage)

    assert "words" in str(seen)
    assert "secret" not in str(seen).lower()


def test_the_items_beside_a_draft_are_those_of_its_own_date_and_section(
    indexes, site_tree, boss
):
    locale = site_tree["en"].locale
    here, there = (
        Section.objects.create(name=name, slug=name, locale=locale) for name in "ab"
    )
    for month, section in ((1, here), (3, here), (5, there), (7, there)):
        NewsPageFactory(
            parent=indexes["NewsPage"],
            title=f"Of month {month}",
            section=section,
            date=date(2025, month, 1),
        )
    stored = NewsPageFactory(
        parent=indexes["NewsPage"], section=here, date=date(2025, 2, 1)
    )
    query = """query P($token: String!) { preview(token: $token) { page {
      ... on NewsPage { previous { title } next { title } } } } }"""

    assert shown(give_token(stored, boss), query) == {
        "previous": {"title": "Of month 1"},
        "next": {"title": "Of month 3"},
    }
    stored.section, stored.date = there, date(2025, 6, 1)
    assert shown(give_token(stored, boss), query) == {
        "previous": {"title": "Of month 5"},
        "next": {"title": "Of month 7"},
    }


def test_children_of_a_draft_are_those_that_are_public(site_tree, boss):
    page = StandardPageFactory(parent=site_tree["en"], live=False)
    StandardPageFactory(parent=page, title="Public child")
    StandardPageFactory(parent=page, title="Secret child", live=False)

    query = """query P($token: String!) { preview(token: $token) { page {
      children { title parent { title } } } } }"""
    assert shown(give_token(page, boss), query) == {
        "children": [{"title": "Public child", "parent": None}]
    }


def test_a_translation_that_was_never_published(site_tree, boss):
    original = StandardPageFactory(parent=site_tree["en"], title="A bridge")
    translation = submit(original, "fr")
    translate(translation, {"A bridge": "Un pont"})
    page = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )

    seen = ask_everything(give_token(page, boss), type(page))

    assert (seen["title"], seen["locale"]["code"]) == ("Un pont", "fr")
    assert seen["id"] == str(translation.get_target_instance().pk)
    assert seen["path"].startswith("/fr/")
    assert [(one["title"], one["path"]) for one in seen["translations"]] == [
        ("A bridge", "/en/a-bridge/")
    ]


def test_two_drafts_in_one_request_are_each_shown_as_they_stand(
    indexes, site_tree, boss
):
    index = indexes["NewsPage"]
    tokens = [
        give_token(never_saved(NewsPage, index, search_description=text), boss)
        for text in ("One", "Two")
    ]
    query = f"""query P($token: String!) {{
      preview(token: $token) {{ page {{ seo {{ description }} }} }}
      other: preview(token: "{tokens[1]}") {{ page {{ seo {{ description }} }} }} }}"""
    schema = get_schema().graphql_schema
    result = execute_sync(
        schema,
        parse(query),
        context_value=ApiContext(),
        variable_values={"token": tokens[0]},
    )

    assert result.errors is None
    assert [part["page"]["seo"]["description"] for part in result.data.values()] == [
        "One",
        "Two",
    ]
