"""Objects that came together are loaded together.

A resolver asks for what belongs to one object; the loader is called once for all the
objects that came in the same list, so that the number of statements does not depend on
the length of the list.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Loader = Callable[..., Mapping[Any, Any]]


class Batches:
    """The lists of one request, and what was loaded for each of them.

    All that passes is put into ``met``.
    """

    def __init__(self, met: list[Any]) -> None:
        self._met = met
        self._groups: dict[int, Sequence[Any]] = {}
        self._loaded: dict[tuple[Any, ...], Mapping[Any, Any]] = {}

    def together(self, objects: Iterable[T]) -> list[T]:
        """Remember that these objects came in one list; return them as a list."""
        group = list(objects)
        self._met += group
        for member in group:
            self._groups.setdefault(id(member), group)
        return group

    def load(self, member: Any, loader: Loader, *args: Any) -> Any:
        """Return what the loader found for one object; None where it found nothing.

        The loader gets every object of ``member``'s type in the list that it came in,
        then ``args``. It returns a mapping by the objects' primary keys.
        """
        group = self._groups.get(id(member)) or self.together([member])
        key = (id(group), type(member), loader, *args)
        if key not in self._loaded:
            peers = [other for other in group if type(other) is type(member)]
            found = loader(peers, *args)
            self._loaded[key] = found
            self.together(flatten(found.values()))
        return self._loaded[key].get(member.pk)

    def drafted(self, model: type[Any]) -> Mapping[int, Any]:
        """Return drafts' rows of a model by their ids; here there are no drafts."""
        return {}


def flatten(values: Iterable[Any]) -> Iterable[Any]:
    """Yield the objects of a loader's answer, one by one."""
    for value in values:
        if isinstance(value, list | tuple):
            yield from value
        elif value is not None:
            yield value
