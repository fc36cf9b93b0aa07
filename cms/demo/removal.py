"""Taking the demo away again, and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, ProtectedError
from wagtail.models import Collection, Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.core.models import CustomDocument, CustomImage
from cms.demo.content import kind_of
from cms.demo.models import DemoItem
from cms.demo.people_at_work import was_changed_by_somebody
from cms.demo.places import SITE_KEY
from cms.demo.removal_leftovers import forget_references, forget_translations
from cms.demo.sign_ins import RIGHTS, rights_key

# Marks of what the demo changed but did not make: Wagtail's groups, and the site.
NOT_MADE = frozenset({"rights", SITE_KEY})
CHANGED = "somebody changed it"
ABOVE = "pages that are not the demo's stand below it"
USED = "it is in use"

Place = tuple[int, int]  # content type and row


@dataclass
class Removal:
    """What goes, the latest first, and what stays with the reason."""

    going: dict[Place, Model] = field(default_factory=dict)
    staying: dict[str, str] = field(default_factory=dict)
    keys: dict[Place, set[str]] = field(default_factory=dict)

    @property
    def counts(self) -> Counter[str]:
        """How many of each kind go."""
        return Counter(
            str(one._meta.verbose_name_plural) for one in self.going.values()
        )

    @property
    def pages(self) -> list[Page]:
        """The pages that go."""
        return [one for one in self.going.values() if isinstance(one, Page)]

    def keep(self, place: Place, reason: str) -> None:
        """Let something stay."""
        self.staying[str(self.going.pop(place))] = reason


def plan_removal() -> Removal:
    """Return what can go: what nobody changed, and nothing else stands on or uses."""
    removal = Removal()
    for item in DemoItem.objects.order_by("-pk"):
        if kind_of(item.key) not in NOT_MADE and (made := _object_of(item)):
            removal.going[place_of(made)] = made
            removal.keys.setdefault(place_of(made), set()).add(item.key)
    _keep(removal, was_changed_by_somebody, CHANGED)
    outside = _paths_outside(removal)
    _keep(removal, partial(_has_below, outside), ABOVE)
    _keep(removal, partial(_is_used, removal), USED)
    return removal


@transaction.atomic
def remove(removal: Removal) -> None:
    """Delete what the plan lets go, with what is known about it elsewhere."""
    with disable_reference_index_auto_update():
        for root in _roots(removal.pages):
            Page.objects.get(pk=root.pk).delete()
        for place, instance in list(removal.going.items()):
            if not isinstance(instance, Page):
                _delete(removal, place, instance)
    forget_references(removal.going)
    forget_translations(removal.going.values())
    staying = {
        key
        for place, keys in removal.keys.items()
        for key in keys
        if place not in removal.going
    }
    marks = DemoItem.objects.exclude(key__in=staying)
    if staying:
        marks = marks.exclude(key__in=[SITE_KEY, *map(rights_key, RIGHTS)])
    marks.delete()


def place_of(instance: Model) -> Place:
    """Return what identifies an object; a page is a page whatever its kind."""
    model = Page if isinstance(instance, Page) else type(instance)
    return ContentType.objects.get_for_model(model).pk, instance.pk


def _object_of(item: DemoItem) -> Model | None:
    model = ContentType.objects.get_for_id(item.content_type_id).model_class()
    return model._base_manager.filter(pk=item.object_id).first() if model else None


def _keep(removal: Removal, question: Callable[[Model], bool], reason: str) -> None:
    for place, instance in list(removal.going.items()):
        if question(instance):
            removal.keep(place, reason)


def _paths_outside(removal: Removal) -> list[str]:
    """Return the tree paths of all pages that stay."""
    going = [page.pk for page in removal.pages]
    return list(Page.objects.exclude(pk__in=going).values_list("path", flat=True))


def _has_below(outside: Sequence[str], instance: Model) -> bool:
    return isinstance(instance, Page) and any(
        path.startswith(instance.path) for path in outside
    )


def _is_used(removal: Removal, instance: Model) -> bool:
    """Say whether something that stays refers to it; links between pages may break."""
    if isinstance(instance, Page):
        return False
    if isinstance(instance, Collection):
        files = [*_members(CustomImage, instance), *_members(CustomDocument, instance)]
        return any(place_of(file) not in removal.going for file in files)
    rows = ReferenceIndex.get_references_to(instance).values_list(
        "base_content_type_id", "object_id"
    )
    return any((kind, int(pk)) not in removal.going for kind, pk in rows)


def _members(model: type[Model], collection: Collection) -> Iterator[Model]:
    yield from model._default_manager.filter(collection=collection)


def _roots(pages: Sequence[Page]) -> list[Page]:
    """Return the pages that take all others along."""
    roots: list[Page] = []
    for page in sorted(pages, key=lambda one: one.path):
        if not roots or not page.path.startswith(roots[-1].path):
            roots.append(page)
    return roots


def _delete(removal: Removal, place: Place, instance: Model) -> None:
    try:
        with transaction.atomic():
            instance.delete()
    except ProtectedError:
        removal.keep(place, USED)
