"""What a token shows: one page, as it stood in the editor, for minutes."""

from typing import Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ENTER_ADMIN = "wagtailadmin.access_admin"
BACKEND = "django.contrib.auth.backends.ModelBackend"


class PreviewQuerySet(models.QuerySet["Preview"]):
    """Previews by whether they still count."""

    def alive(self) -> Self:
        """Keep those whose time has not come, of users who may still sign in."""
        users: Any = get_user_model()._default_manager
        return self.filter(
            models.Q(page=None) | models.Q(page__locale=models.F("locale")),
            expires_at__gt=timezone.now(),
            user__in=users.with_perm(ENTER_ADMIN, backend=BACKEND).values("pk"),
        )

    def expired(self) -> Self:
        """Keep those whose time has come."""
        return self.filter(expires_at__lte=timezone.now())


class Preview(models.Model):
    """A draft behind a token, of which only the hash is kept.

    A page that was never saved has a ``parent`` in place of a ``page``. Whoever deletes
    either deletes this row.
    """

    digest = models.CharField(_("hash of the token"), max_length=64, unique=True)
    content_type = models.ForeignKey(
        ContentType,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("kind of page"),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        verbose_name=_("page"),
    )
    parent = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        verbose_name=_("parent"),
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("language"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("user"),
    )
    content = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires at"), db_index=True)

    objects = PreviewQuerySet.as_manager()
    wagtail_reference_index_ignore = True  # a draft being looked at uses no page

    class Meta:
        verbose_name = _("preview")
        verbose_name_plural = _("previews")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page=None) ^ models.Q(parent=None),
                name="a_page_or_a_parent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}, {self.expires_at:%H:%M}"

    @property
    def place(self) -> Any:
        """The page itself, or where it would be created."""
        return self.page or self.parent
