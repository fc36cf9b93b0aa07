"""How something is refused, if it is."""

from collections.abc import Callable

from cms.graphql.errors import LimitExceeded


def refusal(run: Callable[[], object]) -> tuple[str, int] | None:
    """Return the limit and the number with which something is refused."""
    try:
        run()
    except LimitExceeded as error:
        refused = error
    else:
        return None
    said = refused.extensions
    assert said["code"] == "LIMIT_EXCEEDED"
    assert str(said["maximum"]) in refused.message
    return said["limit"], said["maximum"]
