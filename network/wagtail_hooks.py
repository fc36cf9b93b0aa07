"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

import network.schema  # noqa: F401 registers types and queries
from network.models import Organisation, Person


class OrganisationViewSet(SnippetViewSet):
    """The admin screens of organisations."""

    model = Organisation
    icon = "home"
    menu_order = 10
    list_display = ["name", "acronym", "kind", "country_code"]
    list_filter = ["kind", "country_code"]
    list_export = ["name", "acronym", "kind", "country_code", "member_since", "website"]
    list_per_page = 50


class PersonViewSet(SnippetViewSet):
    """The admin screens of people."""

    model = Person
    icon = "user"
    menu_order = 20
    list_display = ["name", "role", "organisation"]
    list_per_page = 50


class NetworkGroup(SnippetViewSetGroup):
    """The menu of organisations and people."""

    items = (OrganisationViewSet, PersonViewSet)
    menu_label = _("Network")
    menu_icon = "group"
    menu_order = 210


register_snippet(NetworkGroup)
