"""What other tables keep of objects that are gone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Model, QuerySet
from wagtail.models import Page, ReferenceIndex, TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
)

KEPT_BY_CONTEXT = (
    StringSegment,
    TemplateSegment,
    RelatedObjectSegment,
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
)


def forget_references(places: Iterable[tuple[int, int]]) -> None:
    """Delete what refers from and to the rows of some content types."""
    by_type: dict[int, list[str]] = defaultdict(list)
    for content_type, pk in places:
        by_type[content_type].append(str(pk))
    for number, pks in by_type.items():
        rows = ReferenceIndex.objects
        _delete(rows.filter(base_content_type_id=number, object_id__in=pks))
        _delete(rows.filter(to_content_type_id=number, to_object_id__in=pks))


def forget_translations(deleted: Iterable[Model]) -> None:
    """Delete the translations of objects that are there in no language any more.

    The settings tell wagtail-localize to keep them, for objects that editors delete.
    """
    keys = set(_keys_without_object(deleted))
    for model in KEPT_BY_CONTEXT:
        _delete(model.objects.filter(context__object_id__in=keys))
    TranslatableObject.objects.filter(pk__in=keys).delete()
    _delete(String.objects.filter(segments=None, translations=None))
    _delete(Template.objects.filter(segments=None))


def _keys_without_object(deleted: Iterable[Model]) -> Iterator[UUID]:
    for instance in deleted:
        if isinstance(instance, TranslatableMixin):
            model = Page if isinstance(instance, Page) else type(instance)
            key = instance.translation_key
            if not model.objects.filter(translation_key=key).exists():
                yield key


def _delete(rows: QuerySet) -> None:
    """Delete rows that nothing depends on with one statement, unread."""
    rows.model._base_manager.filter(pk__in=rows.values("pk"))._raw_delete(rows.db)
