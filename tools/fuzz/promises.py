"""What Schemathesis needs to know of our schema, and what it must hold us to."""

from datetime import UTC

import schemathesis
from graphql import ArgumentNode, StringValueNode, visit
from graphql.language import Visitor
from hypothesis import strategies as st
from schemathesis.graphql import nodes

CODES = {"BAD_INPUT", "UNKNOWN_LANGUAGE", "LIMIT_EXCEEDED", "NOT_ALLOWED"}

times = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.isoformat())
schemathesis.graphql.scalar("Date", st.dates().map(str).map(nodes.String))
schemathesis.graphql.scalar("DateTime", times.map(nodes.String))
schemathesis.graphql.scalar(
    "Decimal", st.decimals(allow_nan=False).map(str).map(nodes.String)
)

# Without a language that there is, most answers would only say that there is none.
LANGUAGES = ("en", "fr", "uk", "EL", "ar")


class NameLanguages(Visitor):
    """Puts a language in the place of most random ones."""

    def enter_argument(self, node, *_):
        """Choose by the length of what was drawn, so that a case stays the same."""
        if node.name.value != "locale" or not isinstance(node.value, StringValueNode):
            return None
        place = len(node.value.value) % (len(LANGUAGES) + 1)
        if place == len(LANGUAGES):
            return None
        value = StringValueNode(value=LANGUAGES[place])
        return ArgumentNode(name=node.name, value=value)


@schemathesis.hook
def map_body(context, body):
    """Ask in the languages of the demo."""
    return visit(body, NameLanguages())


@schemathesis.check
def refuses_or_answers(context, response, case):
    """What is asked is answered, or refused with a code that the client can act on."""
    if response.status_code >= 500:
        raise AssertionError(f"The server failed: {response.text}")
    for error in response.json().get("errors", ()):
        if error["extensions"]["code"] not in CODES:
            raise AssertionError(f"The server failed inside: {error}")
