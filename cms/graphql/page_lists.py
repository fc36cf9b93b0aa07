"""The connection of pages of any kind."""

from cms.graphql.connections import connection_type
from cms.graphql.pages import PageInterface

PageConnection = connection_type("Page", PageInterface)
