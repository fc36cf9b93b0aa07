"""Files to download."""

import graphene
from django.conf import settings

from cms.core.languages import bcp47


class Document(graphene.ObjectType):
    """A file to download."""

    title = graphene.String(required=True, description="What the file is called.")
    url = graphene.String(required=True, description="Where to download it.")
    file_size = graphene.Int(description="In bytes.")
    file_type = graphene.String(
        description="Its media type (RFC 6838), such as `application/pdf`."
    )
    language = graphene.String(description="The language of its text (BCP 47).")

    def resolve_url(document, info):
        return f"{settings.PUBLIC_URL}{document.url}"

    def resolve_file_type(document, info):
        return document.media_type or None

    def resolve_language(document, info):
        return bcp47(document.language) if document.language else None
