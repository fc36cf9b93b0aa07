"""Topics, sections and series."""

from cms.core.models import Topic
from cms.demo.content import Item
from cms.demo.load import Load
from news.models import Section
from publications.models import Series


def make_topic(load: Load, item: Item) -> None:
    """Make a topic below its wider one."""
    _make_tree_term(load, item, Topic)


def make_section(load: Load, item: Item) -> None:
    """Make a section below its wider one."""
    _make_tree_term(load, item, Section)


def make_series(load: Load, item: Item) -> None:
    """Make a series."""
    if load.marks.is_made(item.key):
        return
    series = Series.objects.create(
        locale=load.locale_of(item),
        slug=item.slug,
        name=item.text("name"),
        description=item.text("description"),
    )
    load.marks.add(item.key, series)


def _make_tree_term(load: Load, item: Item, model: type[Topic] | type[Section]) -> None:
    if load.marks.is_made(item.key):
        return
    term = model.objects.create(
        locale=load.locale_of(item),
        slug=item.slug,
        name=item.text("name"),
        parent_id=load.marks.need(item.parent) if item.parent else None,
        position=item.position,
    )
    load.marks.add(item.key, term)
