"""Objects made from what their models are: every reference leads somewhere.

Nothing here names a field of ours, so that one that is added tomorrow is filled too.
"""

from itertools import chain, pairwise
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    CharField,
    DecimalField,
    Field,
    FileField,
    FloatField,
    ForeignKey,
    IntegerField,
    Model,
    SlugField,
    TextField,
    URLField,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import Filter
from wagtail.models import Locale, Page, Site, TranslatableMixin

from cms.core.fields import PartialDateField
from cms.core.media.presets import PRESETS
from cms.core.models import CustomImage, CustomRendition
from cms.graphql.builder import CONTENT_APPS
from tests.plenty.stored import rich_text, stored


class Shelf:
    """So many objects of every model; those of a model are made when one is needed."""

    def __init__(
        self, word: str, size: int, locale: Locale, translated: Locale, site: Site
    ) -> None:
        self.word, self.size = word, size
        self.locale, self.translated, self.site = locale, translated, site
        self._rows: dict[type[Model], list[Any]] = {}

    def put(self, model: type[Model], rows: list[Any]) -> None:
        """Set the objects of a model that are made elsewhere."""
        self._rows[model] = rows

    def pick(self, model: type[Model], place: int) -> Any:
        """Return an object of a model; other places have other ones."""
        if model not in self._rows:
            self._rows[model] = self._made(model)
        return self._rows[model][place % len(self._rows[model])]

    def _made(self, model: type[Model]) -> list[Any]:
        rows = [model(**self.columns(model, place)) for place in range(self.size)]
        model._default_manager.bulk_create(rows)
        if issubclass(model, CustomImage):
            CustomRendition.objects.bulk_create(
                rendition for row in rows for rendition in _renditions(row)
            )
        if issubclass(model, TranslatableMixin):
            self._translate(model, rows[::2])
        _chain(model, rows)
        return rows

    def _translate(self, model: type[Model], rows: list[Any]) -> None:
        twins = [model(**self.columns(model, p * 2)) for p in range(len(rows))]
        for row, twin in zip(rows, twins, strict=True):
            twin.translation_key, twin.locale = row.translation_key, self.translated
        model._default_manager.bulk_create(twins)

    def columns(self, model: type[Model], place: int) -> dict[str, Any]:
        """Return values for what a model itself has of columns."""
        fields = model._meta.local_concrete_fields
        values = {field.name: self._value(field, place) for field in fields}
        return {name: value for name, value in values.items() if value is not None}

    def fill(self, page: Any, place: int) -> Any:
        """Fill what a page's own model has of columns; return the page."""
        for name, value in self.columns(type(page), place).items():
            setattr(page, name, value)
        return page

    def _value(self, field: Field[Any, Any], place: int) -> Any:
        """Return a value for a column, or nothing where its beginning will do."""
        if isinstance(field, ForeignKey):
            return self._referred(field, place)
        if isinstance(field, StreamField):
            places = range(place, place + self.size)
            blocks = [stored(field.stream_block, self, number) for number in places]
            return field.stream_block.to_python([*chain.from_iterable(blocks)])
        if isinstance(field, RichTextField):
            return rich_text(self, place)
        if isinstance(field, ArrayField):
            choices = [value for value, _label in field.base_field.choices or ()]
            return choices[: self.size]
        if field.choices:
            choices = [value for value, _label in field.flatchoices if value]
            return choices[place % len(choices)]
        return self._plain(field, place)

    def _referred(self, field: ForeignKey[Any, Any], place: int) -> Any:
        model = field.related_model
        if model is Locale:
            return self.locale
        if model is Site:
            return self.site
        is_ours = model is Page or model._meta.app_label in CONTENT_APPS
        if not is_ours or model is field.model or field.remote_field.parent_link:
            return None
        return self.pick(model, place)

    def _plain(self, field: Field[Any, Any], place: int) -> Any:
        match field:
            case FileField():
                return f"{self.word}-{place}.jpg"
            case URLField():
                return f"https://example.org/{place}"
            case PartialDateField():
                return "2021-03"
            case SlugField():
                return f"{self.word}-{place}".lower()
            case CharField() | TextField():
                return f"{self.word} {place}"[: field.max_length or 200]
            case IntegerField() if not field.null and not field.primary_key:
                return 900
            case DecimalField() | FloatField():
                return place
        return None


def _chain(model: type[Model], rows: list[Any]) -> None:
    """Put each row below the one before it, where rows stand below one another."""
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is model:
            for above, below in pairwise(rows):
                setattr(below, field.name, above)
            model._default_manager.bulk_update(rows, [field.name])


def _renditions(image: Any) -> list[CustomRendition]:
    specs = [
        preset.spec(preset.widths[0], kind)
        for preset in PRESETS.values()
        for kind in ("webp", "original")
        if kind in preset.formats
    ]
    return [
        CustomRendition(
            image=image,
            filter_spec=spec,
            focal_point_key=Filter(spec=spec).get_cache_key(image),
            file=f"{image.pk}-{place}.jpg",
            width=400,
            height=250,
        )
        for place, spec in enumerate(specs)
    ]


def languages(size: int) -> list[Locale]:
    """Return so many content languages, or all where there are fewer."""
    codes = settings.CONTENT_LANGUAGES[:size]
    return [Locale.objects.get_or_create(language_code=code)[0] for code in codes]
