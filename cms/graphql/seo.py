"""What search engines and shared links show of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import graphene
from django.conf import settings
from wagtail.models import Page

from cms.core.languages import bcp47
from cms.core.media.presets import PRESETS
from cms.core.publicpaths import address
from cms.graphql import json_ld, loaders
from cms.graphql.context import ApiContext
from cms.graphql.images import Picture, renditions_of
from cms.translations.published import originals_by_key

DESCRIPTION_LENGTH = 300  # characters; search engines show about half
SHARE_SIZE = (1200, 630)


@dataclass(frozen=True)
class SeoSubject:
    """A page with the request that asks for it."""

    page: Any
    context: ApiContext

    @property
    def title(self) -> str:
        """The title for search engines, else the page's own."""
        return self.page.seo_title or self.page.title

    @property
    def description(self) -> str | None:
        """The description for search engines, else the lead."""
        text = self.page.search_description or getattr(self.page, "lead", "")
        return text[:DESCRIPTION_LENGTH] or None

    @property
    def canonical_page(self) -> Page:
        """The page itself, or the one that an alias shows."""
        original = self.context.batches.load(self.page, loaders.originals, self.context)
        return original or self.page

    @property
    def canonical_url(self) -> str:
        """The one address under which search engines should know it."""
        return address(self.context.gate.path_of(self.canonical_page) or "/")

    def picture(self) -> Picture | None:
        """The social image, else the cover or the hero's picture."""
        for name in ("social_image", "cover", "hero_picture"):
            if not hasattr(self.page, f"{name}_id"):
                continue
            image = self.context.batches.load(
                self.page, loaders.related, name, self.context
            )
            if image is not None:
                language = self.context.code_of(self.page.locale_id)
                alt = getattr(self.page, f"{name}_alt", "")
                return Picture.of(image, language, alt, decorative=False)
        return None


class Alternate(graphene.ObjectType):
    """The same page in another language, for a `link` element."""

    hreflang = graphene.String(
        required=True, description="BCP 47, or `x-default` for the original."
    )
    href = graphene.String(required=True, description="The full address.")


class OpenGraphImage(graphene.ObjectType):
    """The picture of a shared link."""

    url = graphene.String(required=True, description="The full address.")
    width = graphene.Int(required=True, description="In pixels.")
    height = graphene.Int(required=True, description="In pixels.")
    alt = graphene.String(required=True, description="What it shows.")


class OpenGraph(graphene.ObjectType):
    """What a shared link shows (ogp.me)."""

    title = graphene.String(required=True, description="`og:title`")
    description = graphene.String(description="`og:description`")
    image = graphene.Field(OpenGraphImage, description="`og:image`")
    locale = graphene.String(required=True, description="`og:locale`, such as `pt_BR`.")
    type = graphene.String(required=True, description="`og:type`")

    def resolve_image(subject: SeoSubject, info):
        return share_image(subject)

    def resolve_locale(subject: SeoSubject, info):
        return bcp47(info.context.code_of(subject.page.locale_id)).replace("-", "_")

    def resolve_type(subject: SeoSubject, info):
        return "article" if hasattr(subject.page, "date") else "website"


def share_image(subject: SeoSubject) -> OpenGraphImage | None:
    """Return the file for shared links, where it has been made."""
    picture = subject.picture()
    if picture is None:
        return None
    files = subject.context.batches.load(picture.image, renditions_of) or {}
    made = files.get(PRESETS["SHARE"].spec(SHARE_SIZE[0], "original"))
    if made is None:
        return None
    return OpenGraphImage(
        url=made.url, width=made.width, height=made.height, alt=picture.alt
    )


class Seo(graphene.ObjectType):
    """What search engines and shared links show of a page."""

    title = graphene.String(required=True, description="For the `title` element.")
    description = graphene.String(description="For the description.")
    canonical_url = graphene.String(
        required=True, description="The one address to know the page by."
    )
    robots = graphene.String(
        required=True, description="For the robots `meta` element."
    )
    alternates = graphene.List(
        graphene.NonNull(Alternate),
        required=True,
        description="The page in every language, `x-default` included.",
    )
    open_graph = graphene.Field(
        OpenGraph, required=True, description="For shared links."
    )
    json_ld = graphene.String(
        required=True,
        description="schema.org data, ready to print in a `script` element.",
    )

    def resolve_robots(subject: SeoSubject, info):
        is_fallback = getattr(subject.page, "is_fallback", False)
        return "noindex, follow" if is_fallback else "index, follow"

    def resolve_alternates(subject: SeoSubject, info):
        return alternates(subject)

    def resolve_open_graph(subject: SeoSubject, info):
        return subject

    def resolve_json_ld(subject: SeoSubject, info):
        image = share_image(subject)
        return json_ld.script(subject, image.url if image else None)


def alternates(subject: SeoSubject) -> list[Alternate]:
    """Return the page's address in every language; x-default is the original's."""
    context, page = subject.context, subject.canonical_page
    versions = context.batches.load(page, loaders.translations, context)
    found = [
        Alternate(
            hreflang=bcp47(context.code_of(version.locale_id)),
            href=address(context.gate.path_of(version) or "/"),
        )
        for version in versions
    ]
    default = _default(versions, context.batches.load(page, original_ids), context)
    if default is not None:
        href = address(context.gate.path_of(default) or "/")
        found.append(Alternate(hreflang="x-default", href=href))
    return found


def _default(
    versions: Sequence[Page], original: int | None, context: ApiContext
) -> Page | None:
    """Return the original where it is known, else the default language's version."""
    for version in versions:
        if version.pk == original:
            return version
    by_code = {context.code_of(version.locale_id): version for version in versions}
    return by_code.get(settings.LANGUAGE_CODE) or next(iter(versions), None)


def original_ids(pages: Sequence[Page]) -> Mapping[int, int]:
    """Map many pages to the page that their language versions were made from."""
    found = originals_by_key({page.translation_key for page in pages})
    return {
        page.pk: found[page.translation_key]
        for page in pages
        if page.translation_key in found
    }
