"""Production's settings for work inside a process: building content, editing it."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, STORAGES

DATABASES["default"]["OPTIONS"].pop("pool")
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SUPERUSER_SECOND_FACTOR = False  # the editor of the bench signs in without one
