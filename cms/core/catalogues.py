"""Message catalogues of our own screens: gathered, checked and compiled by Babel.

Babel instead of GNU gettext, since it comes with the locked requirements.
"""

import gettext
import os
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.encoding import force_str
from django.utils.translation import to_locale
from django.utils.translation.template import templatize
from django.utils.translation.trans_real import all_locale_paths

ROOMS = ("cms", "home", "network", "news", "projects", "publications", "search")
METHODS = [
    ("**/migrations/**.py", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "cms.core.catalogues:extract_template"),
]
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
CHANGING_HEADERS = (
    *("POT-Creation", "PO-Revision", "Last-Trans", "Language-Team"),
    *("Generated-By", "Project-Id", "Report-Msgid"),
)
HEADER = "# Texts of Municipia's own screens.\n#"


def extract_template(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[Any]:
    """Extract the messages of a Django template, as Babel asks for them."""
    # A template's indentation means nothing to Python, whose reader stumbles over it.
    lines = templatize(force_str(file.read())).splitlines()
    python = "\n".join(map(str.lstrip, lines))
    yield from extract_python(
        BytesIO(python.encode()), keywords, comment_tags, {"encoding": "utf-8"}
    )


def gathered() -> Catalog:
    """Return every message of our code and templates."""
    catalog = Catalog(header_comment=HEADER, project="Municipia", charset="utf-8")
    base = Path(settings.BASE_DIR)
    for room in ROOMS:
        found = extract_from_dir(base / room, METHODS, keywords=KEYWORDS)
        for name, _line, message, _comments, context in found:
            catalog.add(message, locations=[(f"{room}/{name}", 0)], context=context)
    return catalog


def catalogue_paths() -> dict[str, Path]:
    """Return where the catalogue of each admin language but English is kept."""
    folder = Path(settings.LOCALE_PATHS[0])
    return {
        code: folder / to_locale(code) / "LC_MESSAGES" / "django.po"
        for code in settings.ADMIN_LANGUAGES
        if code != "en"
    }


def updated(code: str, path: Path, messages: Catalog) -> bytes:
    """Return a language's catalogue with exactly the messages gathered."""
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=to_locale(code))
    else:
        catalog = Catalog(locale=to_locale(code), project="Municipia")
    catalog.update(messages, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.fuzzy = HEADER, False
    buffer = BytesIO()
    write_po(buffer, catalog, width=88, sort_output=True, omit_header=False)
    return _without_dates(buffer.getvalue())


def _without_dates(po: bytes) -> bytes:
    """Leave out what changes with every run or names a person or a program."""
    dropped = tuple(f'"{name}'.encode() for name in CHANGING_HEADERS)
    lines = po.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(dropped))


def untranslated(path: Path, code: str) -> list[str]:
    """Return the messages of a catalogue that have no translation yet."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=to_locale(code))
    return [str(m.id) for m in catalog if m.id and not all(_texts(m.string))]


def _texts(string: Any) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string,)


def compile_catalogues() -> int:
    """Compile what changed and return how many files were written; safe to repeat.

    A content language that Django has no catalogue for, such as Maltese, gets an empty
    one: without it, ``check_for_language`` takes the language for unknown.
    """
    written = 0
    for code, path in catalogue_paths().items():
        target = path.with_suffix(".mo")
        if path.exists() and _is_older(target, path):
            with path.open("rb") as file:
                _write_mo(target, read_po(file, locale=to_locale(code)))
            written += 1
    for code in settings.CONTENT_LANGUAGES:
        if not _has_catalogue(code):
            folder = Path(settings.LOCALE_PATHS[1]) / to_locale(code) / "LC_MESSAGES"
            _write_mo(folder / "django.mo", Catalog(locale=to_locale(code)))
            written += 1
    return written


def _has_catalogue(code: str) -> bool:
    return any(
        gettext.find("django", path, [to_locale(code)]) for path in all_locale_paths()
    )


def _is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _write_mo(path: Path, catalog: Catalog) -> None:
    """Write beside and rename: another process may be reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        write_mo(file, catalog)
    Path(name).replace(path)
