"""Refuse a query by its text alone, before a parser that costs far more sees it."""

import re
from collections.abc import Iterator

from django.conf import settings

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits.outline import Outline
from cms.graphql.limits.totals import Totals

MAX_DIGITS = 40  # Python refuses to read thousands of them
# GraphQL's lexical grammar (the specification's section 2.1). Everything is possessive:
# no text makes it look twice at a character. The second group is what isn't a token.
TOKEN = re.compile(
    r"""
    [ \t\r\n,\ufeff]*+
    (?:
      (
        [A-Za-z_][0-9A-Za-z_]*+
      | [!$&():=@\[\]{|}] | \.\.\.
      | \#[^\r\n\ud800-\udfff]*+
      | -?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+(?![.0-9A-Za-z_])
      | \"{3}(?:[^"\\\ud800-\udfff]++|\\\"{3}|\\|"(?!""))*+\"{3}
      | "(?!"")(?:[^"\\\r\n\ud800-\udfff]++|\\["\\/bfnrt]
          |\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]++\})*+"
      )
    | \Z
    | (.)
    )
    """,
    re.VERBOSE | re.DOTALL,
)


def check_text(query: str) -> None:
    """Raise ``LimitExceeded`` for the first limit that a query's text exceeds.

    What isn't GraphQL passes: the parser says better what is wrong with it.
    """
    outline = Outline()
    for token in tokens(query, settings.CMS_API["MAX_TOKENS"]):
        outline.read(token)
    Totals(outline).check()


def tokens(query: str, maximum: int) -> Iterator[str]:
    """Yield the tokens but comments, up to the first mistake; too many are refused."""
    for count, found in enumerate(TOKEN.finditer(query)):
        token = found[1]
        if not token:
            return
        if count == maximum:
            raise LimitExceeded(
                "tokens", maximum, f"A query has at most {maximum} tokens; ask in two."
            )
        if token[0] in "-0123456789" and len(token) > MAX_DIGITS:
            raise LimitExceeded(
                "digits", MAX_DIGITS, f"A number has at most {MAX_DIGITS} digits."
            )
        if token[0] != "#":
            yield token
