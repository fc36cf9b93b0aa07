"""Triggers that note which pages a statement changed.

Signals would miss what is written in bulk, and what moves a part of the tree.
"""

from collections.abc import Sequence

from django.db.migrations.operations import RunSQL

FUNCTION = """
CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO bitmaps_changedpage (page_id) VALUES (OLD.{page});
    END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.{page} <> OLD.{page}) THEN
        INSERT INTO bitmaps_changedpage (page_id) VALUES (NEW.{page});
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {trigger} AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {trigger}();
CREATE TRIGGER {trigger}_update AFTER UPDATE ON {table}
    FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {trigger}();
"""
GONE = "DROP FUNCTION {trigger}() CASCADE;"


class WatchPages(RunSQL):
    """Note the pages whose rows in a table are changed.

    ``page`` is the column with the page's id. ``columns`` are those that matter; left
    out, all do.
    """

    def __init__(self, table: str, page: str, columns: Sequence[str] = ()) -> None:
        self._watched = (table, page, columns)
        names = {
            "table": table,
            "page": page,
            "trigger": f"bitmaps_{table}",
            "changed": _changed(columns),
        }
        super().__init__(FUNCTION.format(**names), GONE.format(**names))

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Return what a squashed migration writes."""
        return type(self).__name__, list(self._watched), {}

    def describe(self) -> str:
        """Return what `migrate` prints."""
        return f"Note changed pages in {self._watched[0]}"


def _changed(columns: Sequence[str]) -> str:
    if not columns:
        return "OLD.* IS DISTINCT FROM NEW.*"
    old, new = (
        ", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW")
    )
    return f"({old}) IS DISTINCT FROM ({new})"
