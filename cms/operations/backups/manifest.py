"""What a backup says about itself."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from cms.operations.backups.programs import server_version
from cms.operations.errors import OperationError

FORMAT: Final = 1


@dataclass(frozen=True)
class Manifest:
    """The first file of every backup."""

    created_at: str
    postgresql: int
    migrations: list[str]
    has_media: bool
    format: int = FORMAT

    @classmethod
    def of_this_installation(cls, *, has_media: bool) -> Self:
        """Describe the database as it is now."""
        applied = MigrationRecorder(connection).applied_migrations()
        return cls(
            created_at=timezone.now().isoformat(timespec="seconds"),
            postgresql=server_version(),
            migrations=sorted(f"{app}.{name}" for app, name in applied),
            has_media=has_media,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote."""
        told: dict[str, Any] = json.loads(text)
        if told.get("format") != FORMAT:
            raise OperationError(
                f"This backup has the format {told.get('format')}, this version reads "
                f"{FORMAT}: use the version of Municipia that made it."
            )
        return cls(**told)

    def to_json(self) -> str:
        """Return the text to store."""
        return json.dumps(asdict(self), indent=2)

    def check_fits(self) -> None:
        """Refuse a backup that this code or this server is too old for."""
        if self.postgresql > server_version():
            raise OperationError(
                f"The backup comes from PostgreSQL {self.postgresql}, this server is "
                f"version {server_version()}: restore into one that is not older."
            )
        loader = MigrationLoader(None)
        known = {f"{app}.{name}" for app, name in loader.disk_migrations or ()}
        ours = {app for app, _ in loader.disk_migrations or ()}
        unknown = [
            name
            for name in self.migrations
            if name not in known and name.partition(".")[0] in ours
        ]
        if unknown:
            raise OperationError(
                f"The backup knows the migration {unknown[0]}, this code does not: "
                "install the version of Municipia that made it, or a newer one."
            )
