"""Health, as answered to load balancers and monitors."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.operations import readiness


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process lives; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer whether everything that serving needs is there."""
    checks = readiness.checks()
    ready = all(checks.values())
    response = JsonResponse(
        {"ready": ready, "checks": checks}, status=200 if ready else 503
    )
    # Not being ready yet is no error of this process; readiness has logged why.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
