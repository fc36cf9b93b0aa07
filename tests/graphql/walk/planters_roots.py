"""Behind the root fields and their lists."""

from wagtail.contrib.redirects.models import Redirect

from cms.core.models import Topic
from publications.models import Series
from tests.graphql.walk.marked import marked_organisation, new_mark
from tests.graphql.walk.planting import Planted, World, plants

NEWS = 'newsPages(locale: "en", first: 100)'
PROJECTS = 'projectPages(locale: "en", first: 100)'
PUBLICATIONS = 'publicationPages(locale: "en", first: 100)'
ORGANISATIONS = 'organisations(locale: "en", first: 100)'


@plants("Query.page")
def a_page_by_id_slug_and_path(world: World) -> Planted:
    page = world.page()
    place = page.url_path.removeprefix(world.tree["en"].url_path)
    paths = (f"id: {page.pk}", f'slug: "{page.slug}"', f'urlPath: "/{place}"')
    return Planted(page, tuple(f"page({path})" for path in paths))


@plants("Query.pages")
def a_page_among_pages(world: World) -> Planted:
    return Planted(world.page(), ('pages(limit: 100, contentType: "news.NewsPage")',))


@plants("Query.route", "PageRoute.page")
def a_page_at_its_path(world: World) -> Planted:
    page = world.page("StandardPage")
    route = f'route(path: "/en/{page.get_parent().slug}/{page.slug}/")'
    return Planted(page, (f"{route} | ... on PageRoute | page",))


@plants("NotFoundRoute.suggestions")
def a_page_that_may_have_been_meant(world: World) -> Planted:
    page = world.page()
    route = f'route(path: "/en/nowhere/{page.slug}/")'
    return Planted(page, (f"{route} | ... on NotFoundRoute | suggestions",))


@plants("RedirectRoute.location")
def a_page_that_moved(world: World) -> Planted:
    page = world.page()
    Redirect.objects.create(old_path="/en/moved", redirect_page=page)
    route = 'route(path: "/en/moved/")'
    return Planted(page, (f"{route} | ... on RedirectRoute | location",))


@plants("Query.paths", "PathConnection.nodes")
def a_path(world: World) -> Planted:
    page = world.page("StandardPage", "ar")
    return Planted(page, ('paths(locale: "ar", first: 100)',))


@plants("Query.search", "SearchConnection.nodes", "SearchHit.page")
def a_hit(world: World) -> Planted:
    page = world.page(lead="sought")
    search = 'search(text: "sought", locale: "en")'
    return Planted(page, (f"{search} | nodes | page",))


@plants("Query.newsPages", "NewsConnection.nodes")
def a_news_item_in_the_list(world: World) -> Planted:
    return Planted(world.page("NewsPage"), (NEWS,))


@plants("Query.projectPages", "ProjectConnection.nodes")
def a_project_in_the_list(world: World) -> Planted:
    return Planted(world.page("ProjectPage"), (PROJECTS,))


@plants("Query.publicationPages", "PublicationConnection.nodes")
def a_publication_in_the_list(world: World) -> Planted:
    return Planted(world.page("PublicationPage"), (PUBLICATIONS,))


@plants("Query.organisations", "OrganisationConnection.nodes")
def an_organisation_in_the_list(world: World) -> Planted:
    return Planted(marked_organisation(world.locale), (ORGANISATIONS,))


@plants("Query.organisation")
def an_organisation_by_slug(world: World) -> Planted:
    town = marked_organisation(world.locale)
    return Planted(town, (f'organisation(slug: "{town.slug}", locale: "en")',))


@plants("NewsConnection.facets", "Facet.values")
def a_topic_of_one_news_item(world: World) -> Planted:
    return _with_topic(world, "NewsPage", NEWS)


@plants("ProjectConnection.facets")
def a_topic_of_one_project(world: World) -> Planted:
    return _with_topic(world, "ProjectPage", PROJECTS)


@plants("PublicationConnection.facets")
def a_series_of_one_publication(world: World) -> Planted:
    mark = new_mark()
    series = Series.objects.create(slug=mark, name=mark, locale=world.locale)
    page = world.page("PublicationPage", series=series)
    return Planted(page, (f"{PUBLICATIONS} | facets",), mark)


@plants("OrganisationConnection.facets")
def a_country_of_one_organisation(world: World) -> Planted:
    town = marked_organisation(world.locale, country_code="LI")
    return Planted(town, (f"{ORGANISATIONS} | facets",), "Liechtenstein")


def _with_topic(world: World, kind: str, root: str) -> Planted:
    mark = new_mark()
    topic = Topic.objects.create(slug=mark, name=mark, locale=world.locale)
    page = world.page(kind)
    page.topics.add(topic)
    page.save()
    return Planted(page, (f"{root} | facets",), mark)
