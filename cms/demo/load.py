"""What every step of a load works with."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import Error as DatabaseError
from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from cms.demo.content import Content, Item
from cms.demo.marks import Marks
from cms.demo.progress import Progress, counted


@dataclass(frozen=True)
class Load:
    """The content, the languages it goes into and what is there already."""

    content: Content
    locales: dict[str, Locale]
    marks: Marks
    progress: Progress
    sources: dict[str, TranslationSource] = field(default_factory=dict)

    def make_each(
        self, step: str, items: Sequence[Item], make: Callable[["Load", Item], None]
    ) -> None:
        """Make each item in a transaction of its own, and tell how far it is."""
        for item in counted(self.progress, step, items):
            with naming_the_file(item), transaction.atomic():
                make(self, item)

    def locale_of(self, item: Item) -> Locale:
        """Return the language that an item was written in."""
        return self.locales[item.original]


@contextmanager
def naming_the_file(item: Item) -> Iterator[None]:
    """Turn what goes wrong with an item into a sentence that names its file."""
    try:
        yield
    except ValidationError as error:
        raise item.fail(f"{item.key}: {'; '.join(error.messages)}") from error
    except ValueError as error:
        raise item.fail(f"{item.key}: {error}.") from error
    except KeyError as error:
        raise item.fail(f"{item.key}: {error} is missing.") from error
    except DatabaseError as error:
        raise item.fail(f"{item.key}: {' '.join(str(error).split())}") from error
