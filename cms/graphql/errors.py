"""Errors that a client may act on: a stable code and one sentence."""

from collections.abc import Sequence
from typing import ClassVar

from graphql import GraphQLError


class ApiError(GraphQLError):
    """A failure the client can act on. ``code`` never changes once released."""

    code: ClassVar[str]

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message, extensions={"code": self.code, **details})


class BadInput(ApiError):
    """An argument holds what it may not hold."""

    code = "BAD_INPUT"

    def __init__(self, argument: str, message: str) -> None:
        super().__init__(message, argument=argument)


class UnknownLanguage(ApiError):
    """A language was asked for in which there is no content."""

    code = "UNKNOWN_LANGUAGE"

    def __init__(self, asked: str, offered: Sequence[str]) -> None:
        super().__init__(
            f"There is no content in “{asked[:35]}”; offered are {', '.join(offered)}.",
            asked=asked[:35],
            offered=list(offered),
        )


class LimitExceeded(ApiError):
    """A query asks for more than one may ask for; ``maximum`` is what one may."""

    code = "LIMIT_EXCEEDED"

    def __init__(self, limit: str, maximum: int, message: str) -> None:
        super().__init__(message, limit=limit, maximum=maximum)


class RateLimited(ApiError):
    """A client asked for more in a minute than one may ask for."""

    code = "RATE_LIMITED"

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"You have asked for a lot; ask again in {seconds} s.",
            seconds=seconds,
        )


class NotAllowed(ApiError):
    """Something that this server does not do, or not in this way."""

    code = "NOT_ALLOWED"


class TimedOut(ApiError):
    """The answer took too long: one statement of it, or all of it together."""

    code = "TIMED_OUT"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"This took more than {seconds:g} s; ask for less at once.",
            seconds=seconds,
        )


class InternalError(ApiError):
    """Something failed that the client can do nothing about; the log knows more."""

    code = "INTERNAL"

    def __init__(self, error_id: str) -> None:
        super().__init__(
            f"The server failed to answer; tell its operator the id {error_id}.",
            id=error_id,
        )
