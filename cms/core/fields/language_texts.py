"""One short text per content language, kept together with the thing it describes."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.languages import bcp47, direction, native_name

MAX_LENGTH = 255


def validate_language_texts(value: Any) -> None:
    """Refuse unknown languages and texts that are too long."""
    if not isinstance(value, dict):
        raise ValidationError(_("Give one text per language."), code="shape")
    for code, text in value.items():
        if code not in settings.CONTENT_LANGUAGES:
            raise ValidationError(
                _("There is no content in “%(code)s”."),
                code="language",
                params={"code": code},
            )
        if not isinstance(text, str) or len(text) > MAX_LENGTH:
            raise ValidationError(
                _("A text may have %(limit)d characters."),
                code="length",
                params={"limit": MAX_LENGTH},
            )


class LanguageTextsWidget(forms.MultiWidget):
    """One labelled line per language."""

    template_name = "core/widgets/language_texts.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code.replace("-", "_"): forms.TextInput(
                attrs={
                    "lang": bcp47(code),
                    "dir": direction(code),
                    "maxlength": MAX_LENGTH,
                }
            )
            for code in settings.CONTENT_LANGUAGES
        }
        super().__init__(widgets, attrs)

    class Media:
        css: ClassVar = {"all": ["core/language_texts.css"]}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Name each line's language in the language itself."""
        context = super().get_context(name, value, attrs)
        lines = context["widget"]["subwidgets"]
        for line, code in zip(lines, settings.CONTENT_LANGUAGES, strict=True):
            line["language_name"] = native_name(code)
        return context

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        """Spread the stored texts over the lines."""
        return [(value or {}).get(code, "") for code in settings.CONTENT_LANGUAGES]


class LanguageTextsFormField(forms.MultiValueField):
    """Lines in, ``{language: text}`` out; empty lines are left out."""

    widget = LanguageTextsWidget

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        fields = [
            forms.CharField(required=False, max_length=MAX_LENGTH)
            for _code in settings.CONTENT_LANGUAGES
        ]
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        """Gather the lines."""
        pairs = zip(settings.CONTENT_LANGUAGES, data_list, strict=False)
        return {code: text.strip() for code, text in pairs if text and text.strip()}


class LanguageTextsField(models.JSONField):
    """``{"en": "A bridge", "fr": "Un pont"}``."""

    default_validators = [validate_language_texts]

    def formfield(self, **kwargs: Any) -> Any:
        """Show one line per language."""
        ours = {"form_class": LanguageTextsFormField, "show_hidden_initial": False}
        return super().formfield(**{**ours, **kwargs})
