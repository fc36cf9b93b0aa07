"""Telling what people did from what the loader did: the loader signs in as nobody."""

from django.db.models import Model
from wagtail.log_actions import registry
from wagtail.models import Revision


def was_changed_by_somebody(instance: Model) -> bool:
    """Say whether a person edited, published or moved something in the admin."""
    logs = registry.get_logs_for_instance(instance)
    if logs.exclude(user_id=None).exists():
        return True
    return Revision.objects.for_instance(instance).exclude(user_id=None).exists()
