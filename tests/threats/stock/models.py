"""The smallest site with a page that refers to others."""

from django.db import models
from grapple.helpers import register_query_field
from grapple.models import GraphQLForeignKey, GraphQLImage, GraphQLString
from wagtail.models import Page
from wagtail.search import index
from wagtail_headless_preview.models import HeadlessPreviewMixin


@register_query_field("stockPage")
class StockPage(HeadlessPreviewMixin, Page):
    """A page with a text, a picture and another page to read next."""

    lead = models.CharField(max_length=200, blank=True)
    related = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    picture = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [*Page.search_fields, index.SearchField("lead")]
    graphql_fields = [
        GraphQLString("lead"),
        GraphQLForeignKey("related", "stock.StockPage"),
        GraphQLImage("picture"),
    ]
