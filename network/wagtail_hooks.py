"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

import network.schema  # noqa: F401 registers types and queries
from cms.core.viewsets import ListedViewSet
from network.models import Organisation, Person


class OrganisationViewSet(ListedViewSet):
    """The admin screens of organisations."""

    model = Organisation
    icon = "home"
    menu_order = 10
    list_display = ["name", LocaleColumn(), "acronym", "kind", "country_code"]
    list_filter = ["kind", "country_code"]
    list_export = ["name", "acronym", "kind", "country_code", "member_since", "website"]
    search_fields = ["name", "acronym"]


class PersonViewSet(ListedViewSet):
    """The admin screens of people."""

    model = Person
    icon = "user"
    menu_order = 20
    list_display = ["name", LocaleColumn(), "role", "organisation"]
    search_fields = ["name", "role"]


class NetworkGroup(SnippetViewSetGroup):
    """The menu of organisations and people."""

    items = (OrganisationViewSet, PersonViewSet)
    menu_label = _("Network")
    menu_icon = "group"
    menu_order = 210


register_snippet(NetworkGroup)
