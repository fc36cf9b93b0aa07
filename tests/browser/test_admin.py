"""The admin in a real browser: sign in as each role, find a news item, edit it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from cms.demo.accounts import ACCOUNTS, Account
from tests.running_site import RunningSite

pytestmark = pytest.mark.browser

# wagtail-localize's editor asks for the pages that the original links to, also for
# those that the translator may not open; the workbench in its place will not.
CLOSED_ORIGINAL = "/admin/api/main/pages/"


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window whose console must stay silent."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{message.text} {message.location}")
            if message.type == "error"
            else None
        ),
    )
    yield page
    page.close()
    assert [one for one in complaints if CLOSED_ORIGINAL not in one] == []


def sign_in(window: Page, site: RunningSite, account: Account) -> None:
    window.goto(f"{site.address}/admin/login/")
    window.fill("input[name=login]", account.username)
    window.fill("input[name=password]", account.password)
    window.click("button[type=submit]")
    window.wait_for_selector("#wagtail-sidebar nav")


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
def test_each_role_signs_in_finds_a_news_item_and_edits_it(
    window: Page, running_site: RunningSite, account: Account
):
    logged = len(running_site.lines)
    language = "fr" if account.username == "translator" else "en"
    (item,) = running_site.ask(
        """query N($locale: String!) { newsPages(locale: $locale, first: 1) {
             nodes { id title parent { id } } } }""",
        locale=language,
    )["data"]["newsPages"]["nodes"]

    sign_in(window, running_site, account)
    window.goto(f"{running_site.address}/admin/pages/{item['parent']['id']}/")
    window.wait_for_selector(f"text={item['title']}")
    window.goto(f"{running_site.address}/admin/pages/{item['id']}/edit/")
    window.wait_for_selector("h1, [data-side-panel-toggle], #main")

    assert item["title"] in window.content()
    if language == "en":
        window.fill("textarea[name=title], input[name=title]", f"{item['title']} ")
        window.click("button.action-save")
        window.wait_for_selector(
            ".messages .success, [data-w-messages-target] .success"
        )
    told = "".join(running_site.lines[logged:])
    assert "Traceback" not in told
    assert "ERROR" not in told


def test_the_explorer_runs_a_query(window: Page, running_site: RunningSite):
    window.goto(f"{running_site.address}/graphql/explorer/")
    window.wait_for_selector("button.graphiql-execute-button")
    window.click("button.graphiql-execute-button")
    window.wait_for_selector(".result-window >> text=locales")


def test_a_page_reads_well_without_a_frontend(window: Page, running_site: RunningSite):
    window.goto(f"{running_site.address}/ar/")

    assert window.get_attribute("html", "lang") == "ar"
    assert window.get_attribute("html", "dir") == "rtl"
    assert window.locator("h1").count() == 1
