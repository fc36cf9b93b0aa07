"""What resolvers share while one request is answered."""

from copy import copy
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from cms.core.languages import bcp47
from cms.core.publicpaths import LanguageRoot
from cms.core.visibility import Gate
from cms.core.visibility.facts import MOMENT
from cms.graphql.batches import Batches
from cms.graphql.dependencies.notes import Dependencies, Notes
from cms.graphql.dependencies.rows import FACTS
from cms.graphql.errors import BadInput, UnknownLanguage
from cms.graphql.limits.deadline import Deadline

MAX_HOST_NAME = 253  # characters, RFC 1035


class ApiContext:
    """The request's site, gate, languages and loaded lists."""

    def __init__(
        self, request: HttpRequest | None = None, deadline: Deadline | None = None
    ) -> None:
        self.request = request
        self.notes = Notes()
        self.batches = Batches(self.notes.rows)
        self.deadline = deadline or Deadline(2 * settings.CMS_API["SECONDS"])
        self.is_planned = False  # whether a plan answers, and not graphql-core
        self.named: dict[Any, Any] = {}  # what texts name, as `targets.py` looked it up
        self.plan_failure: Exception | None = None
        self.is_personal = False  # whether the answer is for one person, and not kept
        self._host: str | None = None

    def use_site(self, host: str | None) -> None:
        """Answer for the site of a host name; one request asks one site."""
        if host is None:
            return
        if "gate" in self.__dict__ and host != self._host:
            raise BadInput("site", "Ask one site in a request.")
        self._host = host

    @cached_property
    def gate(self) -> Gate:
        """What this reader may see."""
        host = self._host[:MAX_HOST_NAME] if self._host is not None else None
        gate = Gate.of_site(host)
        if gate is None:
            raise BadInput("site", "There is no such site; give its host name.")
        self.notes.add(*FACTS)
        gate.looked_at = self.notes.rows
        return gate

    @property
    def dependencies(self) -> Dependencies:
        """What the answer depends on, as far as it has been made."""
        return Dependencies(self.notes.all_keys(), self)

    @property
    def timeless(self) -> "ApiContext":
        """This context before the clock is read: what statements are composed with."""
        twin = copy(self)
        twin.gate = self.gate.at(MOMENT)
        return twin

    @cached_property
    def roots(self) -> dict[str, LanguageRoot]:
        """The site's languages in the order of the settings, with their home pages."""
        found = {root.language_code: root for root in self.gate.roots}
        return {
            code: found[code] for code in settings.CONTENT_LANGUAGES if code in found
        }

    def pages(self, rows: Any) -> Any:
        """Return pages with the columns of their types, unless a plan adds them later.

        `cms.graphql.planner.whole_pages` does, where an answer shows such a column.
        """
        return rows if self.is_planned else rows.specific()

    @cached_property
    def _codes(self) -> dict[int, str]:
        return {root.locale_id: root.language_code for root in self.roots.values()}

    def code_of(self, locale_id: int) -> str:
        """Return the language code of a locale."""
        return self._codes.get(locale_id, settings.LANGUAGE_CODE)

    def root_for(self, locale: str | None) -> LanguageRoot:
        """Return the home page in an asked language, written in any case."""
        asked = (locale or settings.LANGUAGE_CODE).strip().lower()
        if asked not in self.roots:
            raise UnknownLanguage(asked, [bcp47(code) for code in self.roots])
        return self.roots[asked]

    def chain_for(
        self, locale: str | None, fallback: list[str | None] | None
    ) -> tuple[LanguageRoot, ...]:
        """Return the asked language and those to fall back to, each once."""
        if fallback is not None and len(fallback) > len(settings.CONTENT_LANGUAGES):
            raise BadInput("fallback", "Name each language once.")
        codes = [locale, *(code for code in fallback or [] if code)]
        return tuple(dict.fromkeys(self.root_for(code) for code in codes))
