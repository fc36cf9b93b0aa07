"""What stored content refers to and has gone, found for all of it at once.

modelcluster asks for each reference by itself, and fails on protected ones.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import CASCADE, DO_NOTHING, ForeignKey, Model
from modelcluster.models import get_all_child_relations

Gone = Mapping[type[Model], set[Any]]


def without_missing(model: type[Model], content: Mapping[str, Any]) -> dict[str, Any]:
    """Return content whose references lead somewhere, with one statement a model.

    A reference to what has gone is cleared; a row that went with it is left out.
    """
    named: dict[type[Model], set[Any]] = defaultdict(set)
    for field, number in _references(model, content):
        named[field.related_model].add(number)
    gone = {
        remote: numbers - _stored(remote, numbers) for remote, numbers in named.items()
    }
    return _kept(model, content, gone)


def _stored(model: type[Model], ids: set[Any]) -> set[Any]:
    rows = model._default_manager.filter(pk__in=ids)
    return set(rows.order_by().values_list("pk", flat=True))


def _kept(model: type[Model], content: Mapping[str, Any], gone: Gone) -> dict[str, Any]:
    kept = dict(content)
    for field, number in _own(model, content):
        if number in gone[field.related_model]:
            kept[field.name] = None
    for name, child, rows in _children(model, content):
        kept[name] = [
            _kept(child, row, gone) for row in rows if not _went(child, row, gone)
        ]
    return kept


def _went(model: type[Model], row: Mapping[str, Any], gone: Gone) -> bool:
    return any(
        number in gone[field.related_model] and field.remote_field.on_delete is CASCADE
        for field, number in _own(model, row)
    )


def _references(
    model: type[Model], content: Mapping[str, Any]
) -> Iterator[tuple[Any, Any]]:
    yield from _own(model, content)
    for _name, child, rows in _children(model, content):
        for row in rows:
            yield from _references(child, row)


def _own(model: type[Model], content: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the foreign keys of one row with the ids that they hold."""
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or content.get(field.name) is None:
            continue
        if field.remote_field.on_delete is not DO_NOTHING:
            yield field, field.target_field.to_python(content[field.name])


def _children(
    model: type[Model], content: Mapping[str, Any]
) -> Iterator[tuple[str, type[Model], list[Mapping[str, Any]]]]:
    """Yield the lists of rows that belong to a page."""
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if rows := content.get(name):
            yield name, relation.related_model, rows
