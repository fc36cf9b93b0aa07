"""A site that nobody chose: what is on it, and what of it is public, is left to chance.

Dates and titles are few, so that many are equal; names are in any script.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import uuid4

from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.core.models import Topic
from home.models import HomePage
from network.models import Organisation, OrganisationKind, PageAuthor, Person
from news.models import NewsPage, Section
from projects.models import Participation, ParticipationRole, ProjectPage, ProjectStatus
from publications.models import PublicationKind, PublicationPage
from tests.plenty.trees import add_pages

LANGUAGES = ("en", "fr", "ar")
KINDS = (NewsPage, ProjectPage, PublicationPage)
ITEMS = 10  # of every kind, each in one to three languages
TITLES = ("Älv", "alv", "Ωμέγα", "Київ", "القاهرة", "Zebra", "zebra", "z", "Ὦ", "🏙")
DAYS = (date(2024, 2, 29), date(2025, 1, 1), date(2025, 1, 2))
PARTIAL = ("", "", "2024", "2024-02", "2024-02-29", "2025")
PAST, FUTURE = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
HIDDEN = (
    {"live": False},
    {"expire_at": PAST},
    {"go_live_at": FUTURE},
    {"live": False, "expire_at": FUTURE},
)
SLUGS = ("water", "rivers", "towns")


@dataclass
class Chance:
    """A site made by a seed, with what is visible of each item by language."""

    seed: int
    visible: dict[type[Any], list[dict[str, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)

    def show(self) -> None:
        """Make this site the one that is asked."""
        Site.objects.update(is_default_site=False)
        Site.objects.filter(pk=self.site.pk).update(is_default_site=True)

    def build(self) -> "Chance":
        """Make all of it."""
        codes = {code: {"language_code": code} for code in LANGUAGES}
        self.locales = {
            code: Locale.objects.get_or_create(**named)[0]
            for code, named in codes.items()
        }
        key = uuid4()
        homes = [self._page(HomePage, code, key) for code in LANGUAGES]
        add_pages(Page.get_first_root_node(), homes)
        self._homes = dict(zip(LANGUAGES, homes, strict=True))
        self.site = Site.objects.create(
            hostname=f"chance-{self.seed}.test", root_page=homes[0]
        )
        self._make_terms()
        self._make_people()
        for model in (ProjectPage, NewsPage, PublicationPage):
            self.visible[model] = [self._make_item(model) for _ in range(ITEMS)]
        return self

    def expected(self, model: type[Any], chain: list[str]) -> set[int]:
        """Return the ids of what a list in these languages has to show."""
        return {
            next(item[code] for code in chain if code in item)
            for item in self.visible[model]
            if not item.keys().isdisjoint(chain)
        }

    def _one(self, choices: Any) -> Any:
        return self._random.choice(list(choices))

    def _some(self, choices: Any) -> list[Any]:
        found = list(choices)
        return self._random.sample(found, self._random.randint(0, len(found)))

    def _page(self, model: type[Any], code: str, key: Any, **columns: Any) -> Any:
        return model(
            locale=self.locales[code],
            translation_key=key,
            slug=uuid4().hex,
            **{"title": self._one(TITLES), **columns},
        )

    def _make_terms(self) -> None:
        self._terms: dict[type[Any], list[Any]] = {}
        for model in (Topic, Section):
            rows = model.objects.filter(slug__in=SLUGS, locale=self.locales["en"])
            if not rows:
                model.objects.bulk_create(
                    model(slug=slug, name=slug, locale=self.locales["en"])
                    for slug in SLUGS
                )
            self._terms[model] = list(rows.all())

    def _make_people(self) -> None:
        """Make organisations and people; some are drafts, some not translated."""
        self.visible[Organisation] = []
        self._organisations, self._people = [], []
        for number in range(ITEMS):
            key, shown = uuid4(), {}
            for code in self._some(LANGUAGES) or ["en"]:
                shared = {
                    "translation_key": key,
                    "locale": self.locales[code],
                    "name": self._one(TITLES),
                    "live": self._random.random() < 0.8,
                }
                row = Organisation(
                    slug=f"of-{self.seed}-{number}",
                    kind=self._one(OrganisationKind.values),
                    country_code=self._one(("BE", "UA", "")),
                    **shared,
                )
                person = Person(**shared)
                Organisation.objects.bulk_create([row])
                person.organisation = row
                Person.objects.bulk_create([person])
                self._organisations.append(row)
                self._people.append(person)
                if row.live:
                    shown[code] = row.pk
            self.visible[Organisation].append(shown)

    def _make_item(self, model: type[Any]) -> dict[str, int]:
        """Make an item in some languages; return the visible pages by language."""
        key, shown, pages = uuid4(), {}, []
        is_private = self._random.random() < 0.1
        for code in self._some(LANGUAGES) or [self._one(LANGUAGES)]:
            is_hidden = self._random.random() < 0.2
            columns = self._one(HIDDEN) if is_hidden else {}
            page = self._page(model, code, key, **self._columns(model), **columns)
            add_pages(self._homes[code], [page])
            self._relate(page)
            if is_private:
                PageViewRestriction.objects.create(page=page, restriction_type="login")
            elif not is_hidden:
                shown[code] = page.pk
            pages.append(page)
        for page in pages:
            if self._random.random() < 0.2:
                self._alias(page)
        return shown

    def _alias(self, page: Any) -> None:
        """Show a page once more: in a language that lacks it, else in its own."""
        versions = Page.objects.filter(translation_key=page.translation_key)
        taken = set(versions.values_list("locale__language_code", flat=True))
        free = [code for code in LANGUAGES if code not in taken]
        code = free[0] if free else page.locale.language_code
        key = page.translation_key if free else uuid4()
        alias = self._page(type(page), code, key, title=page.title, alias_of=page)
        add_pages(self._homes[code], [alias])

    def _columns(self, model: type[Any]) -> dict[str, Any]:
        shared = {"goals": self._some((1, 11, 17))}
        shared["review_by"] = self._one((None, None, *DAYS))
        if model is NewsPage:
            section = self._one((None, *self._terms[Section]))
            return {**shared, "date": self._one(DAYS), "section": section}
        if model is PublicationPage:
            kind = self._one(PublicationKind.values)
            return {**shared, "date": self._one(DAYS), "kind": kind}
        return {
            **shared,
            "status": self._one(ProjectStatus.values),
            "start_date": self._one(PARTIAL),
            "country_codes": self._some(("BE", "UA")),
        }

    def _relate(self, page: Any) -> None:
        for topic in self._some(self._terms[Topic]):
            through = type(page).topics.field.remote_field.through
            owner = type(page)._meta.get_field("topics").m2m_field_name()
            through.objects.create(**{f"{owner}_id": page.pk, "topic": topic})
        for place, person in enumerate(self._some(self._people)[:3]):
            PageAuthor.objects.create(
                page_id=page.pk,
                person=person,
                locale=page.locale,
                sort_order=place,
            )
        if not isinstance(page, ProjectPage):
            return
        for place, organisation in enumerate(self._some(self._organisations)[:6]):
            Participation.objects.create(
                project=page,
                organisation=organisation,
                role=self._one(ParticipationRole.values),
                locale=page.locale,
                sort_order=place,
            )
