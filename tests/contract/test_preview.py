"""The operation that frontends send for a draft answers on the demo content."""

import pytest
from django.utils import timezone
from graphql import parse, validate

from cms.graphql.schema import get_schema
from cms.previews.models import Preview
from cms.previews.service import give_token
from news.models import NewsPage
from projects.models import ProjectPage
from tests.contract import documents
from tests.previewing import make_superuser

LANGUAGES = ("en", "fr", "uk", "el", "ar")

pytestmark = pytest.mark.usefixtures("demo_database")


def published(model, language: str):
    return model.objects.filter(
        live=True, alias_of=None, locale__language_code=language
    ).first()


def test_the_operation_is_valid():
    document = parse(documents.load("Preview"))
    assert validate(get_schema().graphql_schema, document) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", [NewsPage, ProjectPage])
def test_a_draft_of_every_kind_and_language_is_answered(graphql, model, language):
    page = published(model, language)
    assert page is not None
    live_path = page.full_url.removeprefix("http://cms.test")
    page.title, page.lead, page.slug = "Draft title", "Draft lead", "draft-slug"
    token = give_token(page, make_superuser())

    preview = graphql(documents.load("Preview"), token=token).data["preview"]

    seen = preview["page"]
    assert preview["expiresAt"] == Preview.objects.get().expires_at.isoformat()
    assert (seen["title"], seen["lead"]) == ("Draft title", "Draft lead")
    assert seen["path"] == live_path.rsplit("/", 2)[0] + "/draft-slug/"
    assert seen["pageType"] == model.__name__
    assert seen["locale"]["code"] == language
    assert len(seen["body"]) == len(page.body)


def test_a_token_that_does_not_count_has_one_answer(graphql):
    page = published(NewsPage, "en")
    token = give_token(page, make_superuser())
    Preview.objects.update(expires_at=timezone.now())

    texts = {
        graphql(documents.load("Preview"), token=one).text for one in (token, "", "x")
    }

    assert texts == {'{"data":{"preview":null}}'}
