"""Inline markup that belongs to a sentence and must not cut it for translators."""

from wagtail_localize.strings import INLINE_TAGS

SENTENCE_TAGS = ("sub", "sup", "mark", "del")


def keep_in_sentences() -> None:
    """Add our inline tags to wagtail-localize's list, once.

    Upstream: wagtail-localize #778; its list is a module constant. A test fails when
    the tags are part of it and this module can go.
    """
    INLINE_TAGS.extend(tag for tag in SENTENCE_TAGS if tag not in INLINE_TAGS)
