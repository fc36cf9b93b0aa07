"""The home page, menus and texts of the whole site in the API."""

from collections.abc import Sequence
from typing import Any

import graphene
from grapple.registry import registry

from cms.core.blocks import LinkBlock
from cms.core.publicpaths import LanguageRoot
from cms.graphql import loaders
from cms.graphql.blocks import BlockNode
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.keys import all_of
from cms.graphql.extensions import extend, query
from cms.graphql.images import Image, Picture
from cms.graphql.locales import Language
from cms.graphql.planner.columns import reads
from cms.graphql.resolvers import nodes_in
from home.models import HomePage, Menu, SiteTexts
from home.models.menus import MenuEntryBlock
from home.models.site_texts import SocialBlock

link_type = lambda: registry.streamfield_blocks[LinkBlock]  # noqa: E731 read late
entry_type = lambda: registry.streamfield_blocks[MenuEntryBlock]  # noqa: E731
social_type = lambda: registry.streamfield_blocks[SocialBlock]  # noqa: E731


@extend(LinkBlock)
class LinkFields:
    """Where a link leads."""

    def resolve_href(node: BlockNode, info):
        if address := node.read("url"):
            return address
        for kind in ("page", "document"):
            chosen = node.value[kind]
            found = node.targets.find(kind, chosen.pk) if chosen else None
            if found:
                return found.href
        return None


class Hero(graphene.ObjectType):
    """The top of a home page."""

    title = graphene.String(required=True, description="In large letters.")
    lead = graphene.String(description="One or two sentences.")
    picture = graphene.Field(Image, description="Beside or behind the words.")
    links = graphene.List(
        graphene.NonNull(link_type), required=True, description="What to do next."
    )

    def resolve_title(page: HomePage, info):
        return page.hero_title or page.title

    def resolve_lead(page: HomePage, info):
        return page.hero_lead or None

    def resolve_picture(page: HomePage, info):
        context = info.context
        image = context.batches.load(page, loaders.related, "hero_picture", context)
        code = context.code_of(page.locale_id)
        return (
            Picture.of(image, code, page.hero_alt, decorative=False) if image else None
        )

    def resolve_links(page: HomePage, info):
        return nodes_in(page, "hero_links", info.context)


@extend(HomePage)
class HomeFields:
    """What a home page's columns do not say."""

    hero = graphene.Field(Hero, description="The top of the page.")

    @reads("hero_links", "hero_picture")
    def resolve_hero(page: HomePage, info):
        return page


class ContactInformation(graphene.ObjectType):
    """How to reach the organisation behind a site."""

    address_lines = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="As on a letter."
    )
    email = graphene.String(description="Where to write to.")
    phone = graphene.String(description="Telephone number (E.164).")

    def resolve_address_lines(texts: SiteTexts, info):
        return [line.strip() for line in texts.address.splitlines() if line.strip()]

    def resolve_email(texts: SiteTexts, info):
        return texts.email or None

    def resolve_phone(texts: SiteTexts, info):
        return texts.phone or None


class FundingNotice(graphene.ObjectType):
    """Who pays for the site, and whose views these are not."""

    funder = graphene.Field(
        lambda: registry.snippets[SiteTexts._meta.get_field("funder").related_model],
        description="Who pays.",
    )
    statement = graphene.String(description="What the funder wants to be said.")
    disclaimer = graphene.String(description="Whose views these are not.")

    def resolve_funder(texts: SiteTexts, info):
        context = info.context
        return context.batches.load(texts, loaders.related, "funder", context)

    def resolve_statement(texts: SiteTexts, info):
        return texts.funding_statement or None

    def resolve_disclaimer(texts: SiteTexts, info):
        return texts.funding_disclaimer or None


class SiteTextsType(graphene.ObjectType):
    """What every page of a site shows."""

    locale = graphene.Field(
        Language, required=True, description="The language of these texts."
    )
    name = graphene.String(required=True, description="The site's name.")
    tagline = graphene.String(description="What it is, in a few words.")
    contact = graphene.Field(
        ContactInformation, required=True, description="How to reach it."
    )
    social = graphene.List(
        graphene.NonNull(social_type), required=True, description="Where to follow it."
    )
    menu = graphene.List(
        graphene.NonNull(entry_type),
        required=True,
        name=graphene.String(required=True, description="Such as `main`."),
        description="A menu's entries, in the first asked language that has it; "
        "entries whose page is not public are left out.",
    )
    funding_notice = graphene.Field(
        FundingNotice, description="Null where there is nothing to say."
    )

    class Meta:
        name = "SiteTexts"

    def resolve_locale(texts: SiteTexts, info):
        return info.context.code_of(texts.locale_id)

    def resolve_tagline(texts: SiteTexts, info):
        return texts.tagline or None

    def resolve_contact(texts: SiteTexts, info):
        return texts

    def resolve_social(texts: SiteTexts, info):
        return nodes_in(texts, "social", info.context)

    def resolve_menu(texts: SiteTexts, info, name):
        menu = _first(Menu.objects.filter(name=name[:40]), texts.chain, info.context)
        if menu is None:
            return []
        nodes = nodes_in(menu, "entries", info.context)
        return [node for node in nodes if _leads_somewhere(node)]

    def resolve_funding_notice(texts: SiteTexts, info):
        said = texts.funding_statement or texts.funding_disclaimer or texts.funder_id
        return texts if said else None


@extend(MenuEntryBlock)
class MenuEntryFields:
    """The entries below an entry."""

    def resolve_children(node: BlockNode, info):
        entries = node.items(LinkBlock, node.value["children"])
        return [entry for entry in entries if _leads_somewhere(entry)]


def _leads_somewhere(node: BlockNode) -> bool:
    return LinkFields.resolve_href(node, None) is not None


def _first(rows: Any, chain: Sequence[LanguageRoot], context: ApiContext) -> Any:
    order = [root.locale_id for root in chain]
    context.notes.add(*(all_of(rows.model, locale_id) for locale_id in order))
    found = rows.filter(site=context.gate.site, locale_id__in=order)
    return min(found, key=lambda row: order.index(row.locale_id), default=None)


@query
class SiteQuery:
    """Texts of the whole site."""

    site = graphene.Field(
        SiteTextsType,
        locale=graphene.String(required=True, description="The language asked for."),
        fallback=graphene.List(
            graphene.NonNull(graphene.String),
            description="Languages to look in next.",
        ),
        site=graphene.String(description="A host name; left out, the default site."),
        description="What every page of a site shows; null where nothing is written.",
    )

    def resolve_site(root, info, locale, fallback=None, site=None):
        info.context.use_site(site)
        chain = info.context.chain_for(locale, fallback)
        texts = _first(SiteTexts.objects.all(), chain, info.context)
        if texts is not None:
            texts.chain = chain
        return texts
