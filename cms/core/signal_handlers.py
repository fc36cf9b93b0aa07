"""What happens after something was stored; thin, and after commit."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from cms.core.models import CustomImage


def prepare_after_upload(
    instance: CustomImage, *, raw: bool = False, **kwargs: Any
) -> None:
    """Have the files of a new or changed picture made in the background."""
    from cms.core.media.tasks import prepare_image_task

    if not raw:
        transaction.on_commit(partial(prepare_image_task.enqueue, instance.pk))


def connect() -> None:
    """Listen."""
    post_save.connect(
        prepare_after_upload, sender=CustomImage, dispatch_uid="cms.core.prepare_image"
    )
