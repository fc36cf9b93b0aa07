"""Rich text: links and pictures lead to what the reader may see; markup is ours."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Collection, CollectionViewRestriction

from cms.core.media.prepare import prepare_image
from cms.core.richtext.clean import ATTRIBUTES, SCHEMES, TAGS, clean_html
from cms.core.richtext.links import ShownPicture, Target, render
from tests.factories.media import make_document, make_image
from tests.factories.pages import StandardPageFactory

HTML = """
query Q($slug: String!) { page(slug: $slug, locale: "fr") { ... on StandardPage {
  body { ... on ParagraphBlock { html } } } } }
"""


ALTS = ('alt="Ici"', "")


@pytest.fixture
def html_of(graphql, site_tree):
    """Return what becomes of stored rich text in a French page."""

    def answer(source: str) -> str:
        body = [{"type": "paragraph", "value": source}]
        StandardPageFactory(parent=site_tree["fr"], slug="texte", body=body)
        (block,) = graphql(HTML, slug="texte").data["page"]["body"]
        return block["html"]

    return answer


@pytest.fixture
def private(db):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


def test_an_embedded_picture_is_an_img_of_a_file_that_is_there(html_of):
    image = make_image(alt_texts={"en": "A bridge", "fr": "Un pont"}, size=(1600, 900))
    prepare_image(image)

    html = html_of(f'<p>a</p><embed embedtype="image" format="left" id="{image.pk}"/>')

    (img,) = BeautifulSoup(html, "html.parser").find_all("img")
    assert (img["alt"], img["width"], img["height"]) == ("Un pont", "1600", "900")
    assert img["src"].startswith("http://cms.test/media/images/")
    assert [size.split()[1] for size in img["srcset"].split(",")] == ["960w", "1600w"]
    assert set(img.attrs) == ATTRIBUTES["img"]


def test_the_words_of_the_text_win_over_the_pictures_own(html_of):
    image = make_image(alt_texts={"fr": "Un pont"})
    prepare_image(image)

    html = html_of(f'<embed embedtype="image" alt="Ici" id="{image.pk}"/>')

    assert ' alt="Ici"' in html
    assert "Un pont" not in html


def test_a_picture_without_files_leaves_its_description(html_of):
    image = make_image()

    assert html_of(f'<embed embedtype="image" alt="A &lt;b>" id="{image.pk}"/>') == (
        "A &lt;b&gt;"
    )


def test_a_private_picture_leaves_its_description(html_of, private):
    image = make_image(title="SECRET", collection=private, alt_texts={"fr": "SECRET"})
    prepare_image(image)

    embeds = [f'<embed embedtype="image" {alt} id="{image.pk}"/>' for alt in ALTS]

    assert html_of(f"<p>a {' '.join(embeds)}</p>") == "<p>a Ici </p>"


@pytest.mark.parametrize("number", ["999999", "9" * 5000, "x", "-1", "٣", ""])
@pytest.mark.parametrize(
    "tag",
    ['<embed embedtype="image" alt="words" id="{}"/>']
    + [f'<a linktype="{kind}" id="{{}}">words</a>' for kind in ("page", "document")],
)
def test_what_is_not_there_leaves_its_words(html_of, tag, number):
    assert html_of(f"<p>{tag.format(number)}</p>") == "<p>words</p>"


def test_a_player_is_not_embedded_by_a_text(html_of):
    embed = '<embed embedtype="media" url="https://www.youtube.com/watch?v=x"/>'

    assert html_of(f"<p>a</p>{embed}") == "<p>a</p>"


def test_a_private_file_leaves_the_links_words(html_of, private):
    file = make_document(title="SECRET", collection=private)

    assert html_of(f'<p><a linktype="document" id="{file.pk}">x</a></p>') == "<p>x</p>"


def test_pages_files_and_pictures_cost_the_same_for_one_and_for_many(
    graphql, site_tree, assert_flat
):
    def text() -> str:
        image = make_image(size=(8, 8))
        prepare_image(image)
        page = StandardPageFactory(parent=site_tree["en"])
        return (
            f'<p><a linktype="page" id="{page.pk}">x</a>'
            f'<a linktype="document" id="{make_document().pk}">x</a></p>'
            f'<embed embedtype="image" id="{image.pk}"/>'
        )

    holder = StandardPageFactory(
        parent=site_tree["fr"],
        slug="texte",
        body=[{"type": "paragraph", "value": text()}],
    )

    def grow() -> None:
        holder.body = [{"type": "paragraph", "value": text()} for _number in range(3)]
        holder.save()

    assert_flat(lambda: graphql(HTML, slug="texte").data, grow)


PIECES = [
    *("<script>alert(1)</script>", "<svg onload=alert(1)>", "<style>a{}</style>"),
    *('<a href="javascript:alert(1)">', '<a href=" java\nscript:x">', "</a>", "</p>"),
    *('<a href="data:text/html,x">', '<a href="https://x.test" onclick=x>', "<p>"),
    *('<img src=x onerror=alert(1) alt="a">', '<img src="https://x.test/a.png">'),
    *('<img src="http://cms.test/media/a.jpg" srcset="https://x.test/b 1w">', "<b"),
    *(
        "<math><mtext></p><table><mglyph><style><!--</style><img title=x>",
        "<!--",
        "-->",
    ),
    *("<noscript><p title='</noscript><img src=x onerror=x>'>", "<iframe src=x>"),
    *("<form><math><mtext></form><form><mglyph><style></math>", "<template>", "&lt;"),
    *('<a linktype="page" id="1">', '<a linktype="page" id="2">', "<embed>", "&#106;"),
    *('<embed embedtype="image" id="1" alt="&quot;><script>">', "<EMBED SRC=x>", "\0"),
    *('<p style="x" class="y" id="z">', "<li>", "<ol>", "<h1>", "<table>", "<object>"),
]


class Known:
    """Page 1 and picture 1 are there."""

    def find(self, kind: str, number: int) -> Target | None:
        return Target("/en/there/", "en") if number == 1 else None

    def picture(self, number: int) -> ShownPicture | None:
        src = "http://cms.test/media/a.jpg"
        return ShownPicture(src, f"{src} 9w", 9, 9, "alt") if number == 1 else None


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=9))
def test_only_markup_of_the_list_comes_out(pieces):
    html = render("".join(pieces), Known())

    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        assert tag.name in TAGS
        assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set())
        scheme, colon, _rest = tag.attrs.get("href", "").partition(":")
        assert not colon or scheme in SCHEMES or "/" in scheme
        for address in (tag.attrs.get("src"), tag.attrs.get("srcset")):
            assert address is None or address.startswith("http://cms.test/media/")
    assert clean_html(html) == html
