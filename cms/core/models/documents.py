"""Files to download."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from cms.core.languages import describe


def language_choices() -> list[tuple[str, str]]:
    """Return the content languages for a menu."""
    return [(code, describe(code)) for code in settings.CONTENT_LANGUAGES]


class CustomDocument(AbstractDocument):
    """A file with the language it is written in."""

    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        choices=language_choices,
        help_text=_("The language of the file's text."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language")

    @property
    def media_type(self) -> str:
        """The file's media type (RFC 6838), such as ``application/pdf``."""
        return self.content_type
