"""The stock site's models, as the manuals of Wagtail and Grapple declare them."""

from django.db import models
from grapple.helpers import register_query_field
from grapple.models import (
    GraphQLCollection,
    GraphQLForeignKey,
    GraphQLImage,
    GraphQLString,
)
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from rest_framework.fields import CharField
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.images.api.fields import ImageRenditionField
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import Orderable, Page

from benchmarks.peers.stock.specs import CARDS


class CustomImage(AbstractImage):
    """A picture."""

    placeholder = models.TextField(blank=True)

    admin_form_fields = Image.admin_form_fields
    graphql_fields = [GraphQLString("placeholder")]
    api_fields = [APIField("width"), APIField("height")]

    class Meta(AbstractImage.Meta):
        managed = False
        db_table = "core_customimage"


class CustomRendition(AbstractRendition):
    """A file of a picture."""

    image = models.ForeignKey(
        CustomImage, related_name="renditions", on_delete=models.CASCADE
    )

    class Meta:
        managed = False
        db_table = "core_customrendition"
        unique_together = [("image", "filter_spec", "focal_point_key")]


class Topic(models.Model):
    """A subject."""

    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)

    graphql_fields = [GraphQLString("slug"), GraphQLString("name")]
    api_fields = [APIField("slug"), APIField("name")]

    class Meta:
        managed = False
        db_table = "core_topic"

    def __str__(self) -> str:
        return self.name


class Section(models.Model):
    """A part of the news."""

    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)

    graphql_fields = [GraphQLString("slug"), GraphQLString("name")]
    api_fields = [APIField("slug"), APIField("name")]

    class Meta:
        managed = False
        db_table = "news_section"

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """An author."""

    name = models.CharField(max_length=160)

    graphql_fields = [GraphQLString("name")]
    api_fields = [APIField("name")]

    class Meta:
        managed = False
        db_table = "network_person"

    def __str__(self) -> str:
        return self.name


class PageAuthor(Orderable):
    """Who wrote a page."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="page_authors")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    graphql_fields = [GraphQLForeignKey("person", "news.Person")]
    api_fields = [APIField("person")]

    class Meta(Orderable.Meta):
        managed = False
        db_table = "network_pageauthor"


class NewsIndexPage(Page):
    """The list of all news."""

    graphql_fields = [GraphQLString("lead")]
    lead = models.TextField(blank=True)

    class Meta:
        managed = False
        db_table = "news_newsindexpage"


@register_query_field("newsPage")
class NewsPage(Page):
    """A dated announcement."""

    date = models.DateField(db_index=True)
    lead = models.TextField(blank=True)
    section = models.ForeignKey(
        Section, null=True, on_delete=models.PROTECT, related_name="+"
    )
    cover = models.ForeignKey(
        CustomImage, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    topics = ParentalManyToManyField(Topic, related_name="+")
    body = StreamField([], blank=True)

    graphql_fields = [
        GraphQLString("date"),
        GraphQLString("lead"),
        GraphQLForeignKey("section", "news.Section"),
        GraphQLImage("cover"),
        GraphQLCollection(GraphQLForeignKey, "topics", "news.Topic"),
        GraphQLCollection(GraphQLForeignKey, "page_authors", "news.PageAuthor"),
    ]
    api_fields = [
        APIField("date"),
        APIField("lead"),
        APIField("section"),
        APIField("cover"),
        APIField("placeholder", CharField(source="cover.placeholder")),
        *(
            APIField(name, ImageRenditionField(spec, source="cover"))
            for name, spec in CARDS.items()
        ),
        APIField("topics"),
        APIField("page_authors"),
    ]

    class Meta:
        managed = False
        db_table = "news_newspage"
