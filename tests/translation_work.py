"""A translator's work, done through wagtail-localize's own tables."""

from collections.abc import Mapping

from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)


def submit(page: Page, language_code: str) -> Translation:
    """Submit a page for translation, as the admin's button does."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language_code)
    translation, _new = Translation.objects.get_or_create(
        source=source, target_locale=locale
    )
    translation.save_target(publish=False)
    return translation


def translate(translation: Translation, texts: Mapping[str, str]) -> None:
    """Fill in translations by the original's text."""
    for segment in StringSegment.objects.filter(source=translation.source):
        text = texts.get(segment.string.data)
        if text is not None:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": text},
            )


def publish(translation: Translation) -> Page:
    """Publish what is translated and return the page; localize does so after commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return translation.get_target_instance()
