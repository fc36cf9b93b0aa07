"""In which language an account's pages speak."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import get_language_from_request, override
from wagtail.admin.localization import get_localized_response

View = Callable[..., HttpResponseBase]


def in_visitors_language(view: View) -> View:
    """Speak as the account prefers, and to strangers as their browser does."""

    @wraps(view)
    def localized(
        request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponseBase:
        if request.user.is_authenticated:
            response = get_localized_response(view, request, *args, **kwargs)
            return cast("HttpResponseBase", response)
        with override(_browser_language(request)):
            answer = view(request, *args, **kwargs)
            if isinstance(answer, TemplateResponse):
                answer.render()
        return answer

    return localized


def _browser_language(request: HttpRequest) -> str:
    code = get_language_from_request(request)
    return code if code in settings.ADMIN_LANGUAGES else settings.LANGUAGE_CODE
