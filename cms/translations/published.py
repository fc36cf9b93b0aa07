"""Keeping the facts about published texts, and telling which translations are stale."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.translations.models import PublishedText
from cms.translations.text_hash import source_text_hash, text_hash


def record_published(page: Page) -> None:
    """Note the text that a page was just published with."""
    source = _source_of(page)
    original = source.get_source_instance() if source else None
    PublishedText.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "text_hash": text_hash(page),
            "original_id": original.pk if original else None,
            "made_from_hash": source_text_hash(source) if source else "",
        },
    )


def stale_among(page_ids: Collection[int]) -> frozenset[int]:
    """Return the pages whose published original has another text now; one statement."""
    return frozenset(_stale().filter(page_id__in=page_ids).values_list("pk", flat=True))


def _stale() -> QuerySet[PublishedText]:
    changed = PublishedText.objects.filter(page_id=OuterRef("original_id")).exclude(
        text_hash=OuterRef("made_from_hash")
    )
    return PublishedText.objects.exclude(original=None).filter(
        Exists(changed), original__live=True
    )


def _source_of(page: Page) -> TranslationSource | None:
    """Return what a page was translated from, or nothing for an original."""
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id
        )
        .exclude(source__locale=F("target_locale"))
        .select_related("source")
        .first()
    )
    return translation.source if translation else None


def originals_by_key(translation_keys: Collection[UUID]) -> dict[UUID, int]:
    """Map translation keys to the pages that published translations were made from."""
    rows = PublishedText.objects.filter(
        page__translation_key__in=translation_keys, original__isnull=False
    )
    return dict(rows.values_list("page__translation_key", "original_id"))
