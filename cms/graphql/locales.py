"""Languages, and the query that lists them."""

import graphene
from django.conf import settings

from cms.core import languages
from cms.graphql.extensions import query


class Language(graphene.ObjectType):
    """A language that content is written in."""

    code = graphene.String(
        required=True, description="BCP 47, such as `en` or `pt-BR`."
    )
    name = graphene.String(
        required=True, description="Its name in the default language."
    )
    native_name = graphene.String(
        required=True, description="Its name in the language itself."
    )
    direction = graphene.String(
        required=True, description="`ltr` or `rtl`, for the `dir` attribute."
    )
    is_default = graphene.Boolean(
        required=True, description="Whether it is used where no language is named."
    )

    def resolve_code(code, info):
        return languages.bcp47(code)

    def resolve_name(code, info):
        return languages.name_in(code, settings.LANGUAGE_CODE)

    def resolve_native_name(code, info):
        return languages.native_name(code)

    def resolve_direction(code, info):
        return languages.direction(code)

    def resolve_is_default(code, info):
        return code == settings.LANGUAGE_CODE


@query
class LocalesQuery:
    """The languages of a site."""

    locales = graphene.List(
        graphene.NonNull(Language),
        required=True,
        description="The languages in which the site has a home page.",
    )

    def resolve_locales(root, info):
        return list(info.context.roots)
