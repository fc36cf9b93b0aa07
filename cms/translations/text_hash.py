"""A fingerprint of the text that translators see."""

import hashlib
from collections.abc import Iterable

from django.db.models import Model
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

NOT_TEXT = frozenset({"slug"})


def text_hash(instance: Model) -> str:
    """Return SHA-256 over the paths and strings of an object's segments."""
    return _digest(
        (segment.path, segment.string.data)
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    )


def source_text_hash(source: TranslationSource) -> str:
    """Return the hash of the text that a source was cut from, from what was stored."""
    segments = StringSegment.objects.filter(source=source).order_by("order")
    return _digest(segments.values_list("context__path", "string__data"))


def _digest(texts: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for path, text in texts:
        if path not in NOT_TEXT:
            digest.update(f"{path}\0{text}\0".encode())
    return digest.hexdigest()
