"""Builds a content set: one article by Django, all others as its copies by SQL.

Search index and reference index stay empty: neither lists nor forms read them. Files of
pictures are not made: their addresses come from the rows of their renditions.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.database import (
    ROOT,
    database_url,
    is_built,
    is_migrated,
    make_empty,
    write_stamp,
)
from benchmarks.environment import environment, run
from benchmarks.sizes import LANGUAGES, Sizes

FIRST_DAY: Final = date(2016, 1, 1)
DAYS: Final = 3650
PARAGRAPH: Final = "<p>" + "The towns met and agreed on what to do next. " * 8 + "</p>"
BODY: Final = [
    {"type": "paragraph", "value": PARAGRAPH},
    {"type": "heading", "value": {"text": "What comes next", "level": "2"}},
    {"type": "paragraph", "value": PARAGRAPH},
]
TITLES: Final = {
    "en": "Towns and regions agree on plan",
    "fr": "Villes et régions adoptent le plan",
    "de": "Städte und Regionen beschließen den Plan",
}


def build(sizes: Sizes) -> None:
    """Build the content in an empty database."""
    tell(f"Building {sizes.articles} articles in {len(LANGUAGES)} languages …")
    started = time.monotonic()
    migrate()
    tell("  tables are made")
    builder = Builder(sizes)
    builder.build_frame()
    tell("  topics, people, pictures and index pages are made")
    for step in builder.copy_articles():
        tell(f"  {step}")
    count()
    tell(f"Built in {time.monotonic() - started:.0f} s.")


def migrate() -> None:
    """Bring the tables up to date, and what the planner knows of them."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def count() -> None:
    """Bring the counts up to date, as the scheduler does in production."""
    from django.core.management import call_command

    call_command("update_bitmaps", verbosity=0)


def tell(line: str) -> None:
    """Show progress, apart from what a run prints as its result."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 – its user interface


@dataclass
class Builder:
    """The steps; each keeps what the next ones refer to."""

    sizes: Sizes
    locales: dict[str, Any] = field(default_factory=dict)
    ids: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    indexes: dict[str, Any] = field(default_factory=dict)

    def build_frame(self) -> None:
        """Make everything but the articles, by Django."""
        from django.db import transaction

        with transaction.atomic():
            self._make_site()
            self._make_vocabularies()
            self._make_pictures()

    def _make_site(self) -> None:
        from wagtail.models import Locale, Page, Site

        from home.models import HomePage
        from news.models import NewsIndexPage

        Site.objects.all().delete()
        for page in Page.objects.filter(depth=2):
            page.delete()
        root = Page.get_first_root_node()
        home, index = HomePage(), NewsIndexPage()
        for code in LANGUAGES:
            self.locales[code] = Locale.objects.get_or_create(language_code=code)[0]
            of_language: dict[str, Any] = {"locale": self.locales[code]}
            home = HomePage(
                **of_language,
                title=f"Home ({code})",
                slug=f"home-{code}",
                translation_key=home.translation_key,
            )
            root.add_child(instance=home)
            index = NewsIndexPage(
                **of_language,
                title=f"News ({code})",
                slug="news",
                translation_key=index.translation_key,
            )
            self.indexes[code] = home.add_child(instance=index)
        first = HomePage.objects.get(locale=self.locales[LANGUAGES[0]])
        Site.objects.create(
            hostname="cms.example.org", root_page=first, is_default_site=True
        )

    def _make_vocabularies(self) -> None:
        from cms.core.models import Topic
        from network.models import Person
        from news.models import Section

        self._make_terms("topic", Topic, self.sizes.topics, by_slug=True)
        self._make_terms("section", Section, 4, by_slug=True)
        self._make_terms("author", Person, self.sizes.authors, by_slug=False)

    def _make_terms(self, name: str, model: Any, count: int, *, by_slug: bool) -> None:
        keys: list[Any] = []
        for code, locale in self.locales.items():
            rows = [
                model(name=f"{name.title()} {number} ({code})", locale=locale)
                for number in range(count)
            ]
            keys = keys or [row.translation_key for row in rows]
            for number, row in enumerate(rows):
                row.translation_key = keys[number]
                if by_slug:
                    row.slug = f"{name}-{number}"
            model.objects.bulk_create(rows)
            self.ids.setdefault(name, {})[code] = [row.pk for row in rows]

    def _make_pictures(self) -> None:
        from wagtail.models import Collection

        from cms.core.models import CustomImage, CustomRendition

        root = Collection.get_first_root_node()
        images = [
            CustomImage(
                title=f"Picture {number}",
                file=f"original_images/picture-{number}.jpg",
                width=1600,
                height=1000,
                file_size=200_000,
                collection=root,
                alt_texts={code: f"Picture {number} ({code})" for code in LANGUAGES},
                placeholder="data:image/webp;base64," + "A" * 80,
            )
            for number in range(self.sizes.pictures)
        ]
        CustomImage.objects.bulk_create(images)
        files = [rendition for image in images for rendition in _renditions(image)]
        CustomRendition.objects.bulk_create(files)
        self.ids["picture"] = {code: [i.pk for i in images] for code in LANGUAGES}

    def copy_articles(self) -> Iterator[str]:
        """Make the articles, and say after each step what is there."""
        from benchmarks.copies import Copies

        first = self._make_originals()
        copies = Copies(self.sizes, first, self.ids, self.indexes)
        for code in LANGUAGES:
            copies.copy_pages(code, TITLES[code])
            yield f"the articles in {code}"
            copies.link(code)
            yield f"their topics, authors and related pages in {code}"
        copies.finish()
        yield "sequences, numbers of children and statistics"

    def _make_originals(self) -> dict[str, Any]:
        """Make the first article of each language as an editor's form does."""
        from news.models import NewsPage

        originals: dict[str, Any] = {}
        key = NewsPage().translation_key
        for code, index in self.indexes.items():
            originals[code] = index.add_child(
                instance=NewsPage(
                    title=f"{TITLES[code]} 1",
                    slug="plan-1",
                    locale=self.locales[code],
                    translation_key=key,
                    date=FIRST_DAY,
                    lead="What was agreed, who takes part, and when it begins.",
                    body=BODY,
                    cover_id=self.ids["picture"][code][0],
                    section_id=self.ids["section"][code][0],
                )
            )
        return originals


def _renditions(image: Any) -> Iterator[Any]:
    from wagtail.images.models import Filter

    from cms.core.media.presets import FORMATS, PRESETS
    from cms.core.models import CustomRendition

    for preset in PRESETS.values():
        for width in preset.widths_for(image.width):
            for kind in (name for name in FORMATS if name in preset.formats):
                ending = "jpg" if kind == "original" else kind
                stem = Path(image.file.name).stem
                spec = preset.spec(width, kind)
                yield CustomRendition(
                    image=image,
                    filter_spec=spec,
                    file=f"images/{stem}.{preset.name.lower()}-{width}.{ending}",
                    width=width,
                    height=preset.height(width),
                    focal_point_key=Filter(spec=spec).get_cache_key(image),
                )


def ensure(sizes: Sizes) -> None:
    """Build the content unless it is there, and bring its tables up to date."""
    for name in ("static", "media"):
        (ROOT / "var" / "bench" / name).mkdir(parents=True, exist_ok=True)
    if is_built(sizes) and is_migrated(sizes):
        return
    words = [f"--{name}={value}" for name, value in asdict(sizes).items()]
    if is_built(sizes):
        tell(f"Migrating the content with {sizes.articles} articles …")
        words.append("--migrate")
    else:
        make_empty(sizes)
    variables = environment(database_url(sizes), "benchmarks.settings")
    run("benchmarks.content", *words, variables=variables)
    write_stamp(sizes)


def main() -> None:
    """Build in this process; ``ensure`` gave it the settings."""
    parser = ArgumentParser(description=__doc__)
    for name, value in asdict(Sizes()).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--migrate", action="store_true")
    import django

    django.setup()
    asked = vars(parser.parse_args())
    if asked.pop("migrate"):
        migrate()
        count()
    else:
        build(Sizes(**asked))


if __name__ == "__main__":
    main()
