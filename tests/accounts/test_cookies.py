"""Production's cookies and headers, as the settings for production give them."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "PUBLIC_URL": "https://cms.example.org",
    "DATABASE_URL": "postgresql://nobody@localhost/nothing",
}
ASK = """
import django; django.setup()
from django.test import Client
answer = Client().get("/admin/login/", secure=True, HTTP_HOST="cms.example.org")
print(answer.status_code)
for name, value in sorted(answer.headers.items()): print(f"{name}: {value}")
for cookie in answer.cookies.values(): print(cookie.OutputString())
"""


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


@pytest.fixture(scope="module")
def told() -> str:
    done = run("-c", ASK)
    assert done.stdout.startswith("200"), done.stderr
    return done.stdout


def test_cookies_are_secure_and_out_of_the_reach_of_scripts(told):
    (cookie,) = [line for line in told.splitlines() if line.startswith("__Host-csrf=")]

    for word in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert "Domain" not in cookie


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
def test_the_sign_in_page_has_its_headers(told, header):
    assert header in told
