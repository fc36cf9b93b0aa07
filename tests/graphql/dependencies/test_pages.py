"""What a page or a path was answered from, and nothing else, is in its keys."""

from wagtail.contrib.redirects.models import Redirect

from cms.core.models import RelatedPage, Topic
from home.models import Menu, SiteTexts
from network.models import PageAuthor, Person
from news.models import Section
from publications.models import Series
from tests.factories.media import make_document, make_image
from tests.factories.pages import (
    NewsPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)
from tests.graphql.dependencies.asking import keys, touched
from tests.graphql.dependencies.small_site import (
    NEWS,
    PAGE,
    check,
    row,
    version,
)


def test_one_page(world):
    other = NewsPageFactory(parent=world.index)
    query = world.of_item("title lead topics { name } goals { title }")

    check(query, {row(world.item), "core.topic"}, world.item.unpublish)

    with_topic = Topic(slug="water", name="Water", locale=world.item.locale)
    assert touched(with_topic.save) == {"core.topic"}
    assert keys(query).isdisjoint(touched(other.save_revision().publish))
    assert keys(query).isdisjoint(touched(other.delete))


def test_a_page_that_is_not_there(world):
    draft = NewsPageFactory(parent=world.index, live=False)

    def publish() -> None:
        draft.save_revision().publish()

    check(f"{{ page(id: {draft.pk}) {{ title }} }}", {row(draft)}, publish)


def test_a_page_by_its_slug(world):
    def add() -> None:
        NewsPageFactory(parent=world.index, slug="flood")

    expected = {f"{PAGE}@{world.en}:slug=flood"}
    check('{ page(slug: "flood", locale: "en") { title } }', expected, add)


def test_a_page_by_its_path(world):
    def add() -> None:
        NewsPageFactory(parent=world.index, slug="flood")

    expected = {f"{PAGE}:at=/home/news/flood/"}
    check('{ page(urlPath: "/news/flood/") { title } }', expected, add)


def test_pages_above(world):
    expected = {row(page) for page in (world.root, world.tree["en"], world.index)}
    expected.add(row(world.item))
    query = world.of_item("breadcrumbs { title }")

    check(query, expected, world.index.unpublish)
    assert keys(query) == expected, "hidden pages above are looked at, too"
    below = keys(world.of_item("parent { title }"))
    assert below == {row(world.item), row(world.index)}


def test_translations(world):
    def add() -> None:
        NewsPageFactory(
            parent=world.french_index, translation_key=world.item.translation_key
        )

    query = world.of_item("translations { title isStale }")
    check(query, {row(world.item), version(world.item)}, add)


def test_previous_and_next(world):
    other = Section.objects.create(
        slug="other", name="Other", locale=world.tree["en"].locale
    )

    def add(section: Section) -> None:
        NewsPageFactory(parent=world.index, section=section)

    query = world.of_item("next { title } previous { title }")
    within = f"{NEWS}@{world.en}:in={world.section.pk}"
    check(query, {row(world.item), within}, lambda: add(world.section))
    assert keys(query).isdisjoint(touched(lambda: add(other)))


def test_a_reference_to_a_draft(world):
    target = StandardPageFactory(parent=world.tree["en"], live=False)
    world.item.related_pages.add(RelatedPage(target=target))
    world.item.save()

    def publish() -> None:
        target.save_revision().publish()

    query = world.of_item("related { title }")
    check(query, {row(world.item), row(target)}, publish)


def test_a_reference_that_may_be_translated(world):
    target = StandardPageFactory(parent=world.tree["fr"])
    world.item.related_pages.add(RelatedPage(target=target))
    world.item.save()

    def translate() -> None:
        StandardPageFactory(
            parent=world.tree["en"], translation_key=target.translation_key
        )

    query = world.of_item("related { title }")
    expected = {row(world.item), row(target), version(target, world.en)}
    check(query, expected, translate)


def test_a_link_in_a_text(world):
    target = StandardPageFactory(parent=world.tree["en"], live=False)
    file = make_document()
    html = f'<a linktype="page" id="{target.pk}">a</a>'
    html += f'<a linktype="document" id="{file.pk}">b</a>'
    world.item.body = [{"type": "paragraph", "value": f"<p>{html}</p>"}]
    world.item.save()

    query = world.of_item("body { ... on ParagraphBlock { html } }")
    check(query, {row(world.item), row(target), row(file)}, file.delete)


def test_a_picture_and_its_files(world):
    image = make_image()
    world.item.cover = image
    world.item.save()

    def make_file() -> None:
        image.get_rendition("width-80")

    query = world.of_item("cover { alt rendition(preset: CARD) { url } }")
    check(query, {row(world.item), row(image)}, make_file)
    assert row(image) in touched(image.delete)


def test_people(world):
    organisation = world.new_organisation("brightwater", live=False)
    person = Person.objects.create(
        name="Ada", locale=world.item.locale, organisation=organisation
    )
    world.item.page_authors.add(PageAuthor(person=person))
    world.item.save()

    query = world.of_item("authors { name organisation { name } }")
    expected = {row(world.item), row(person), row(organisation)}
    check(query, expected, lambda: organisation.save_revision().publish())


def test_a_series(world):
    series = Series.objects.create(slug="s", name="S", locale=world.section.locale)
    page = PublicationPageFactory(parent=world.tree["en"], series=series)
    chosen = "... on PublicationPage { series { name } }"
    query = f"{{ page(id: {page.pk}) {{ {chosen} }} }}"

    check(query, {row(page), "publications.series"}, series.delete)


def test_texts_and_menus_of_the_site(world):
    shared = {"site": world.tree.site, "locale": world.tree["en"].locale}
    texts = SiteTexts.objects.create(name="Network", **shared)
    query = '{ site(locale: "en") { name menu(name: "main") { label } } }'
    expected = {row(texts), f"home.sitetexts@{world.en}", f"home.menu@{world.en}"}

    check(query, expected, lambda: Menu.objects.create(name="main", **shared))


def test_a_path_that_leads_nowhere(world):
    query = '{ route(path: "/en/news/flood/") { ... on PageRoute { isFallback } } }'
    expected = {"wagtailredirects.redirect:from=/en/news/flood"}
    for place in ("/home/news/flood/", "/home/news/", "/home/"):
        expected.add(f"{PAGE}:at={place}")
    expected |= {f"{PAGE}:slug=flood", f"{PAGE}:parent={world.index.pk}"}
    expected |= {row(world.index), row(world.item)}

    check(query, expected, lambda: Redirect.objects.create(old_path="/en/news/flood"))
    assert touched(lambda: NewsPageFactory(parent=world.index, slug="flood")) & expected


def test_a_path_that_falls_back(world, settings):
    settings.LANGUAGE_FALLBACKS = {"fr": ("en",)}
    above = StandardPageFactory(
        parent=world.tree["fr"],
        slug="nouvelles",
        translation_key=world.index.translation_key,
    )
    query = """{ route(path: "/fr/nouvelles/bridge/") {
      ... on PageRoute { page { title } } } }"""
    expected = {"wagtailredirects.redirect:from=/fr/nouvelles/bridge"}
    expected |= {row(world.item), version(world.index)}
    for place in ("-fr/nouvelles/bridge", "-fr/nouvelles", "/nouvelles/bridge"):
        expected.add(f"{PAGE}:at=/home{place}/")
    expected.add(f"{PAGE}:at=/home/news/bridge/")

    check(query, expected, above.delete)


def test_what_no_reader_sees_touches_nothing(world):
    draft = NewsPageFactory(parent=world.index, live=False)

    def write() -> None:
        world.item.title = "Not yet"
        world.item.save_revision()
        draft.title = "Later"
        draft.related_pages.add(RelatedPage(target=world.item))
        draft.save()

    assert touched(write) == set()


def test_a_key_is_short_and_has_no_spaces(world):
    found = keys(f'{{ page(slug: "{"ü x" * 90}", locale: "en") {{ title }} }}')

    (key,) = found
    assert len(key) < 150
    assert key.isascii()
    assert " " not in key
