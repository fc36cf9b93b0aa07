"""What every log line says about the request it belongs to."""

import logging
from contextvars import ContextVar
from typing import Final

NO_REQUEST: Final = "-"
current_request_id: ContextVar[str] = ContextVar("request_id", default=NO_REQUEST)


class RequestIdFilter(logging.Filter):
    """Give every record the id of the request being answered."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Set ``request_id`` and keep the record."""
        record.request_id = current_request_id.get()
        return True
