"""What surrounds every request: its id, its access log line, the proxies before us."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.encoding import escape_uri_path

from cms.operations.logs import current_request_id
from cms.operations.proxies import TrustedProxies

GetResponse = Callable[[HttpRequest], HttpResponseBase]

access_log = logging.getLogger("cms.access")
WELL_FORMED_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
FORWARDED: Final = tuple(
    f"HTTP_X_FORWARDED_{name}" for name in ("FOR", "PROTO", "HOST", "PORT")
)
HIDDEN: Final = "[hidden]"
PROBES: Final = ("/healthz", "/readyz")


def request_id(get_response: GetResponse) -> GetResponse:
    """Name each request, in its log lines and its answer, and log how it ended."""
    proxies = TrustedProxies(settings.TRUSTED_PROXIES)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        believed = proxies.trusts(request.META.get("REMOTE_ADDR", ""))
        well_formed = WELL_FORMED_ID.fullmatch(given)
        name = given if believed and well_formed else uuid.uuid4().hex
        token = current_request_id.set(name)
        started = time.perf_counter()
        try:
            response = get_response(request)
            _log_access(request, response, time.perf_counter() - started)
        finally:
            current_request_id.reset(token)
        response.headers["X-Request-ID"] = name
        return response

    return middleware


def trusted_proxy(get_response: GetResponse) -> GetResponse:
    """Believe a trusted proxy about client, scheme and host; forget what others say."""
    proxies = TrustedProxies(settings.TRUSTED_PROXIES)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        peer = meta.get("REMOTE_ADDR", "")
        chain, scheme, host, _port = (meta.pop(name, "") for name in FORWARDED)
        if proxies.trusts(peer):
            meta["REMOTE_ADDR"] = proxies.client(peer, chain)
            _believe(meta, scheme=_nearest(scheme), host=_nearest(host))
        return get_response(request)

    return middleware


def _believe(meta: dict[str, Any], *, scheme: str, host: str) -> None:
    if scheme in ("http", "https"):
        meta["wsgi.url_scheme"] = scheme
    if host:
        meta["HTTP_HOST"] = host


def _nearest(value: str) -> str:
    """Return what the nearest proxy wrote at the end of the list."""
    return value.rpartition(",")[2].strip()


def _told(path: str) -> str:
    """Return what the log may tell of a path: no line breaks, and no key."""
    for prefix in settings.ACCESS_LOG_HIDES:
        if path.startswith(prefix):
            return f"{escape_uri_path(prefix)}{HIDDEN}"
    return escape_uri_path(path)


def _log_access(
    request: HttpRequest, response: HttpResponseBase, seconds: float
) -> None:
    path = _told(request.path)
    quiet = request.path in PROBES or request.path.startswith(str(settings.STATIC_URL))
    milliseconds = round(seconds * 1000, 1)
    access_log.log(
        logging.DEBUG if quiet else logging.INFO,
        "%s %s %s %s ms",
        *(request.method, path, response.status_code, milliseconds),
        extra={
            "method": request.method,
            "path": path,
            "status": response.status_code,
            "milliseconds": milliseconds,
        },
    )
