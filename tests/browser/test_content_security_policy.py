"""A browser walks the admin with the policy enforced and refuses nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cms.demo.accounts import ACCOUNTS
from tests.own_database import filled_database, working_on

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

LISTEN = """
addEventListener("securitypolicyviolation", (event) => window.tell(
    `${event.effectiveDirective} refused ${event.blockedURI} on ${location.pathname}: `
    + `${event.sourceFile}:${event.lineNumber} ${event.sample}`));
"""
POLICY = "Content-Security-Policy"
# No screens: parts of screens, files, and what answers with an error on purpose.
NO_SCREENS = (
    *("/results/", "/chosen-multiple/", "/create/", "/file/", "jsi18n/", "/sprite/"),
    *("/api/", "/choose", "chooser/", "/upload/", "/process/", "/import/", "/end/"),
    *("failwhale/", "test404/", "autocomplete/", "dismissibles/", "block-preview/"),
    *("/logout/", "admin/login/", "admin/password_reset/", "/password/set/"),
    *("/two-step/app/remove/", "/two-step/codes/"),
)


@dataclass
class Window:
    """A page of the browser, and what it complained about."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Open a screen that must be there and carry the policy."""
        answer = self.page.goto(f"{self.address}{path}", wait_until="load")
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        assert "script-src 'self'" in answer.headers[POLICY.lower()]
        assert "/admin/login" not in self.page.url, path

    def settle(self) -> None:
        """Wait until what was started has come to rest."""
        self.page.wait_for_load_state("networkidle")


@pytest.fixture(scope="module")
def address(
    demo_database_name: str, django_db_blocker, tmp_path_factory
) -> Iterator[str]:
    """Where a server answers, on a copy of the demo of its own."""
    with (
        django_db_blocker.unblock(),
        filled_database("csp", lambda: None, demo_database_name) as name,
        working_on(name),
    ):
        server = LiveServer("127.0.0.1", start=False)
        with override_settings(SECURE_HSTS_SECONDS=0):
            server.start()
            with override_settings(
                PUBLIC_URL=server.url, MEDIA_URL=f"{server.url}/media/"
            ):
                yield server.url
            server.stop()


@pytest.fixture(scope="module")
def state(browser: Browser, address: str) -> Any:
    """The administrator's cookies after signing in on the form."""
    context = browser.new_context()
    page = context.new_page()
    admin = next(account for account in ACCOUNTS if account.username == "admin")
    page.goto(f"{address}/admin/login/")
    page.fill("input[name=login]", admin.username)
    page.fill("input[name=password]", admin.password)
    page.click("main button[type=submit]")
    page.wait_for_selector("#wagtail-sidebar nav")
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def window(browser: Browser, address: str, state: Any) -> Iterator[Window]:
    """A signed-in window that nothing may go wrong in."""
    context = browser.new_context(
        storage_state=state, viewport={"width": 1400, "height": 1000}
    )
    context.set_default_timeout(20_000)
    opened = Window(context.new_page(), address)
    listen(opened)
    yield opened
    context.close()
    assert opened.complaints == []


def listen(opened: Window) -> None:
    """Hear of violations in every frame before its first script, and of errors."""
    told = opened.complaints
    opened.page.context.expose_function("tell", lambda words: told.append(words))
    opened.page.context.add_init_script(LISTEN)
    opened.page.on("pageerror", lambda error: told.append(f"{error} {error.stack}"))
    opened.page.on(
        "console",
        lambda line: (
            told.append(f"{opened.page.url}: {line.text} {line.location}")
            if line.type == "error"
            else None
        ),
    )


def addresses(patterns: list[Any], before: str = "/") -> Iterator[str]:
    """Return the addresses that need no number in them."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield path


def screens() -> list[str]:
    """Return all screens of the admin that belong to no single object."""
    return sorted(
        {
            path
            for path in addresses(get_resolver().url_patterns)
            if path.startswith("/admin/")
            and not any(sign in path for sign in ("<", "(", "^"))
            and not any(part in path for part in NO_SCREENS)
        }
    )


def object_screens() -> Iterator[str]:
    """Return the screens of one object of every kind."""
    yield from page_screens()
    yield from snippet_screens()
    yield from screens_of_settings()


def page_screens() -> Iterator[str]:
    """Return the forms of every kind of page, and all screens of one page."""
    from wagtail.models import Page, Site, get_page_models

    yield from (f"/admin/pages/{pk}/" for pk in (1, Site.objects.get().root_page_id))
    for model in get_page_models():
        if page := model.objects.exclude(depth=1).first():
            yield f"/admin/pages/{page.pk}/edit/"
            kind = f"{model._meta.app_label}/{model._meta.model_name}"
            parents = model.allowed_parent_page_models()
            parent = Page.objects.type(*parents).first() if parents else None
            if parent and model.can_create_at(parent):
                yield f"/admin/pages/add/{kind}/{parent.pk}/"
    page = some_news()
    for action in ("history", "usage", "delete", "copy", "move", "unpublish"):
        yield f"/admin/pages/{page.pk}/{action}/"
    compared = Page.objects.filter(latest_revision__isnull=False, live=True)
    yield f"/admin/pages/{compared.first().pk}/revisions/compare/earliest...live/"


def snippet_screens() -> Iterator[str]:
    """Return the forms of every kind of snippet, and all screens of one."""
    from wagtail.snippets.models import get_snippet_models

    for model in get_snippet_models():
        place = f"/admin/snippets/{model._meta.app_label}/{model._meta.model_name}"
        if thing := model.objects.first():
            yield f"{place}/edit/{thing.pk}/"
            others = (
                f"{place}/{a}/{thing.pk}/" for a in ("usage", "history", "delete")
            )
    yield from others


def screens_of_settings() -> Iterator[str]:
    """Return the screens of one file, account, collection and the like."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Collection, Locale, Site, Task, Workflow

    from cms.core.models import CustomDocument, CustomImage

    user = get_user_model().objects.last()
    image, document = CustomImage.objects.first(), CustomDocument.objects.first()
    yield from (
        f"/admin/images/{image.pk}/",
        f"/admin/images/{image.pk}/delete/",
        f"/admin/images/usage/{image.pk}/",
        f"/admin/documents/edit/{document.pk}/",
        f"/admin/documents/usage/{document.pk}/",
        f"/admin/collections/{Collection.objects.filter(depth=2).first().pk}/",
        f"/admin/users/edit/{user.pk}/",
        f"/admin/users/history/{user.pk}/",
        f"/admin/groups/edit/{Group.objects.first().pk}/",
        f"/admin/sites/edit/{Site.objects.first().pk}/",
        f"/admin/locales/edit/{Locale.objects.last().pk}/",
        f"/admin/redirects/{Redirect.objects.first().pk}/",
        f"/admin/workflows/edit/{Workflow.objects.first().pk}/",
        f"/admin/workflows/usage/{Workflow.objects.first().pk}/",
        f"/admin/workflows/tasks/edit/{Task.objects.first().pk}/",
        f"/admin/localize/submit/page/{Site.objects.get().root_page_id}/",
    )


def test_the_listener_hears_of_what_is_refused(browser: Browser, address: str):
    context = browser.new_context()
    opened = Window(context.new_page(), address)
    listen(opened)
    opened.page.goto(f"{address}/admin/login/")
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.stolen = true";
            document.body.append(script);
            const button = document.createElement("button");
            button.setAttribute("onclick", "window.stolen = true");
            document.body.append(button);
            button.click();
            const image = new Image();
            image.src = "https://evil.example/pixel.png";
        }"""
    )
    opened.page.wait_for_function("() => true")
    heard = " ".join(opened.complaints)
    stolen = opened.page.evaluate("() => window.stolen")
    context.close()

    assert stolen is None
    for directive in ("script-src-elem", "script-src-attr", "img-src"):
        assert f"{directive} refused" in heard


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/"])
def test_pages_of_strangers_refuse_nothing(browser: Browser, address: str, path: str):
    context = browser.new_context()
    opened = Window(context.new_page(), address)
    listen(opened)
    opened.page.goto(f"{address}{path}")
    opened.settle()
    context.close()

    assert opened.complaints == []


def test_every_screen_of_the_admin_opens(window: Window):
    paths = screens()
    assert len(paths) > 50
    for path in paths:
        window.visit(path)


def test_every_screen_of_an_object_opens(window: Window):
    paths = list(object_screens())
    assert len(paths) > 50
    for path in paths:
        window.visit(path)


def some_news() -> Any:
    """Return a published item with an editor in English."""
    from news.models import NewsPage

    return NewsPage.objects.filter(locale__language_code="en", live=True).first()


def test_an_author_writes_with_every_tool_of_the_editor(window: Window):
    item, page = some_news(), window.page
    window.visit(f"/admin/pages/{item.pk}/edit/")
    page.wait_for_selector(".Draftail-Editor")
    editor = page.locator('[contenteditable="true"]').first
    editor.click()
    editor.press_sequentially("A bridge ")
    page.locator("[data-draftail-editor-wrapper], .Draftail-Editor").first.wait_for()
    page.get_by_role("button", name="Insert a block").first.click()
    page.keyboard.press("Escape")
    dates = page.locator('[name="date"]')
    dates.first.click()
    page.wait_for_selector(".xdsoft_datetimepicker:visible")
    page.keyboard.press("Escape")
    window.settle()

    assert "A bridge" in editor.inner_text()


def test_choosers_open_and_choose(window: Window):
    index, page = some_news().get_parent(), window.page
    window.visit(f"/admin/pages/add/news/newspage/{index.pk}/")
    opened = 0
    for chooser in page.locator("[data-chooser-action-choose]:visible").all():
        chooser.click()
        page.wait_for_selector(".modal-dialog:visible")
        window.settle()
        page.locator(".modal-dialog button.close").click()
        page.wait_for_selector(".modal-dialog", state="hidden")
        opened += 1

    assert opened > 0


def test_rows_are_added_in_the_page_form(window: Window):
    item, page = some_news(), window.page
    window.visit(f"/admin/pages/{item.pk}/edit/")
    opened = 0
    for button in page.locator('button[id$="-ADD"]').all():
        prefix = str(button.get_attribute("id")).removesuffix("-ADD")
        counter = page.locator(f"#{prefix}-TOTAL_FORMS")
        before = int(counter.input_value())
        if not button.is_visible() or not button.is_enabled():
            continue
        button.click()
        assert int(counter.input_value()) == before + 1
        opened += 1

    assert opened > 0


def test_the_preview_panel_shows_the_page(window: Window):
    item, page = some_news(), window.page
    window.visit(f"/admin/pages/{item.pk}/edit/")
    page.locator('[data-side-panel-toggle="preview"]').first.click()
    frame = page.frame_locator('iframe[id*="preview"], iframe.w-preview__iframe').first
    frame.locator("h1").first.wait_for()

    assert item.title in frame.locator("h1").first.inner_text()
    window.settle()


def test_a_draft_is_saved_and_compared(window: Window):
    item, page = some_news(), window.page
    window.visit(f"/admin/pages/{item.pk}/edit/")
    page.fill("textarea[name=title], input[name=title]", f"{item.title} again")
    page.locator("button.action-save").first.click()
    page.wait_for_selector(".messages .success")
    window.visit(f"/admin/pages/{item.pk}/revisions/compare/live...latest/")

    assert "again" in page.locator("main").inner_text()


def test_a_focal_point_is_drawn(window: Window):
    from cms.core.models import CustomImage

    page = window.page
    window.visit(f"/admin/images/{CustomImage.objects.first().pk}/")
    page.wait_for_selector(".jcrop-holder")
    box = page.locator(".jcrop-holder").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.up()

    assert page.input_value("input.focal_point_x") != ""


def test_a_translator_works_in_the_translation_editor(window: Window):
    from wagtail_localize.models import Translation

    page = window.page
    translation = Translation.objects.filter(enabled=True).first()
    window.visit(f"/admin/pages/{translation.get_target_instance().pk}/edit/")
    page.wait_for_selector(".js-translation-editor >> text=/./")
    page.locator(".js-translation-editor button").first.click()
    window.settle()


def test_a_second_factor_is_set_up(window: Window):
    page = window.page
    window.visit("/admin/account/two-step/")
    page.get_by_role("link", name="Set it up").click()
    page.wait_for_selector("img.accounts-picture")

    assert page.evaluate("document.querySelector('.accounts-picture').naturalWidth") > 0
    window.settle()
