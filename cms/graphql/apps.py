from django.apps import AppConfig


class GraphQLConfig(AppConfig):
    """The room of the API."""

    name = "cms.graphql"
    label = "cms_graphql"
    verbose_name = "GraphQL"
