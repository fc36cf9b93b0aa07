"""Settings for the test suite: production's, on a database of its own."""

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
os.environ["SECRET_KEY"] = "tests-only-" + "x" * 40
os.environ["PUBLIC_URL"] = "http://cms.test"
for name in (
    *("FRONTEND_URL", "FRONTEND_PATHS", "FRONTEND_PREVIEW_URL", "LANGUAGE_FALLBACKS"),
    *("TRUSTED_PROXIES", "REDIS_URL", "API_ORIGINS", "DEMO_TINY_PICTURES"),
):
    os.environ.pop(name, None)
os.environ["API_RATE_EXEMPT"] = "127.0.0.0/8"  # the suite asks more than any client
os.environ["CONTENT_LANGUAGES"] = "en,fr,de,uk,el,ar,mt,pt-br"
os.environ["LOG_FORMAT"] = "plain"
os.environ["LOG_LEVEL"] = "WARNING"
if not os.environ.get("DATABASE_URL"):
    from cms.launch.database import embedded_url

    os.environ["DATABASE_URL"] = embedded_url(
        ROOT / "var" / "postgres-test", durable=False
    )

from cms.settings.base import *  # noqa: E402, F403
from cms.settings.base import DATABASES, STORAGES  # noqa: E402

ENVIRONMENT = "test"
ALLOWED_HOSTS = ["cms.test", "testserver", "localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"
KNOWN_BROWSER_COOKIE_NAME = "known-browser"
SUPERUSER_SECOND_FACTOR = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DATABASES["default"]["OPTIONS"].pop("pool")  # a pool would keep test databases open
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="municipia-media-"))
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
