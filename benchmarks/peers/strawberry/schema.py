"""The list of news as a project with strawberry-django writes it."""

import strawberry
import strawberry_django
from django.db.models import QuerySet
from strawberry import auto
from strawberry_django.optimizer import DjangoOptimizerExtension

from benchmarks.peers.stock import models


@strawberry_django.type(models.Topic)
class Topic:
    """A subject."""

    slug: auto
    name: auto


@strawberry_django.type(models.Section)
class Section:
    """A part of the news."""

    slug: auto
    name: auto


@strawberry_django.type(models.Person)
class Person:
    """An author."""

    name: auto


@strawberry_django.type(models.PageAuthor)
class PageAuthor:
    """Who wrote a page."""

    person: Person


@strawberry_django.type(models.CustomRendition)
class Rendition:
    """A file of a picture."""

    width: auto
    height: auto
    filter_spec: auto

    @strawberry_django.field(only=["file"])
    def url(self) -> str:
        """Return the file's address."""
        return str(self.url)


@strawberry_django.type(models.CustomImage)
class Picture:
    """A picture with its files."""

    id: auto
    title: auto
    width: auto
    height: auto
    focal_point_x: auto
    focal_point_y: auto
    placeholder: auto

    @strawberry_django.field(prefetch_related=["renditions"])
    def cards(self) -> list[Rendition]:
        """Return the files for lists."""
        wanted = models.CARDS.values()
        return [file for file in self.renditions.all() if file.filter_spec in wanted]


@strawberry_django.type(models.NewsPage)
class NewsPage:
    """A dated announcement."""

    id: auto
    title: auto
    url_path: auto
    date: auto
    lead: auto
    cover: Picture | None
    section: Section | None
    topics: list[Topic]
    page_authors: list[PageAuthor]


@strawberry.type
class Query:
    """Lists."""

    @strawberry_django.field
    def news_pages(self, locale: str, limit: int, offset: int) -> list[NewsPage]:
        """Return the public news of a language, the latest first."""
        return _news(locale)[offset : offset + limit]


def _news(locale: str) -> QuerySet[models.NewsPage]:
    pages = models.NewsPage.objects.live().public()
    return pages.filter(locale__language_code=locale).order_by("-date", "id")


schema = strawberry.Schema(query=Query, extensions=[DjangoOptimizerExtension])
