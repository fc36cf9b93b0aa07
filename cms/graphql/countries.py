"""Countries (ISO 3166-1), named in the reader's language."""

import graphene

from cms.core.vocabularies.countries import country_name


class Country(graphene.ObjectType):
    """A country."""

    code = graphene.String(required=True, description="ISO 3166-1 alpha-2.")
    name = graphene.String(
        required=True, description="In the language of what it belongs to."
    )

    def resolve_code(pair, info):
        return pair[0]

    def resolve_name(pair, info):
        return country_name(*pair)
