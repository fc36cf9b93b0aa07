"""Small answers that the editor's scripts ask for."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from cms.core.slugs import slug_from


@require_safe
def suggest_slug(request: HttpRequest) -> JsonResponse:
    """Return the slug of a title, in whatever script that is."""
    return JsonResponse({"slug": slug_from(request.GET.get("title", ""))})
