"""Published pages of every kind: `NewsPageFactory(parent=index, title="A bridge")`.

The parent decides the language. A translation shares its original's `translation_key`:
`NewsPageFactory(parent=french_index, translation_key=original.translation_key)`.
"""

import factory
from wagtail_factories import PageFactory

from cms.core.slugs import slug_from
from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from projects.models import ProjectIndexPage, ProjectPage
from publications.models import (
    PublicationIndexPage,
    PublicationKind,
    PublicationPage,
)


class _PageFactory(PageFactory):
    slug = factory.LazyAttribute(lambda page: slug_from(page.title))

    class Meta:
        abstract = True


class HomePageFactory(_PageFactory):
    title = "Home"

    class Meta:
        model = HomePage


class StandardPageFactory(_PageFactory):
    title = factory.Sequence("Page {}".format)

    class Meta:
        model = StandardPage


class NewsIndexPageFactory(_PageFactory):
    title = "News"

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(_PageFactory):
    title = factory.Sequence("News item {}".format)

    class Meta:
        model = NewsPage


class ProjectIndexPageFactory(_PageFactory):
    title = "Projects"

    class Meta:
        model = ProjectIndexPage


class ProjectPageFactory(_PageFactory):
    title = factory.Sequence("Project {}".format)

    class Meta:
        model = ProjectPage


class PublicationIndexPageFactory(_PageFactory):
    title = "Publications"

    class Meta:
        model = PublicationIndexPage


class PublicationPageFactory(_PageFactory):
    title = factory.Sequence("Publication {}".format)
    kind = PublicationKind.STUDY

    class Meta:
        model = PublicationPage
