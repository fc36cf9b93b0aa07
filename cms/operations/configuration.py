"""What a process needs before it starts, checked at once and told in one sentence."""

from typing import Final

from django.db import Error, connection

from cms.operations.connections import connection_outside_pool
from cms.operations.errors import OperationError
from cms.operations.readiness import pending_migrations

CHARACTER_TYPE: Final = (
    "SELECT datctype FROM pg_database WHERE datname = current_database()"
)


def check_database() -> None:
    """Refuse to go on without a database."""
    # A pool would try for long and keep the reason to itself.
    probe = connection_outside_pool()
    try:
        probe.ensure_connection()
        probe.close()
    except Error as error:
        reason = str(error).strip().partition("\n")[0]
        raise OperationError(
            f"The database of DATABASE_URL does not answer ({reason}); "
            "start it or correct DATABASE_URL."
        ) from error


def is_blind_to_letters() -> bool:
    """Say whether the database takes quotation marks for letters when it searches."""
    with connection.cursor() as cursor:
        cursor.execute(CHARACTER_TYPE)
        return cursor.fetchone()[0] in ("C", "POSIX")


def check_migrations() -> None:
    """Refuse to go on before the database has this code's tables."""
    pending = pending_migrations()
    if pending:
        raise OperationError(
            f"{len(pending)} migrations are not applied, the first is {pending[0]}; "
            "run `python manage.py prepare`."
        )
