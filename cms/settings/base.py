"""Settings for production; development and tests only loosen them."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from cms.core.languages import describe, register_missing_languages
from cms.settings import env
from cms.settings.logs import logging_config

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

# --- Where the system stands -------------------------------------------------------
DEBUG = False
ENVIRONMENT = "production"
SECRET_KEY = env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.listing("SECRET_KEY_FALLBACKS")  # still read, not written
PUBLIC_URL = env.address("PUBLIC_URL")
FRONTEND_URL = env.address("FRONTEND_URL", "")
ALLOWED_HOSTS = [str(urlsplit(PUBLIC_URL).hostname), *env.listing("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
TIME_ZONE = env.time_zone("TIME_ZONE", "UTC")

# --- Applications ------------------------------------------------------------------
INSTALLED_APPS = [
    "cms.core",
    "cms.translations",
    "cms.previews",
    "cms.operations",
    "cms.accounts",  # its pages take the place of allauth's and Wagtail's
    "cms.browser_safety",
    "cms.demo",
    "home",
    "news",
    "projects",
    "publications",
    "network",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.wagtail_users.UsersConfig",  # wagtail.users, with our forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "graphene_django",
    "grapple",
    "cms.bitmaps",
    "cms.graphql",  # after grapple and every app whose declarations it reads
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "cms.operations.middleware.request_id",
    "cms.operations.middleware.trusted_proxy",
    "django.middleware.security.SecurityMiddleware",
    "cms.browser_safety.middleware.BrowserSafetyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.browser_safety.cookies.well_formed_session",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.middleware.second_factor_first",
]
ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "cms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database, tasks, cache --------------------------------------------------------
try:
    DATABASES = {
        "default": dj_database_url.parse(
            env.text("DATABASE_URL"), conn_health_checks=True
        )
    }
except (ValueError, dj_database_url.ParseError) as error:
    raise ImproperlyConfigured(
        "DATABASE_URL must be like postgresql://user:password@host:5432/name."
    ) from error
if DATABASES["default"].get("ENGINE") != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database.")
DATABASES["default"]["OPTIONS"] = {
    "pool": {
        "min_size": 1,
        "max_size": env.integer("DATABASE_POOL_SIZE", 10, minimum=1),
        "timeout": 5,  # seconds a request waits for a connection
    },
    "connect_timeout": 5,
    **DATABASES["default"].get("OPTIONS", {}),  # such as sslmode in DATABASE_URL
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

REDIS_URL = env.redis_address(
    "REDIS_URL"
)  # counts for all processes; else each its own

# --- Sign-in and browser safety ----------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["cms.accounts.backend.OneAccountBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a mailed link works
ACCOUNT_ADAPTER = "cms.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "cms.accounts.forms.SignInForm",
    "change_password": "cms.accounts.forms.ChangePasswordForm",
    "reset_password": "cms.accounts.forms.ResetPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # asked by allauth's checks alone
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators make the accounts
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = False  # counted in one process; ours are in cms.accounts.limits
ACCOUNT_SESSION_REMEMBER = True  # a session lasts its time, also in a closed browser
MFA_ADAPTER = "cms.accounts.mfa_adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "cms.accounts.forms.AuthenticateForm",
    "reauthenticate": "cms.accounts.forms.ReauthenticateForm",
    "activate_totp": "cms.accounts.forms.ActivateForm",
}
MFA_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Municipia"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
MFA_ALLOW_UNVERIFIED_EMAIL = True
USERSESSIONS_TRACK_ACTIVITY = True  # cms.accounts.middleware does, every five minutes
SUPERUSER_SECOND_FACTOR = env.boolean("SUPERUSER_SECOND_FACTOR", default=True)
SECOND_FACTOR_GUARDS = ["/admin/", "/documents/", "/media/"]
SESSION_COOKIE_AGE = 12 * 3600  # seconds, from sign-in on
# Browsers take cookies of these names only over HTTPS and for this host alone.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
KNOWN_BROWSER_COOKIE_NAME = "__Host-known-browser"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows previews in frames of its own
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # asks for DENY; see the line above
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long StreamField sends that many

# --- Languages ---------------------------------------------------------------------
USE_I18N = True
USE_TZ = True
CONTENT_LANGUAGES = env.languages("CONTENT_LANGUAGES", "en,fr,de,uk,el,ar")
LANGUAGE_FALLBACKS = env.fallbacks("LANGUAGE_FALLBACKS", CONTENT_LANGUAGES)
FRONTEND_PATHS = env.templates("FRONTEND_PATHS", CONTENT_LANGUAGES)
FRONTEND_PREVIEW_URL = env.preview_address("FRONTEND_PREVIEW_URL")
ADMIN_LANGUAGES = ["en", "fr", "de", "uk", "el", "ar"]
register_missing_languages(CONTENT_LANGUAGES)
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [(code, describe(code)) for code in CONTENT_LANGUAGES]
LANGUAGE_CODE = CONTENT_LANGUAGES[0]
LANGUAGES = [
    (code, describe(code))
    for code in dict.fromkeys([*CONTENT_LANGUAGES, *ADMIN_LANGUAGES])
]
LOCALE_PATHS = [BASE_DIR / "cms" / "locale", VAR_DIR / "locale"]

# --- Files -------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "cms" / "static"]
MEDIA_URL = f"{PUBLIC_URL}/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(VAR_DIR / "media")))
DEMO_TINY_PICTURES = env.boolean("DEMO_TINY_PICTURES", default=False)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Mail --------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.integer("EMAIL_PORT", 25, minimum=1)
EMAIL_HOST_USER = env.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.boolean("EMAIL_TLS", default=False)
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"cms@{urlsplit(PUBLIC_URL).hostname}")

# --- Logs --------------------------------------------------------------------------
LOGGING = logging_config(
    level=env.text("LOG_LEVEL", "INFO").upper(), layout=env.text("LOG_FORMAT", "json")
)
# Whoever reads what follows these could use it: links from mails are keys.
ACCESS_LOG_HIDES = ["/admin/password_reset/key/"]

# --- Wagtail -----------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Municipia"
# Our own pages, which limit attempts and ask again who it is, take the place of these.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [(code, describe(code)) for code in ADMIN_LANGUAGES]
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # pictures of people are not asked of strangers
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_USER_TIME_ZONES = (
    sorted(  # some systems list these; browsers know no such zones
        available_timezones() - {"Factory", "localtime"}
    )
)
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000  # of all frames together
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.core.media.uploads.CheckedImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "core.CustomDocument"
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "svg",  # a file to download; it is never shown as a picture
    "txt",
    "xlsx",
    "zip",
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024  # bytes
WAGTAILDOCS_SERVE_METHOD = "serve_view"
PAGE_PREVIEW = "home.preview.serve_preview"  # shows drafts; takes page and request
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nobody is called while answering

# --- wagtail-localize --------------------------------------------------------------
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # nothing untranslated goes live
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True  # translations survive a deletion

# --- GraphQL -----------------------------------------------------------------------
GRAPPLE = {
    "APPS": [],  # cms.graphql builds the types itself: see docs/adr/0003
    "PAGE_INTERFACE": "cms.graphql.pages.PageInterface",
}
MAX_COST = env.integer("API_MAX_COST", 10_000, minimum=1)
CMS_API: dict[str, Any] = {
    "INTROSPECTION": env.boolean("API_INTROSPECTION", default=True),
    "ORIGINS": env.origins("API_ORIGINS"),  # whose pages may ask from the browser
    "PAGE_SIZE": 20,  # items of a list where the query does not say
    "MAX_PAGE_SIZE": env.integer("API_MAX_PAGE_SIZE", 100, minimum=20),
    "MAX_BYTES": env.integer("API_MAX_BYTES", 16 * 1024, minimum=1024),
    "MAX_TOKENS": env.integer("API_MAX_TOKENS", 2000, minimum=100),
    "MAX_DEPTH": env.integer("API_MAX_DEPTH", 15, minimum=1),
    "MAX_INTROSPECTION_DEPTH": 15,  # the standard introspection query's
    "MAX_ALIASES": env.integer("API_MAX_ALIASES", 30),
    # What validation compares grows with the square of what repeats. Measured, this
    # keeps parsing and validating under 100 ms; the contract's Route needs 2,700.
    "MAX_REPETITIONS": 10_000,
    "MAX_COST": MAX_COST,
    # What a client may ask for in a minute; the dearest query must fit into it.
    "RATE": env.integer("API_RATE", 100 * MAX_COST, minimum=2 * MAX_COST),
    "RATE_EXEMPT": env.networks("API_RATE_EXEMPT"),
    "SECONDS": env.integer("API_SECONDS", 5, minimum=1),  # for one SQL statement
    "PREVIEW_MINUTES": 15,  # how long the token of a draft counts
    "DIAGNOSTICS": False,  # tells in `extensions` what a query really did
    "EXPLORER": False,  # GraphiQL at /graphql/explorer/
}
