"""Bodies: typed blocks, clean HTML, stable ids."""

import pytest

from tests.factories.media import make_image
from tests.factories.pages import StandardPageFactory

BODY = """
{ page(slug: "about") { ... on StandardPage { body {
  __typename id blockType
  ... on HeadingBlock { text level anchor }
  ... on ParagraphBlock { html }
  ... on QuoteBlock { text attribution { name role organisation } }
  ... on PictureBlock { picture { alt } caption credit }
  ... on FactBoxBlock { title items { html } }
  ... on KeyFiguresBlock { figures { value unit label asOf source { title href } } }
  ... on StepsBlock { steps { title html } }
  ... on LinksBlock { links { label href page { path } } }
  ... on EmbedBlock { title url html provider }
} } } }
"""


@pytest.fixture
def body_of(graphql, site_tree):
    def answer(*blocks):
        StandardPageFactory(parent=site_tree["en"], title="About", body=list(blocks))
        return graphql(BODY).data["page"]["body"]

    return answer


def item(value, number="1"):
    return {"type": "item", "id": number, "value": value}


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("<p>Plain</p>", "<p>Plain</p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ('<p onclick="x()" style="y">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        (
            '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
            '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
        ),
        ('<p><a linktype="page" id="999999">gone</a></p>', "<p>gone</p>"),
        ('<p><a linktype="page" id="x">odd</a></p>', "<p>odd</p>"),
        ("<p>H<sub>2</sub>O</p>", "<p>H<sub>2</sub>O</p>"),
        ('<embed embedtype="media" url="https://x.test"/><p>a</p>', "<p>a</p>"),
    ],
)
def test_html_is_clean(body_of, stored, shown):
    (block,) = body_of({"type": "paragraph", "value": stored})

    assert block["html"] == shown


def test_a_link_to_a_page_is_a_public_path_in_the_readers_language(graphql, site_tree):
    target = StandardPageFactory(parent=site_tree["en"], title="Target", slug="target")
    StandardPageFactory(
        parent=site_tree["fr"],
        title="Cible",
        slug="cible",
        translation_key=target.translation_key,
    )
    only = StandardPageFactory(parent=site_tree["en"], title="Only", slug="only")
    links = "".join(
        f'<p><a linktype="page" id="{page.pk}">x</a></p>' for page in (target, only)
    )
    StandardPageFactory(
        parent=site_tree["fr"],
        title="About",
        slug="about",
        body=[{"type": "paragraph", "value": links}],
    )

    (block,) = graphql(BODY.replace('"about"', '"about", locale: "fr"')).data["page"][
        "body"
    ]

    assert block["html"] == (
        '<p><a href="/fr/cible/">x</a></p>'
        '<p><a href="/en/only/" hreflang="en">x</a></p>'
    )


def test_ids_stay_and_types_have_the_blocks_names(body_of):
    (block,) = body_of(
        {
            "type": "heading",
            "id": "5a0b1c2d-0000-4000-8000-000000000000",
            "value": {"text": "Who we are", "level": "2"},
        }
    )

    assert block == {
        "__typename": "HeadingBlock",
        "blockType": "HeadingBlock",
        "id": "5a0b1c2d-0000-4000-8000-000000000000",
        "text": "Who we are",
        "level": 2,
        "anchor": "who-we-are",
    }


def test_equal_headings_have_anchors_of_their_own(body_of):
    value = {"text": "Results", "level": "3"}

    blocks = body_of(*({"type": "heading", "value": value} for _number in range(3)))

    assert [block["anchor"] for block in blocks] == [
        "results",
        "results-2",
        "results-3",
    ]


def test_what_was_left_empty_is_absent(body_of):
    quote, figures, box = body_of(
        {
            "type": "quote",
            "value": {"text": "So", "name": "", "role": "", "organisation": ""},
        },
        {
            "type": "key_figures",
            "value": {
                "figures": [
                    item(
                        {
                            "value": "29",
                            "unit": "",
                            "label": "partners",
                            "as_of": "2021-06",
                            "source_title": "",
                            "source_url": "",
                        }
                    )
                ]
            },
        },
        {"type": "fact_box", "value": {"title": "", "items": [item("<p>One</p>")]}},
    )

    assert quote["attribution"] is None
    assert figures["figures"] == [
        {
            "value": "29",
            "unit": None,
            "label": "partners",
            "asOf": "2021-06",
            "source": None,
        }
    ]
    assert box["title"] is None
    assert box["items"] == [{"html": "<p>One</p>"}]


def test_an_embedded_film_is_made_from_its_address_alone(body_of):
    known, unknown = body_of(
        {
            "type": "embed",
            "value": {
                "url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
                "title": 'A "film"',
            },
        },
        {"type": "embed", "value": {"url": "https://video.test/1", "title": "Other"}},
    )

    assert known["provider"] == "YouTube"
    assert 'src="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"' in known["html"]
    assert "A &quot;film&quot;" in known["html"]
    assert (unknown["provider"], unknown["html"]) == (None, "")


@pytest.mark.parametrize(("decorative", "alt"), [(True, ""), (False, "A bridge")])
def test_only_a_decorative_picture_has_no_description(body_of, decorative, alt):
    image = make_image(alt_texts={"en": "A bridge"})

    (block,) = body_of(
        {
            "type": "picture",
            "value": {
                "image": image.pk,
                "alt": "",
                "decorative": decorative,
                "caption": "",
                "credit": "",
            },
        }
    )

    assert block["picture"]["alt"] == alt
