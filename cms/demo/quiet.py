"""Saving without what costs most, where the demo's content makes it needless."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import modelcluster.models
from django.core.management import call_command
from django.db.models import Field, ForeignKey, Model
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
def trusting_foreign_keys() -> Iterator[None]:
    """Leave it to PostgreSQL to refuse a reference to nothing.

    Django and modelcluster look up every foreign key each time a page is validated or
    read from a revision: a fifth of the loader's statements.
    """
    validate = ForeignKey.validate
    read = modelcluster.models.model_from_serializable_data

    def validate_value(key: Any, value: Any, instance: Model | None) -> None:
        if not key.remote_field.parent_link:
            Field.validate(key, value, instance)

    def read_unchecked(
        model: type[Model], data: Mapping[str, Any], **_options: bool
    ) -> Model:
        return read(model, data, check_fks=False)

    setattr(ForeignKey, "validate", validate_value)  # noqa: B010 mypy forbids assigning
    modelcluster.models.model_from_serializable_data = read_unchecked
    try:
        yield
    finally:
        setattr(ForeignKey, "validate", validate)  # noqa: B010
        modelcluster.models.model_from_serializable_data = read


def rebuild_indexes() -> None:
    """Make everything searchable, and known to whatever refers to it."""
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
