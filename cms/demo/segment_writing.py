"""Writing an object's segments with a few statements instead of some hundreds.

wagtail-localize's own way asks and inserts for each segment. The rows are the same: a
test lets it refresh what is written here and finds nothing changed.
"""

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

KINDS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


@contextmanager
def segments_in_bulk() -> Iterator[None]:
    """Let new sources write their segments at once meanwhile."""
    one_by_one = TranslationSource.refresh_segments

    def refresh_segments(source: TranslationSource) -> None:
        contexts = TranslationContext.objects.filter(object_id=source.object_id)
        if contexts.exists():
            one_by_one(source)
        else:
            write_segments(source)

    TranslationSource.refresh_segments = refresh_segments
    try:
        yield
    finally:
        TranslationSource.refresh_segments = one_by_one


def write_segments(source: TranslationSource) -> None:
    """Write the segments of a source that never had any."""
    instance = source.get_source_instance()
    values = list(extract_segments(instance))
    contexts = _contexts(source, instance, values)
    strings = _strings(source, values)
    rows: dict[type[Model], list[Model]] = {kind: [] for kind in KINDS}
    for value in values:
        row = _segment(value, strings)
        row.source, row.context = source, contexts[value.path]
        row.order = value.order
        rows[type(row)].append(row)
    for kind, new in rows.items():
        kind._default_manager.bulk_create(new)


def _segment(value: Any, strings: Mapping[str, String]) -> Any:
    if isinstance(value, TemplateSegmentValue):
        return TemplateSegment(template=Template.from_value(value))
    if isinstance(value, RelatedObjectSegmentValue):
        return RelatedObjectSegment(object=_object(value))
    if isinstance(value, OverridableSegmentValue):
        return OverridableSegment(data_json=_json(value.data))
    string = strings[value.string.data]
    return StringSegment(string=string, attrs=_json(value.attrs))


def _contexts(
    source: TranslationSource, instance: Model, values: Sequence[Any]
) -> Mapping[str, TranslationContext]:
    paths = sorted({value.path for value in values})
    contexts = [_context(source, instance, path) for path in paths]
    TranslationContext.objects.bulk_create(contexts)
    return {context.path: context for context in contexts}


def _context(
    source: TranslationSource, instance: Model, path: str
) -> TranslationContext:
    context = TranslationContext(
        object_id=source.object_id,
        path=path,
        path_id=TranslationContext._get_path_id(path),
    )
    # It stores what it finds; here it is stored together with the others.
    context.save = lambda **_options: None
    context.get_field_path(instance)
    del context.save
    return context


def _strings(source: TranslationSource, values: Sequence[Any]) -> Mapping[str, String]:
    texts = {
        value.string.data for value in values if isinstance(value, StringSegmentValue)
    }
    hashes: dict[uuid.UUID, str] = {String._get_data_hash(text): text for text in texts}
    String.objects.bulk_create(
        [
            String(locale_id=source.locale_id, data_hash=number, data=text)
            for number, text in hashes.items()
        ],
        ignore_conflicts=True,
    )
    rows = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
    return {row.data: row for row in rows}


def _object(value: RelatedObjectSegmentValue) -> TranslatableObject:
    return TranslatableObject.objects.get_or_create(
        content_type=value.content_type, translation_key=value.translation_key
    )[0]


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
