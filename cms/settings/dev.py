"""Settings for development: `make run` and work at the code."""

import os
from pathlib import Path

from dotenv import load_dotenv

from cms.launch.web import WebServer

ROOT = Path(__file__).resolve().parent.parent.parent
load_dotenv(ROOT / ".env")

WEB = WebServer.from_environment()
os.environ.setdefault("SECRET_KEY", "development-only-" + "x" * 40)
os.environ["PUBLIC_URL"] = os.environ.get("PUBLIC_URL") or WEB.address
os.environ.setdefault("LOG_FORMAT", "plain")
os.environ.setdefault("API_RATE_EXEMPT", "127.0.0.0/8,::1")
if not os.environ.get("CONTENT_LANGUAGES"):  # the demo's languages, with fallbacks
    os.environ.setdefault("LANGUAGE_FALLBACKS", "de:en,uk:en,el:en,ar:fr|en")
if not os.environ.get("DATABASE_URL"):
    from cms.launch.database import embedded_url

    os.environ["DATABASE_URL"] = embedded_url(ROOT / "var" / "postgres")

from cms.settings.base import *  # noqa: E402, F403
from cms.settings.base import CMS_API, CSRF_TRUSTED_ORIGINS  # noqa: E402

DEBUG = True
ENVIRONMENT = "development"
ALLOWED_HOSTS = ["*"]
CSRF_TRUSTED_ORIGINS = [*CSRF_TRUSTED_ORIGINS, f"http://localhost:{WEB.port}"]
INTERNAL_IPS = ["127.0.0.1"]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"
KNOWN_BROWSER_COOKIE_NAME = "known-browser"
SUPERUSER_SECOND_FACTOR = False
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
CMS_API = {**CMS_API, "EXPLORER": True, "DIAGNOSTICS": True}
