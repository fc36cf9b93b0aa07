"""Model fields that Django and Wagtail do not have."""

from cms.core.fields.choices import ChoicesField
from cms.core.fields.language_texts import LanguageTextsField
from cms.core.fields.partial_date import PartialDateField
from cms.core.fields.phone import PhoneField
from cms.core.fields.sort_key import SortKeyField
from cms.core.fields.stream import StreamField

__all__ = [
    "ChoicesField",
    "LanguageTextsField",
    "PartialDateField",
    "PhoneField",
    "SortKeyField",
    "StreamField",
]
