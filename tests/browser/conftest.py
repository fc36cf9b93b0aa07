"""A headless Chromium of this machine, for each module of these tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-dev-shm-usage"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start it; without one, the tests are skipped and say so."""
    known = [place for place in PLACES if Path(place).exists()]
    place = next(iter(known), None) or shutil.which("chromium")
    if place is None:
        pytest.skip("No Chromium here: install Debian's package chromium to run these.")
    # Playwright's loop runs in this thread, where tests also ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=QUIET)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
