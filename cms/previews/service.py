"""Giving out tokens, and showing what they stand for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME, Page

from cms.previews.models import Preview
from cms.previews.restoring import restore
from cms.previews.tokens import digest, new_token


@dataclass(frozen=True)
class Draft:
    """A page as it stood in the editor, and until when its token shows it."""

    page: Page
    expires_at: datetime


def give_token(page: Page, user: Any) -> str:
    """Keep a page as it stands and return the token that shows it."""
    drop_expired()
    token = new_token()
    content = page.serializable_data()
    content[COMMENTS_RELATION_NAME] = []  # what editors tell each other stays here
    place = {"page_id": page.pk} if page.pk else {"parent": page.get_parent()}
    Preview.objects.create(
        digest=digest(token),
        content_type_id=page.content_type_id,
        locale_id=page.locale_id,
        user=user,
        content=content,
        expires_at=timezone.now() + lifetime(),
        **place,
    )
    return token


def lifetime() -> timedelta:
    """Return how long a token counts."""
    return timedelta(minutes=settings.CMS_API["PREVIEW_MINUTES"])


def find_draft(token: str) -> Draft | None:
    """Return what a token stands for; nothing where it does not count, for any reason.

    Every reason costs the same: one look at the table, and one at somebody's rights. A
    stand-in is looked at where there is nobody.
    """
    rows = Preview.objects.alive().select_related("user", "page", "parent")
    preview = rows.filter(digest=digest(token)).first()
    is_allowed = _may_write(preview or _nobodys())
    if preview is None or not is_allowed:
        return None
    page = restore(preview)
    return Draft(page, preview.expires_at) if page else None


def drop_expired() -> None:
    """Delete what no token shows any more."""
    Preview.objects.expired().delete()


def _may_write(preview: Preview) -> bool:
    """Return whether the user may still write this page, in two statements.

    Wagtail reads the pages of the user's groups, then who has to approve the page.
    """
    rights = preview.place.permissions_for_user(preview.user)
    if preview.page is not None:
        return bool(rights.can_edit() or rights.can_publish())
    _as_costly_as_an_edit = preview.place.current_workflow_state
    return bool(rights.can_add_subpage())


def _nobodys() -> Preview:
    user = get_user_model()(pk=0)
    return Preview(user=user, page=Page(pk=0, path="", depth=2))
