"""What wagtail-localize keeps of objects that are gone."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model
from wagtail.models import Page, TranslatableMixin
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

SEGMENTS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


def remove_leftovers(deleted: Iterable[Model]) -> None:
    """Delete the translations of objects that are there in no language any more.

    The settings tell wagtail-localize to keep them, for objects that editors delete.
    """
    keys = set(_keys_without_object(deleted))
    for model in SEGMENTS:
        model.objects.filter(context__object_id__in=keys).delete()
    for model in (SegmentOverride, StringTranslation):
        model.objects.filter(context__object_id__in=keys).delete()
    TranslatableObject.objects.filter(pk__in=keys).delete()
    String.objects.filter(segments=None, translations=None).delete()
    Template.objects.filter(segments=None).delete()


def _keys_without_object(deleted: Iterable[Model]) -> Iterable[UUID]:
    for instance in deleted:
        if isinstance(instance, TranslatableMixin):
            model = Page if isinstance(instance, Page) else type(instance)
            key = instance.translation_key
            if not model.objects.filter(translation_key=key).exists():
                yield key
