"""Drawing pictures in processes of their own, before they are asked for."""

import multiprocessing
import os
import threading
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.process import BaseProcess

from cms.demo.picture_list import Drawing, draw

WORKERS = 2


class DrawingPool:
    """Draws ahead, in the order of the list; tiny pictures are drawn on demand."""

    def __init__(self, drawings: Iterable[Drawing], *, tiny: bool) -> None:
        self._tiny = tiny
        self._files: dict[str, Future[bytes]] = {}
        ahead = [] if tiny else list(drawings)
        if ahead:
            # Spawned, since a fork would take the database connections along.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(WORKERS, context, _end_with_loader)
            for one in ahead:
                self._files[one.key] = self._pool.submit(draw, one.scene, one.arguments)

    def file(self, drawing: Drawing) -> bytes:
        """Return a drawing's file, as soon as it is drawn."""
        if drawing.key in self._files:
            return self._files.pop(drawing.key).result()
        return draw(drawing.scene, drawing.arguments, tiny=self._tiny)

    def close(self) -> None:
        """End the processes; what nobody asked for is not drawn."""
        if hasattr(self, "_pool"):
            self._pool.shutdown(cancel_futures=True)


def _end_with_loader() -> None:
    """End when the loader is killed; a pool's workers would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
