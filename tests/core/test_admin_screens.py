"""Snippets have screens of their own, in menus that authors understand."""

import pytest
from django.test import Client
from wagtail.images.forms import get_image_form
from wagtail.models import Locale
from wagtail.snippets.models import get_snippet_models

from cms.core.models import CustomImage, Topic
from network.models import Organisation
from tests.factories.pages import StandardPageFactory
from tests.fixtures import SiteTree

SCREENS = [
    "core/topic",
    "news/section",
    "publications/series",
    "network/organisation",
    "network/person",
    "home/menu",
    "home/sitetexts",
]


def test_every_snippet_has_screens(admin_client: Client) -> None:
    labels = {
        model._meta.label_lower.replace(".", "/") for model in get_snippet_models()
    }

    assert labels == set(SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("rest", ["", "add/", "?q=fund&ordering=name", "?locale=en"])
def test_a_screen_opens(admin_client: Client, screen: str, rest: str) -> None:
    assert admin_client.get(f"/admin/snippets/{screen}/{rest}").status_code == 200


def test_a_list_is_searched_filtered_and_sorted_at_once(admin_client: Client) -> None:
    locale = Locale.get_default()
    for slug, kind in (("fund-one", "FUNDER"), ("fund-two", "TOWN")):
        Organisation.objects.create(slug=slug, name=slug, kind=kind, locale=locale)

    asked = "?q=fund&kind=FUNDER&country_code=&ordering=country_code"
    text = admin_client.get(f"/admin/snippets/network/organisation/{asked}").text

    assert "fund-one" in text
    assert "fund-two" not in text


def test_the_menu_groups_them(admin_client: Client) -> None:
    text = admin_client.get("/admin/").content.decode()

    for label in ("Network", "Vocabularies", "Site"):
        assert f'"label": "{label}"' in text


def test_a_picture_is_described_in_each_language_at_once(db: None) -> None:
    form = get_image_form(CustomImage)
    data = {"alt_texts_en": "A bridge", "alt_texts_ar": " جسر ", "alt_texts_pt_br": ""}
    field = form.base_fields["alt_texts"]
    value = field.widget.value_from_datadict(data, {}, "alt_texts")

    assert field.clean(value) == {"en": "A bridge", "ar": "جسر"}


def test_each_line_is_labelled_in_its_own_language(db: None) -> None:
    html = str(get_image_form(CustomImage)()["alt_texts"])

    assert '<label for="id_alt_texts_5" lang="ar" dir="rtl">العربية</label>' in html
    assert 'name="alt_texts_pt_br" lang="pt-BR" dir="ltr"' in html


def test_an_author_chooses_among_topics_of_the_pages_language(
    admin_client: Client, site_tree: SiteTree
) -> None:
    Topic.objects.create(slug="water", name="Water", locale=site_tree["en"].locale)
    Topic.objects.create(slug="water", name="Eau", locale=site_tree["fr"].locale)
    page = StandardPageFactory(parent=site_tree["fr"])

    text = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "Eau" in text
    assert "Water" not in text
