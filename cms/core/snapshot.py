"""Transactions that see one state of the database, from their first statement on."""

from django.db import connection

ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"


def see_one_state() -> str:
    """Return the SQL that a transaction begins with, to see one state all along.

    PostgreSQL takes it only at a transaction's beginning; one inside another sees what
    that one sees, and begins with nothing.
    """
    return "" if connection.savepoint_ids else ONE_STATE
