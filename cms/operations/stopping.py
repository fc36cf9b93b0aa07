"""How the processes are asked to stop."""

import signal
import threading
from types import FrameType


def stop_on_signals() -> threading.Event:
    """Return an event that SIGINT and SIGTERM set."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        # Set by a thread: the one interrupted here may hold the event's lock.
        threading.Thread(target=stop.set).start()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop
