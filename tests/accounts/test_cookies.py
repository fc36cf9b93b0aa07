"""Production's cookies and headers, as the settings for production give them."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from cms.settings import base as production
from tests.accounts.people import PASSWORD, make_person

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "PUBLIC_URL": "https://cms.example.org",
    "DATABASE_URL": "postgresql://nobody@localhost/nothing",
}
COOKIES = {name for name in dir(production) if "COOKIE" in name}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=PRODUCTION,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_is_silent():
    done = run("manage.py", "check", "--deploy", "--fail-level", "DEBUG")

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.fixture
def answer(db, settings):
    """The sign-in page as production sends it."""
    for name in (*COOKIES, "SECURE_HSTS_SECONDS", "SECURE_HSTS_PRELOAD"):
        if name.isupper():
            setattr(settings, name, getattr(production, name))
    make_person()
    client = Client()
    page = client.get("/admin/login/", secure=True)
    sent = {"login": "ana", "password": PASSWORD}
    page.cookies.update(client.post("/admin/login/", sent, secure=True).cookies)
    return page


@pytest.mark.parametrize(
    "name", ["__Host-session", "__Host-csrf", "__Host-known-browser"]
)
def test_cookies_are_secure_and_out_of_the_reach_of_scripts(answer, name):
    cookie = answer.cookies[name].OutputString()

    for word in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert "Domain" not in cookie


def test_a_session_lasts_a_working_day(answer):
    assert answer.cookies["__Host-session"]["max-age"] == 12 * 3600


@pytest.mark.parametrize(
    "header",
    [
        "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Opener-Policy: same-origin",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "X-Frame-Options: SAMEORIGIN",
        "Permissions-Policy: accelerometer=(), camera=()",
        "Cache-Control: max-age=0, no-cache, no-store, must-revalidate, private",
    ],
)
def test_the_sign_in_page_has_its_headers(answer, header):
    name, _, value = header.partition(": ")

    assert answer[name].startswith(value)
