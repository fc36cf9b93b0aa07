"""The room for those who keep the system running."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Processes, health, logs, backup and restore."""

    name = "cms.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"
