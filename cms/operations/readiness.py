"""What must be true before this installation is sent requests."""

import logging
from datetime import timedelta
from typing import Final

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from cms.operations.models import Heartbeat

logger = logging.getLogger(__name__)
WORKER_SEEN_WITHIN: Final = timedelta(seconds=60)

_migrated: set[str] = set()  # databases found migrated; their code does not change


def checks() -> dict[str, bool]:
    """Return each check's result; the reason of a failure goes to the log only."""
    results = {"database": False, "migrations": False, "worker": False}
    try:
        connection.ensure_connection()
        results["database"] = True
        results["migrations"] = is_migrated()
        seen = Heartbeat.objects.workers().seen_within(WORKER_SEEN_WITHIN)
        results["worker"] = seen.exists()
    except Error as error:
        logger.warning("Not ready: %s", error)
    return results


def is_migrated() -> bool:
    """Say whether every migration of this code is applied."""
    name = str(connection.settings_dict["NAME"])
    if name not in _migrated and not pending_migrations():
        _migrated.add(name)
    return name in _migrated


def pending_migrations() -> list[str]:
    """Return the names of the migrations that are not applied yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
