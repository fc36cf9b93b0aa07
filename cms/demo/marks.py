"""Knowing what the demo made, so that it is made once and can be removed."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from cms.demo.errors import DemoError
from cms.demo.models import DemoItem


class Marks:
    """The marks in the database, read once and kept in step."""

    def __init__(self) -> None:
        self._items = {item.key: item for item in DemoItem.objects.all()}
        self._gone = _keys_of_the_deleted(self._items.values())
        self._new: set[str] = set()
        self.changes = 0

    def is_new(self, key: str) -> bool:
        """Say whether this load made it, so that nobody can have changed it."""
        return key in self._new

    def is_made(self, key: str) -> bool:
        """Say whether it was made once, even if somebody deleted it since."""
        return key in self._items

    def is_finished(self, key: str) -> bool:
        """Say whether nothing is left to do: all was done, or somebody deleted it."""
        item = self._items.get(key)
        return item is not None and (item.is_finished or key in self._gone)

    def pk(self, key: str) -> int | None:
        """Return the row's number, or nothing for what is not there."""
        item = self._items.get(key)
        return item.object_id if item and key not in self._gone else None

    def need(self, key: str) -> int:
        """Return the row's number of something that the demo cannot do without."""
        pk = self.pk(key)
        if pk is None:
            raise DemoError(
                f"“{key}” was deleted; run load_demo --remove, then load_demo again."
            )
        return pk

    def instance(self, key: str) -> Model | None:
        """Return the object, or nothing for what is not there."""
        pk = self.pk(key)
        if pk is None:
            return None
        model = ContentType.objects.get_for_id(self._items[key].content_type_id)
        return model.get_object_for_this_type(pk=pk)

    def add(self, key: str, instance: Model, *, is_finished: bool = True) -> None:
        """Note that the demo made a row, or finished it."""
        item = self._items.get(key) or DemoItem(key=key)
        item.content_type = ContentType.objects.get_for_model(instance)
        item.object_id = instance.pk
        item.is_finished = is_finished
        item.save()
        self._items[key] = item
        self._new.add(key)
        self.changes += 1


def _keys_of_the_deleted(items: Iterable[DemoItem]) -> set[str]:
    by_type: dict[int, list[DemoItem]] = defaultdict(list)
    for item in items:
        by_type[item.content_type_id].append(item)
    gone: set[str] = set()
    for number, marked in by_type.items():
        model = ContentType.objects.get_for_id(number).model_class()
        ids = {item.object_id for item in marked}
        there = (
            set(model._base_manager.filter(pk__in=ids).values_list("pk", flat=True))
            if model
            else set()
        )
        gone |= {item.key for item in marked if item.object_id not in there}
    return gone
