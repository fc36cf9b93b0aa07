"""Saving without what costs most, where the demo's content makes it needless."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.core.models import CustomImage
from cms.core.signal_handlers import prepare_after_upload


@contextmanager
def without_tasks_after_saving() -> Iterator[None]:
    """Keep saves from queueing tasks for indexes and picture sizes."""
    silenced = [
        model
        for model in index.get_indexed_models()
        if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    post_save.disconnect(sender=CustomImage, dispatch_uid="cms.core.prepare_image")
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in silenced:
            post_save.connect(post_save_signal_handler, sender=model)
        post_save.connect(
            prepare_after_upload,
            sender=CustomImage,
            dispatch_uid="cms.core.prepare_image",
        )


@contextmanager
def without_statement_log() -> Iterator[None]:
    """Keep Django from noting every statement, as it does while DEBUG is on."""
    debug, settings.DEBUG = settings.DEBUG, False
    try:
        yield
    finally:
        settings.DEBUG = debug


def rebuild_indexes() -> None:
    """Make everything searchable, counted, and known to whatever refers to it."""
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    call_command("update_bitmaps", verbosity=0)
