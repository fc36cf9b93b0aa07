"""The whole system: killed in the middle, backed up and restored, stopped together."""

import hashlib
import json
import re
import shutil

import psutil
import pytest

from tests.contract import documents
from tests.running_site import NEXT_START_SECONDS, RunningSite

QUESTIONS = [
    ("NewsList", {"locale": "en"}),
    ("ProjectCatalogue", {"locale": "fr"}),
    ("Publications", {"locale": "en"}),
    ("Directory", {"locale": "fr"}),
    ("SiteFrame", {"locale": "ar"}),
]


def answers(site: RunningSite) -> dict[str, str]:
    """Return a fingerprint of what the operations answer."""
    found = {}
    for name, variables in QUESTIONS:
        answer = site.ask(documents.load(name), **variables)
        assert "errors" not in answer, answer["errors"]
        text = json.dumps(answer["data"], sort_keys=True)
        found[f"{name} {variables['locale']}"] = hashlib.sha256(
            text.encode()
        ).hexdigest()
    return found


def kill(processes: list[psutil.Process]) -> None:
    assert processes
    for process in processes:
        process.kill()
    psutil.wait_procs(processes, timeout=10)


def is_at_work(process: psutil.Process) -> bool:
    """Tell whether a process still does something; a zombie does not."""
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def test_it_says_where_everything_is_and_who_may_sign_in(running_site):
    for part in ("/admin/", "/graphql/", "/graphql/explorer/", "demo-editor"):
        assert part in running_site.told
    assert running_site.address in running_site.told


@pytest.mark.parametrize("victim", ["web", "worker", "scheduler", "database"])
def test_a_killed_process_starts_again_and_nothing_is_lost(running_site, victim):
    before = answers(running_site)

    if victim == "database":
        kill([running_site.postmaster()])
    else:
        words = {"web": "cms.wsgi", "worker": " work", "scheduler": " schedule"}
        kill(running_site.processes(words[victim]))
    running_site.wait_until_ready(NEXT_START_SECONDS)

    assert answers(running_site) == before


def test_after_the_launcher_was_killed_the_next_start_finds_all_as_it_was(running_site):
    before = answers(running_site)

    kill([psutil.Process(running_site.process.pid)])
    seconds = running_site.start(NEXT_START_SECONDS)

    assert answers(running_site) == before
    assert "Loading" not in running_site.told
    print(f"next start: {seconds:.1f} s")  # noqa: T201 told with pytest -rP


def test_ctrl_c_stops_everything_the_database_too_and_a_start_follows(running_site):
    postmaster = running_site.postmaster()
    everything = running_site.processes("cms.wsgi") + running_site.processes(" work")
    before = answers(running_site)

    running_site.stop()

    assert not [process for process in (postmaster, *everything) if is_at_work(process)]
    running_site.start(NEXT_START_SECONDS)
    assert answers(running_site) == before


def test_a_second_start_here_is_refused_in_one_sentence(running_site):
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "cms.launch"],
        cwd=running_site.folder,
        env={**running_site.environment(), "PORT": "0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode != 0
    said = (done.stdout + done.stderr).strip()
    assert len(said.splitlines()) == 1, said
    assert re.search(r"[.;]|stop it|PORT", said)


def test_what_was_backed_up_is_there_again_after_all_was_lost(running_site, tmp_path):
    before = answers(running_site)
    archive = tmp_path / "backup.tar.gz"

    running_site.manage("backup", str(archive))
    running_site.stop()
    for lost in ("postgres", "media"):
        shutil.rmtree(running_site.folder / "var" / lost)
    running_site.manage("restore", str(archive))
    running_site.start(NEXT_START_SECONDS)

    assert answers(running_site) == before
    assert any((running_site.folder / "var" / "media").iterdir())
