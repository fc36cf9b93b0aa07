"""The thread that tells others that a process is alive."""

import logging
import threading
from collections.abc import Callable
from typing import Final

from django.db import connection

from cms.operations.connections import CONNECTION_ERRORS, take_lock
from cms.operations.models import Heartbeat

logger = logging.getLogger(__name__)
BEAT_SECONDS: Final = 4.0


class Heart(threading.Thread):
    """Beats under a name while its owner says it is well.

    Besides the beats it holds a lock of the same name on its connection: whoever is
    only slow, or stopped for a while, keeps it.
    """

    def __init__(self, name: str, is_well: Callable[[], bool]) -> None:
        super().__init__(name=name, daemon=True)
        self.has_beaten = threading.Event()
        self._is_well = is_well
        self._stopped = threading.Event()
        self._locked = False

    def stop(self) -> None:
        """End the beats and forget the name."""
        self._stopped.set()
        self.join()

    def run(self) -> None:
        """Beat until stopped; a lost database is tried again with the next beat."""
        while not self._stopped.is_set():
            if self._is_well():
                self._attempt(self._beat)
            self._stopped.wait(BEAT_SECONDS)
        self._attempt(Heartbeat.objects.filter(name=self.name).delete)
        connection.close()

    def _beat(self) -> None:
        self._locked = self._locked or take_lock(self.name)
        Heartbeat.objects.beat(self.name)
        self.has_beaten.set()

    def _attempt(self, step: Callable[[], object]) -> None:
        try:
            step()
        except CONNECTION_ERRORS as error:
            logger.warning("%s cannot tell that it is alive: %s", self.name, error)
            self._locked = False
            connection.close()
