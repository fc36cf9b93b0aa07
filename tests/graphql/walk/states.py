"""The ways in which editors, or the clock, hide something that was public before."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionMember,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
)

from home.models import HomePage
from tests.factories.pages import StandardPageFactory

Hide = Callable[[Any], None]


def draft(thing: Any) -> None:
    _change(thing, live=False)


def expired(thing: Any) -> None:
    """By the clock alone; no scheduler has run."""
    _change(thing, expire_at=timezone.now() - timedelta(seconds=1))


def not_yet(thing: Any) -> None:
    _change(thing, go_live_at=timezone.now() + timedelta(days=1))


def scheduled(thing: Any) -> None:
    """Never published, with a day on which it will be."""
    _change(thing, live=False, go_live_at=timezone.now() + timedelta(days=1))


def private(page: Page) -> None:
    _close(page)


def below_private(page: Page) -> None:
    _close(page.get_parent())


def private_translation(page: Page) -> None:
    _close(_translation(page, _other_home(page)))


def below_private_translation(page: Page) -> None:
    above = StandardPageFactory(parent=_other_home(page), title="Above")
    _translation(page, above)
    _close(above)


def in_private_collection(file: CollectionMember) -> None:
    _move(file, _private_collection())


def below_private_collection(file: CollectionMember) -> None:
    _move(file, _private_collection().add_child(name="Below"))


BY_THE_CLOCK = (draft, expired, not_yet, scheduled)
CLOSED = (private, below_private, private_translation, below_private_translation)
IN_COLLECTIONS = (in_private_collection, below_private_collection)


def states_of(model: type[Any]) -> Mapping[str, Hide]:
    """Return the ways to hide objects of a model, by their names."""
    if issubclass(model, CollectionMember):
        ways: tuple[Hide, ...] = IN_COLLECTIONS
    else:
        ways = (*BY_THE_CLOCK, *(CLOSED if issubclass(model, Page) else ()))
    return {way.__name__: way for way in ways}


def _change(thing: Any, **columns: Any) -> None:
    type(thing)._base_manager.filter(pk=thing.pk).update(**columns)


def _close(page: Page) -> None:
    PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")


def _other_home(page: Page) -> HomePage:
    """Return the home of a language in which the page does not exist yet."""
    taken = Page.objects.filter(translation_key=page.translation_key)
    free = Locale.objects.exclude(pk__in=taken.values("locale")).order_by("-pk")
    return HomePage.objects.filter(locale__in=free).first()


def _translation(page: Page, parent: Page) -> Page:
    return StandardPageFactory(
        parent=parent,
        title="Other language",
        slug=f"other-language-{page.pk}",
        translation_key=page.translation_key,
    )


def _private_collection() -> Collection:
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


def _move(file: CollectionMember, collection: Collection) -> None:
    _change(file, collection=collection)
