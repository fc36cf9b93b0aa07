"""Which websites' pages may read our answers: CORS, of the Fetch standard."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

METHODS = ("GET", "HEAD", "POST")
HEADERS = "Content-Type, X-Request-ID"
TOLD = "X-Request-ID, Retry-After"  # what scripts may read besides the usual
DAY = 24 * 3600  # seconds; browsers keep a preflight for less


def share(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the asking page read the answer, where its origin is configured."""
    origin, offered = request.headers.get("Origin", ""), settings.CMS_API["ORIGINS"]
    if "*" in offered:
        response["Access-Control-Allow-Origin"] = "*"
    elif offered:
        patch_vary_headers(response, ["Origin"])
        if origin in offered:
            response["Access-Control-Allow-Origin"] = origin
    if "Access-Control-Allow-Origin" in response:
        response["Access-Control-Expose-Headers"] = TOLD
    return response


def preflight(request: HttpRequest) -> HttpResponse:
    """Tell what may be sent, and to whom answers are shown."""
    response = share(request, HttpResponse(status=204))
    response["Allow"] = ", ".join((*METHODS, "OPTIONS"))
    if "Access-Control-Allow-Origin" in response:
        response["Access-Control-Allow-Methods"] = ", ".join(METHODS)
        response["Access-Control-Allow-Headers"] = HEADERS
        response["Access-Control-Max-Age"] = str(DAY)
    return response
