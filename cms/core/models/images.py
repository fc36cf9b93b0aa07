"""Pictures and the sizes they are delivered in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.core.fields import LanguageTextsField


class CustomImage(AbstractImage):
    """A picture with its description in every language, credit and licence."""

    alt_texts = LanguageTextsField(
        _("alternative texts"),
        default=dict,
        blank=True,
        help_text=_(
            "What the picture shows, for those who cannot see it, in each language. "
            "A page may give another one where it uses the picture."
        ),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, as readers see it, such as: Photo: Town of Vellmar."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=255,
        blank=True,
        help_text=_("What others may do with it, such as CC BY 4.0."),
    )
    placeholder = models.TextField(editable=False, blank=True)

    # Wagtail's own description has one language; our texts stand in its place.
    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        *("alt_texts", "credit", "licence"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def alt_in(self, language_code: str) -> str:
        """Return the description in a language, else in any, else the title."""
        texts = self.alt_texts
        return texts.get(language_code) or next(iter(texts.values()), "") or self.title

    @property
    def default_alt_text(self) -> str:
        """What Wagtail's admin prints beside the picture."""
        return next(iter(self.alt_texts.values()), "") or self.title


class CustomRendition(AbstractRendition):
    """One size and format of a picture, made at upload."""

    image = models.ForeignKey(
        CustomImage, related_name="renditions", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="unique_rendition",
            )
        ]
