"""A client that asks the API as frontends do: by HTTP."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    text: str

    @property
    def body(self) -> dict[str, Any]:
        """The whole answer."""
        return json.loads(self.text)

    @property
    def data(self) -> dict[str, Any]:
        """The data; fails the test where there are errors."""
        assert "errors" not in self.body, self.body["errors"]
        return self.body["data"]

    @property
    def error(self) -> dict[str, Any]:
        """The first error."""
        return self.body["errors"][0]

    @property
    def code(self) -> str:
        """The first error's code."""
        return self.error["extensions"]["code"]


def ask(query: str, **variables: Any) -> Answer:
    """Send a query as an anonymous reader."""
    response = Client().post(
        "/graphql/",
        json.dumps({"query": query, "variables": variables}),
        content_type="application/json",
    )
    return Answer(response.status_code, response.content.decode())


@pytest.fixture
def graphql(db: None):
    """Return `graphql(query, **variables)`."""
    return ask
