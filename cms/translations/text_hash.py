"""A fingerprint of the text that translators see."""

import hashlib

from django.db.models import Model
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

NOT_TEXT = frozenset({"slug"})


def text_hash(instance: Model) -> str:
    """Return SHA-256 over the paths and strings of an object's segments."""
    digest = hashlib.sha256()
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue) and segment.path not in NOT_TEXT:
            digest.update(f"{segment.path}\0{segment.string.data}\0".encode())
    return digest.hexdigest()
