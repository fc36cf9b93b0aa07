"""Translating what the demo made, in wagtail-localize's own tables."""

from django.db.models import Model
from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.demo.content import Item, kind_of
from cms.demo.load import Load
from cms.demo.memory import Memory
from cms.demo.page_drafts import MODELS, key_in, place_in, slug_in
from cms.demo.people_at_work import was_changed_by_somebody
from cms.demo.publishing import publish


def translate(load: Load, item: Item, language: str) -> None:
    """Translate an item as a translator would, and publish what is complete."""
    key = key_in(item, language)
    original = load.marks.instance(item.key)
    if load.marks.is_finished(key) or original is None:
        return
    if not load.marks.is_new(item.key) and was_changed_by_somebody(original):
        return  # its texts are no longer those of the file
    source = _source_of(load, item.key, original)
    locale = load.locales[language]
    if kind_of(item.key) in MODELS:
        place_in(load, item, language)
    submitted = {"source": source, "target_locale": locale}
    translation = Translation.objects.filter(**submitted).first()
    translation = translation or Translation.objects.create(**submitted)
    is_complete = language not in item.raw.get("partial", ())
    strings = _strings(item, source, locale)
    if not is_complete:
        strings = strings[: source.stringsegment_set.count() // 2]
    StringTranslation.objects.bulk_create(strings, ignore_conflicts=True)
    load.marks.add(key, _make_target(translation, original, is_complete=is_complete))


def _source_of(load: Load, key: str, original: Model) -> TranslationSource:
    """Return the original's segments; they are cut once in a load."""
    if key not in load.sources:
        source, created = TranslationSource.get_or_create_from_instance(original)
        if created:
            # The published row says the same as the source's copy of it, which would
            # take a look at every row that it refers to.
            source.as_instance = source.get_source_instance
        load.sources[key] = source
    return load.sources[key]


def _strings(
    item: Item, source: TranslationSource, locale: Locale
) -> list[StringTranslation]:
    """Return the translations of an object's segments, in their order."""
    language = locale.language_code
    memory = Memory(item, language)
    segments = StringSegment.objects.filter(source=source).order_by("order")
    rows: list[StringTranslation] = []
    for segment in segments.select_related("string", "context"):
        original = segment.string.data
        is_slug = segment.context.path == "slug"
        text = slug_in(item, language) if is_slug else memory.recall(original)
        if text is not None:
            _check(item, original, text)
            rows.append(
                StringTranslation(
                    translation_of=segment.string,
                    context=segment.context,
                    locale=locale,
                    data=text,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                )
            )
        elif language not in item.raw.get("partial", ()):
            raise item.fail(f"“{original}” is not translated into {language}.")
    return rows


def _check(item: Item, original: str, text: str) -> None:
    """Refuse markup that wagtail-localize would flag as an error."""
    if "<" in text:
        try:
            StringValue.from_translated_html(text)
            validate_translation_links(original, text)
        except ValueError as error:
            raise item.fail(f"“{text}”: {error}") from error


def _make_target(
    translation: Translation, original: Model, *, is_complete: bool
) -> Model:
    """Write the translated object; publish it at once, not after the next commit."""
    has_drafts = isinstance(original, DraftStateMixin)
    translation.save_target(publish=not has_drafts)
    target = translation.get_target_instance()
    if has_drafts and is_complete:
        publish(target, target.latest_revision)
    return target
