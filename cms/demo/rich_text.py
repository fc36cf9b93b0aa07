"""Rich text as Wagtail's editor stores it."""

from collections.abc import Iterable

from cms.demo.texts import Text, say


def as_html(text: str) -> str:
    """Return a text, which may have inline markup, as HTML."""
    return text.replace("&", "&amp;")


def paragraph(text: str) -> str:
    """Return a text, with its inline markup, as one stored paragraph."""
    return f"<p>{as_html(text)}</p>"


def paragraphs(texts: Iterable[Text | str], language: str) -> str:
    """Return a list of texts in a language as stored paragraphs."""
    return "".join(paragraph(say(text, language)) for text in texts)
