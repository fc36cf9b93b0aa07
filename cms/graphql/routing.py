"""Finding what stands at a public path."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.publicpaths import LanguageRoot, split_public_path
from cms.core.richtext.addresses import followable
from cms.graphql import loaders
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import OLD_PATH, PARENT, PLACE, SLUG, versions

MAX_SUGGESTIONS = 5
MAX_DEPTH = 12  # slugs in a path; no tree of pages is deeper


@dataclass(frozen=True)
class Found:
    """A page, and the language that was asked for."""

    page: Page
    requested: str
    is_fallback: bool


@dataclass(frozen=True)
class Redirected:
    """Another place."""

    location: str
    is_permanent: bool


def find_route(path: str, context: ApiContext) -> Found | Redirected | list[Page]:
    """Return what a path leads to, or pages that may have been meant."""
    language_code, slugs = split_public_path(path)
    root = context.roots.get(language_code)
    if root is not None and (page := page_at(root, slugs, context)):
        return _shown(page, root, context)
    if moved := _redirect(path, context):
        return moved
    if root is None:
        return []
    if page := _fallback(root, slugs, context):
        return _found(page, root, is_fallback=True)
    return _suggestions(root, slugs, context)


def page_at(root: LanguageRoot, slugs: str, context: ApiContext) -> Page | None:
    """Return the visible page at a place below a language's home."""
    url_path = f"{root.url_path}{slugs}/" if slugs else root.url_path
    return _first_at([url_path], context)


def _shown(page: Page, root: LanguageRoot, context: ApiContext) -> Found | list[Page]:
    """An alias of another language's page counts as a fallback: it shows that page."""
    original = context.batches.load(page, loaders.originals, context)
    if original is None or original.locale_id == page.locale_id:
        return _found(page, root, is_fallback=False)
    return _found(original, root, is_fallback=True)


def _found(page: Page, root: LanguageRoot, *, is_fallback: bool) -> Found:
    page.is_fallback = is_fallback
    return Found(page, root.language_code, is_fallback)


def _first_at(url_paths: Sequence[str], context: ApiContext) -> Page | None:
    """Return the visible page at the first of these places that has one."""
    context.notes.add(*map(PLACE.key, url_paths))
    rows = context.gate.visible(Page.objects.filter(url_path__in=url_paths))
    found = {
        page.url_path: page for page in context.pages(loaders.of_known_types(rows))
    }
    return next((found[place] for place in url_paths if place in found), None)


def _fallback(root: LanguageRoot, slugs: str, context: ApiContext) -> Page | None:
    """Return the page at the same place in a language of the chain.

    The place may be named by the slugs of either language: what is translated on the
    way, by its slugs here; the rest, by the original's.
    """
    chain = [
        context.roots[code]
        for code in settings.LANGUAGE_FALLBACKS.get(root.language_code, ())
        if code in context.roots
    ]
    parts = slugs.split("/")
    if not chain or len(parts) > MAX_DEPTH:
        return None
    beginnings = _beginnings(root, parts, context)
    for other in chain:
        places = [f"{other.url_path}{slugs}/" if slugs else other.url_path]
        for count, translations in beginnings:
            rest = "/".join(parts[count:])
            places += [
                f"{path}{rest}/" for path in translations.get(other.locale_id, ())
            ]
        if page := _first_at(places, context):
            return page
    return None


def _beginnings(
    root: LanguageRoot, parts: list[str], context: ApiContext
) -> list[tuple[int, dict[int, list[str]]]]:
    """Return how many slugs are found here, longest first, with their translations."""
    places = {
        f"{root.url_path}{'/'.join(parts[:count])}/": count
        for count in range(1, len(parts))
    }
    context.notes.add(*map(PLACE.key, places))
    rows = context.gate.visible(Page.objects.filter(url_path__in=places))
    here = {page.translation_key: places[page.url_path] for page in rows}
    context.notes.add(*(versions(Page, key) for key in here))
    found: dict[int, dict[int, list[str]]] = {count: {} for count in here.values()}
    for page in Page.objects.filter(translation_key__in=here):
        of_locale = found[here[page.translation_key]].setdefault(page.locale_id, [])
        of_locale.append(page.url_path)
    return sorted(found.items(), reverse=True)


def _redirect(path: str, context: ApiContext) -> Redirected | None:
    """Return where an editor, or a changed slug, sent this path."""
    site = context.gate.site
    try:
        old_path = Redirect.normalise_path(path)
    except ValueError:  # it looks like an address with an impossible host
        return None
    context.notes.add(OLD_PATH.key(old_path))
    rows = Redirect.objects.filter(
        Q(site=site) | Q(site=None), old_path=old_path
    ).select_related("redirect_page")
    for row in rows.order_by("site_id"):
        if row.redirect_page_id is None:
            if location := followable(row.redirect_link):
                return Redirected(location, row.is_permanent)
        elif context.gate.admits(row.redirect_page):
            location = context.gate.path_of(row.redirect_page) or "/"
            route = row.redirect_page_route_path.strip("/")
            location += f"{route}/" if route else ""
            return Redirected(location, row.is_permanent)
    return None


def _suggestions(root: LanguageRoot, slugs: str, context: ApiContext) -> list[Page]:
    """Return pages with the same last slug, then those beside where it would be."""
    parts = slugs.split("/")[:MAX_DEPTH]
    visible = loaders.of_known_types(context.gate.visible(Page.objects.all()))
    slug = parts[-1][:255]
    context.notes.add(SLUG.key(slug))
    named = visible.filter(slug=slug, alias_of=None).order_by("path")
    mine = named.filter(locale_id=root.locale_id)
    likely = mine if mine.exists() else named
    found = list(context.pages(likely)[:MAX_SUGGESTIONS])
    places = [
        f"{root.url_path}{'/'.join(parts[:count])}/" for count in range(1, len(parts))
    ]
    parent = _first_at([*reversed(places), root.url_path], context)
    if parent is not None and len(found) < MAX_SUGGESTIONS:
        context.notes.add(PARENT.key(parent.pk))
        beside = visible.child_of(parent).filter(alias_of=None).order_by("path")
        found += [parent, *context.pages(beside)[:MAX_SUGGESTIONS]]
    return context.batches.together(
        list({page.pk: page for page in found}.values())[:MAX_SUGGESTIONS]
    )
