"""A mistake in the environment ends the start with one sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    "SECRET_KEY": "x" * 60,
    "PUBLIC_URL": "https://cms.example.org",
    "DATABASE_URL": "postgresql://nobody:x@127.0.0.1:1/nothing",
    "PATH": os.environ["PATH"],
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("PUBLIC_URL", ""),
        ("PUBLIC_URL", "cms.example.org"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://x@y/z"),
        ("DATABASE_URL", "nonsense"),
        ("CONTENT_LANGUAGES", "en,xq"),
        ("CONTENT_LANGUAGES", "en,en"),
        ("LANGUAGE_FALLBACKS", "fr:pl"),
        ("FRONTEND_URL", "www.example.org"),
        ("FRONTEND_PATHS", "fr=slugs"),
        ("TRUSTED_PROXIES", "proxy"),
        ("REDIS_URL", "localhost:6379"),
        ("REDIS_URL", "http://localhost:6379"),
        ("TIME_ZONE", "Brussels"),
        ("DATABASE_POOL_SIZE", "0"),
        ("EMAIL_TLS", "perhaps"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_mistake_is_named(name, value):
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**GOOD, name: value},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.strip().splitlines()
    assert sentence.startswith("Configuration: ")
    assert name in sentence


def test_an_unreachable_database_is_named():
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=GOOD,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "DATABASE_URL" in last
    assert "Traceback" not in done.stderr
