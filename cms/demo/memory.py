"""What a translator of an item remembers: exact original text, translation."""

from wagtail_localize.strings import StringValue, extract_strings

from cms.demo.content import Item
from cms.demo.rich_text import paragraph
from cms.demo.texts import is_text, texts_in

MARKUP = frozenset("<>&\n")


class Memory:
    """The segments of an item in one language, as wagtail-localize cuts them."""

    def __init__(self, item: Item, language: str) -> None:
        self._item = item
        self._language = language
        self._known: dict[str, str] = {}
        same: dict[str, str] = {}
        for text in texts_in(item.raw):
            if not is_text(text):
                same[_plain(str(text))] = _plain(str(text))
            elif item.original in text and language in text:
                self._learn(text[item.original], text[language])
        # Names and numbers are the same in every language.
        self._known = {**same, **self._known}

    def recall(self, segment: str) -> str | None:
        """Return the translation of a segment, if there is one."""
        return self._known.get(segment)

    def _learn(self, original: str, translation: str) -> None:
        pairs = [
            (_plain(original), _plain(translation)),
            *self._rich(original, translation),
        ]
        for source, target in pairs:
            if self._known.setdefault(source, target) != target:
                raise self._item.fail(
                    f"“{original}” has two translations into {self._language}."
                )

    def _rich(self, original: str, translation: str) -> list[tuple[str, str]]:
        if not MARKUP & {*original, *translation}:
            return []
        sources, targets = (
            [string.data for string, _attributes in extract_strings(paragraph(text))[1]]
            for text in (original, translation)
        )
        if len(sources) != len(targets):
            raise self._item.fail(
                f"“{original}” has other markup in {self._language}; use the same tags."
            )
        return list(zip(sources, targets, strict=True))


def _plain(text: str) -> str:
    """Return a plain text as a segment; most have nothing to escape."""
    return StringValue.from_plaintext(text).data if MARKUP & {*text} else text
