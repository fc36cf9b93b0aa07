"""What the processes tell each other: who is alive, and what ran when."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models.functions import Now

PATIENCE = timedelta(seconds=20)  # five missed beats: a process is taken for dead


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    """Heartbeats, all by the database's clock."""

    def beat(self, name: str) -> None:
        """Note that the process of this name is alive now."""
        self.bulk_create(
            [self.model(name=name, seen_at=Now())],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["seen_at"],
        )

    def workers(self) -> Self:
        """Keep the workers'."""
        return self.filter(name__startswith="worker:")

    def seen_within(self, age: timedelta) -> Self:
        """Keep those that are not older."""
        return self.filter(seen_at__gte=Now() - age)

    def unseen_within(self, age: timedelta) -> Self:
        """Keep those that are older."""
        return self.filter(seen_at__lt=Now() - age)


class Heartbeat(models.Model):
    """The last sign of life of a process."""

    name = models.CharField(max_length=100, primary_key=True)
    seen_at = models.DateTimeField()

    objects = HeartbeatQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class ScheduledRun(models.Model):
    """When a job of the scheduler last ran to its end."""

    name = models.CharField(max_length=100, primary_key=True)
    last_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Preparation(models.Model):
    """What the database was last prepared for; absent while it is being prepared."""

    fingerprint = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.fingerprint
