"""An editor in a real browser sees the unsaved draft on the frontend's own page."""

import html
import json
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import make_site_tree
from tests.previewing import make_superuser

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("own_database")]

QUERY = """query P($token: String!) {
  preview(token: $token) { page { title locale { code direction } } } }"""

# Wagtail takes what the form holds seconds after loading for its beginning, and
# notices only what is typed later.
TELL_WHEN_WATCHED = """document.addEventListener("w-unsaved:watch-edits",
  () => document.documentElement.classList.add("is-watched"))"""


class Frontend(ThreadingHTTPServer):
    """The smallest website that shows drafts, and what browsers asked it."""

    daemon_threads = True

    def __init__(self, api: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.api = api
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"

    def draft(self, token: str) -> dict:
        """Ask the API for a draft, server to server, by POST."""
        body = {"query": QUERY, "variables": {"token": token}}
        request = urllib.request.Request(
            f"{self.api}/graphql/",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            preview = json.load(answer)["data"]["preview"]
        return preview["page"] if preview else {"title": "This preview has ended"}


class Answer(BaseHTTPRequestHandler):
    """Shows the title of the draft that a token stands for."""

    server: Frontend

    def do_GET(self) -> None:
        """Answer the browser; who may frame this page is the frontend's to say."""
        parts = urlsplit(self.path)
        if not parts.path.startswith("/en/preview"):
            self.send_error(404)
            return
        self.server.asked.append((self.path, self.headers["Referer"]))
        page = self.server.draft(parse_qs(parts.query)["token"][0])
        text = f"<!doctype html><h1>{html.escape(page['title'])}</h1>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header(
            "Content-Security-Policy", f"frame-ancestors {self.server.api}"
        )
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_words: object) -> None:
        """Say nothing: addresses hold tokens."""


@pytest.fixture
def frontend(live_server, settings) -> Iterator[Frontend]:
    """A website on this machine, known to the CMS as where drafts are shown."""
    with Frontend(live_server.url) as server:
        settings.FRONTEND_PREVIEW_URL = f"{server.address}/{{language}}/preview"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def editing(transactional_db, live_server, frontend, browser) -> Iterator[Page]:
    """A window in which a published news item stands open in the editor."""
    index = NewsIndexPageFactory(parent=make_site_tree()["en"])
    item = NewsPageFactory(parent=index, title="Published title")
    user = make_superuser()
    user.set_password("a password")
    user.save()
    window = browser.new_page(viewport={"width": 1600, "height": 1000})
    window.goto(f"{live_server.url}/admin/login/")
    window.fill("input[name=login]", user.username)
    window.fill("input[name=password]", "a password")
    window.click("main button[type=submit]")
    window.wait_for_selector("#wagtail-sidebar nav")
    window.add_init_script(TELL_WHEN_WATCHED)
    window.goto(f"{live_server.url}/admin/pages/{item.pk}/edit/")
    window.wait_for_selector("html.is-watched")
    yield window
    window.close()


def test_the_frontend_shows_the_unsaved_draft(editing: Page, frontend: Frontend):
    editing.fill("[name=title]", "Title only in the form")
    editing.click("[data-side-panel-toggle=preview]")
    panel = editing.frame_locator("iframe[data-w-preview-target=iframe]").last
    framed = panel.frame_locator("iframe")
    framed.locator("h1", has_text="Title only in the form").wait_for()

    editing.fill("[name=title]", "Another title")
    framed.locator("h1", has_text="Another title").wait_for()

    with editing.context.expect_page() as opened:
        editing.click("a[data-w-preview-target=newTab]")
    opened.value.locator("h1", has_text="Another title").wait_for()

    tokens = {path for path, _referrer in frontend.asked}
    assert len(tokens) >= 3, "every look has a token of its own"
    assert {referrer for _path, referrer in frontend.asked} == {None}
