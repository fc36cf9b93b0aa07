"""How the system logs: one JSON object a line, or plain lines for people."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

LAYOUTS = ("json", "plain")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
PLAIN = "{asctime} {levelname:<7} {name} {message} [{request_id}]"
FIELDS = "{asctime}{levelname}{name}{message}{request_id}"


def logging_config(*, level: str, layout: str) -> dict[str, Any]:
    """Return Django's LOGGING for a level and a layout."""
    if layout not in LAYOUTS:
        raise ImproperlyConfigured(f"LOG_FORMAT must be json or plain, not “{layout}”.")
    if level not in LEVELS:
        raise ImproperlyConfigured(f"LOG_LEVEL must be one of {', '.join(LEVELS)}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "cms.operations.logs.RequestIdFilter"}},
        "formatters": {
            "plain": {"format": PLAIN, "style": "{"},
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": FIELDS,
                "style": "{",
                "rename_fields": {"asctime": "time", "levelname": "level"},
            },
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": layout,
                "filters": ["request_id"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        # Django's own handlers would print the same lines again, without a layout.
        "loggers": {
            name: {"propagate": True, "handlers": []}
            for name in ("django", "django.server")
        },
    }
