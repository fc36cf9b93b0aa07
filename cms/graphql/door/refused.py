"""A request that is not answered with data."""

from graphql import GraphQLError


class Refused(Exception):
    """Carries what the client is told, and the HTTP status.

    Without a status the request was well-formed but its query cannot be answered: that
    is 400, and 200 for clients that accept only ``application/json``, as GraphQL over
    HTTP has it.
    """

    def __init__(self, *errors: GraphQLError, status: int | None = None) -> None:
        super().__init__(errors[0].message)
        self.errors = errors
        self.status = status
