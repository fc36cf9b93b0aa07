"""Takes out cookies that we never gave."""

import re
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]
KEY: Final = re.compile(r"[a-z0-9]{8,40}")  # the table has no longer ones


def well_formed_session(get_response: GetResponse) -> GetResponse:
    """Ignore a session's cookie that is no key: the database refuses some of them."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if given is not None and not KEY.fullmatch(given):
            del request.COOKIES[settings.SESSION_COOKIE_NAME]
        return get_response(request)

    return middleware
