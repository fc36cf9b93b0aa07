"""A site with so many of everything, and the owners of every relation there is."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.db.models import Case, Model, Q, When
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, Site, TranslatableMixin
from wagtail.search import index

from cms.graphql.builder import page_models
from home.models import HomePage, Menu, SiteTexts, StandardPage
from network.models import Organisation
from news.models import NewsPage
from projects.models import Participation, ProjectPage
from tests.plenty.shelves import Shelf, languages
from tests.plenty.trees import add_pages

FEW = 1  # of what belongs to an owner that is not the first
LONERS = date(2030, 1, 1)
NEIGHBOURS = date(2020, 1, 1), date(2029, 1, 1)


@dataclass
class Plenty:
    """A site with ``size`` languages, levels, menu entries, and pages of every kind.

    A first page of every kind has ``size`` of all that it can have; the others have
    one of each. Owners refer to different things, of which half are translated.
    """

    name: str
    size: int
    owners: dict[type[Model], list[Any]] = field(default_factory=dict)

    def show(self) -> None:
        """Make this site the one that is asked, with nobody else's organisations."""
        Site.objects.update(is_default_site=False)
        Site.objects.filter(pk=self.site.pk).update(is_default_site=True)
        mine = Q(slug__startswith=f"{self.name}-")
        Organisation.objects.update(live=Case(When(mine, then=True), default=False))

    def build(self) -> "Plenty":
        """Make all of it."""
        self.homes = self._make_homes()
        self.site = Site.objects.create(
            hostname=f"{self.name}.test", root_page=self.homes[0]
        )
        self.deep = self._make_levels()
        self.shelves = [self._shelf(number) for number in range(self.size + 1)]
        for model in [ProjectPage, *page_models()]:
            if model not in self.owners:
                self._make_owners(model)
        for rows in list(self.owners.values()):
            for shelf, page in zip(self.shelves, rows, strict=True):
                self._add_relations(page, shelf)
        self._add_member()
        self._translate_owners()
        self._make_neighbours()
        self._make_loners()
        self._make_frame()
        for page in self.owners[NewsPage]:
            index.insert_or_update_object(page)
        return self

    def some(self, model: type[Any]) -> list[Any]:
        """Return objects of a model, each with things of its own to refer to."""
        if model in self.owners:
            return self.owners[model][1:]
        for key in model._meta.concrete_fields:
            if isinstance(key, ParentalKey):
                parents = self.owners[key.related_model][1:]
                rows = [model.objects.filter(**{key.name: p.pk}) for p in parents]
                return [found.first() for found in rows]
        return [shelf.pick(model, 0) for shelf in self.shelves[1:]]

    def first(self, model: type[Any]) -> Any:
        """Return the page of a kind that has the most of everything."""
        return self.owners[model][0]

    @cached_property
    def locales(self) -> list[Any]:
        """The site's languages."""
        return languages(self.size)

    def _page(self, model: type[Any], slug: str, locale: Any, **columns: Any) -> Any:
        named = {"title": f"{model.__name__} {slug}", "slug": slug, "locale": locale}
        return model(**{"translation_key": uuid4(), **named, **columns})

    def _make_homes(self) -> list[Any]:
        key = uuid4()
        homes = [
            self._page(HomePage, f"{self.name}-{number}", locale, translation_key=key)
            for number, locale in enumerate(self.locales)
        ]
        return list(add_pages(Page.get_first_root_node(), homes))

    def _make_levels(self) -> Any:
        page = self.homes[0]
        for level in range(self.size):
            below = self._page(StandardPage, f"level-{level}", self.locales[0])
            (page,) = add_pages(page, [below])
        return page

    def _shelf(self, number: int) -> Shelf:
        size = FEW if number else self.size
        word = f"{self.name}-{number}"
        shelf = Shelf(word, size, self.locales[0], self.locales[1], self.site)
        pages = [
            self._page(StandardPage, f"{word}-{place}", shelf.locale)
            for place in range(size)
        ]
        twins = [
            self._page(
                StandardPage,
                page.slug,
                shelf.translated,
                translation_key=page.translation_key,
            )
            for page in pages[::2]
        ]
        shelf.put(Page, list(add_pages(self.homes[0], pages)))
        add_pages(self.homes[1], twins)
        return shelf

    def _make_owners(self, model: type[Any]) -> None:
        slug = model.__name__.lower()
        pages = [
            shelf.fill(self._page(model, f"{slug}-{number}", self.locales[0]), number)
            for number, shelf in enumerate(self.shelves)
        ]
        add_pages(self.deep, pages[:1])
        add_pages(self.homes[0], pages[1:])
        self.owners[model] = pages
        for number, shelf in enumerate(self.shelves):
            shelf.put(model, [*pages[number:], *pages[:number]])
        for page, shelf in zip(pages, self.shelves, strict=True):
            below = [
                self._page(ProjectPage, f"below-{place}", self.locales[0])
                for place in range(shelf.size)
            ]
            add_pages(page, below)

    def _add_relations(self, page: Any, shelf: Shelf) -> None:
        for relation in get_all_child_relations(page):
            model = relation.related_model
            if relation.get_accessor_name() == COMMENTS_RELATION_NAME:
                continue
            rows = [
                self._child(model, relation.field, page, shelf, place)
                for place in range(shelf.size)
            ]
            model.objects.bulk_create(rows)
        for relation in page._meta.get_fields():
            if isinstance(relation, ParentalManyToManyField):
                self._add_many(page, relation, shelf)

    def _child(
        self, model: type[Any], key: ParentalKey, page: Any, shelf: Shelf, place: int
    ) -> Any:
        row = model(**shelf.columns(model, place))
        setattr(row, f"{key.name}_id", page.pk)
        row.sort_order = place
        if issubclass(model, TranslatableMixin):
            row.locale, row.translation_key = page.locale, uuid4()
        return row

    def _add_many(self, page: Any, relation: Any, shelf: Shelf) -> None:
        owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        through = relation.remote_field.through
        through.objects.bulk_create(
            through(
                **{
                    f"{owner}_id": page.pk,
                    f"{target}_id": shelf.pick(relation.related_model, place).pk,
                }
            )
            for place in range(shelf.size)
        )

    def _add_member(self) -> None:
        """Let one organisation take part in every project."""
        self.member = self.shelves[0].pick(Organisation, 0)
        key = Participation._meta.get_field("project")
        for page, shelf in zip(self.owners[ProjectPage], self.shelves, strict=True):
            row = self._child(Participation, key, page, shelf, shelf.size)
            row.organisation = self.member
            row.save()

    def _translate_owners(self) -> None:
        """Give each owner a translation, and the first one all that there can be."""
        for home in self.homes[1:]:
            is_second = home is self.homes[1]
            for originals in list(self.owners.values()):
                shown = originals if is_second else originals[:1]
                pages = [self._translated(page, home.locale) for page in shown]
                for number, page in enumerate(pages):
                    self.shelves[number].fill(page, number)
                add_pages(home, pages)
                if is_second:
                    self._add_relations(pages[0], self.shelves[0])

    def _translated(self, page: Any, locale: Any) -> Any:
        key = {"translation_key": page.translation_key}
        return self._page(type(page), page.slug, locale, **key)

    def _make_neighbours(self) -> None:
        """Make news before and after each item in its section."""
        for number, owner in enumerate(self.owners[NewsPage]):
            for day in NEIGHBOURS:
                slug = f"news-{number}-{day.year}"
                page = self._page(NewsPage, slug, self.locales[0])
                page.section_id = owner.section_id
                page.date = day
                add_pages(self.homes[0], [page])

    def _make_loners(self) -> None:
        """Make news, the latest there is, each in one language alone."""
        for number, shelf in enumerate(self.shelves[:-1]):
            home = self.homes[number % len(self.homes)]
            page = self._page(NewsPage, f"loner-{number}", home.locale)
            shelf.fill(page, number).date = LONERS
            add_pages(home, [page])

    def _make_frame(self) -> None:
        """Make what every page of the site shows, in its first language."""
        shelf = self.shelves[0]
        SiteTexts(**shelf.columns(SiteTexts, 0)).save()
        for place, name in enumerate(("main", "footer")):
            menu = Menu(**shelf.columns(Menu, place))
            menu.name = name
            menu.save()
