"""Facts about published texts, kept when they are published."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublishedText(models.Model):
    """Which text a page was published with, and which original's text that came from.

    Hashes of the segments that translators see, not dates: publishing again without a
    change makes no translation stale.
    """

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="published_text",
        verbose_name=_("page"),
    )
    text_hash = models.CharField(max_length=64)
    original = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("original"),
    )
    made_from_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.text_hash[:8]}"
