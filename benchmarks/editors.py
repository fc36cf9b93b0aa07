"""The editor's side: what its screens cost, with all articles there; a process apart.

The requests go through the whole of Django in this process, so that nothing but the
screens is measured; PostgreSQL's own time is in ``ms``, and not in ``CPU ms``.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from benchmarks.content import BODY
from benchmarks.database import database_url
from benchmarks.environment import HOST, environment, run
from benchmarks.sizes import Sizes

if TYPE_CHECKING:
    from django.test import Client

ROUNDS: Final = 7
SECONDS: Final = 20.0  # no screen is asked for longer
OK: Final = (200, 302)


@dataclass(frozen=True)
class Screen:
    """What one screen cost, as the median of its rounds."""

    name: str
    statements: int
    cpu: float
    milliseconds: float


def screens(sizes: Sizes) -> list[Screen]:
    """Measure the screens on the content of these sizes."""
    variables = environment(database_url(sizes), "benchmarks.settings")
    told = run("benchmarks.editors", variables=variables)
    return [Screen(**row) for row in json.loads(told)]


def editors_table(found: list[Screen]) -> str:
    """Return what the screens cost as Markdown."""
    lines = ["| screen | SQL | CPU ms | ms |", "| --- | --: | --: | --: |"]
    lines += [
        f"| {one.name} | {one.statements} | {one.cpu:.0f} | {one.milliseconds:.0f} |"
        for one in found
    ]
    return "\n".join(lines)


def measured(name: str, act: Callable[[], Any]) -> Screen:
    """Ask for a screen several times, the first time to warm up."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    wall: list[float] = []
    cpu: list[float] = []
    count = 0
    ends_at = time.monotonic() + SECONDS
    while len(wall) <= ROUNDS and (len(wall) < 2 or time.monotonic() < ends_at):
        before, used = time.perf_counter(), time.process_time()
        response = act()
        cpu.append(1000 * (time.process_time() - used))
        wall.append(1000 * (time.perf_counter() - before))
        if response.status_code not in OK:
            sys.exit(f"“{name}” answered {response.status_code}.")
    with CaptureQueriesContext(connection) as queries:
        act()
    count = len(queries)
    return Screen(name, count, median(cpu[1:]), median(wall[1:]))


def all_screens() -> list[Screen]:
    """Measure each screen of an editor who signs in, and leave the content usable."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from news.models import NewsIndexPage, NewsPage

    users = get_user_model().objects
    editor = users.filter(username="bench").first()
    editor = editor or users.create_superuser("bench", "bench@example.org", "bench")
    client = Client(headers={"host": HOST, "x-forwarded-proto": "https"})
    client.force_login(editor)
    index = NewsIndexPage.objects.get(locale__language_code="en")
    page = NewsPage.objects.filter(locale=index.locale).order_by("date", "pk")[0]
    if page.latest_revision is None:
        page.save_revision().publish()
    edit = f"/admin/pages/{page.pk}/edit/"
    topics = [str(pk) for pk in page.topics.values_list("pk", flat=True)]
    publish = {"action-publish": "action-publish"}
    return [
        measured("open a page", lambda: client.get(edit)),
        measured("save a draft", lambda: _send(client, edit, topics, {})),
        measured("publish", lambda: _send(client, edit, topics, publish)),
        measured("page list", lambda: client.get(f"/admin/pages/{index.pk}/")),
        measured("first screen of the admin", lambda: client.get("/admin/")),
    ]


_forms: dict[str, Any] = {}


def _send(client: "Client", edit: str, topics: list[str], extra: dict[str, str]) -> Any:
    """Send the edit form back as a browser does that changed nothing."""
    from wagtail.test.utils.form_data import (
        nested_form_data,
        querydict_from_html,
        rich_text,
        streamfield,
    )

    if edit not in _forms:
        form = client.get(edit).content.decode()
        body = [
            (
                block["type"],
                rich_text(block["value"])
                if isinstance(block["value"], str)
                else block["value"],
            )
            for block in BODY
        ]
        data = querydict_from_html(form, form_id="page-edit-form")
        data.update(nested_form_data({"body": streamfield(body)}))
        data.setlist("topics", topics)  # of several ticks, one was read
        _forms[edit] = data
    data = _forms[edit].copy()
    data.update(extra)
    response = client.post(edit, data)
    if response.status_code == 200:  # the form again, with what is wrong
        sys.exit(f"The edit form was refused: {response.context['form'].errors}.")
    return response


def main() -> None:
    """Measure in this process; ``screens`` gave it the settings."""
    import django

    django.setup()
    rows = [vars(screen) for screen in all_screens()]
    print(json.dumps(rows))  # noqa: T201 – read by ``screens``


if __name__ == "__main__":
    main()
