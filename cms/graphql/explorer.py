"""GraphiQL: queries in the browser, for development only."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

FIRST_QUERY_FILE = Path(__file__).with_name("explorer.graphql")
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    # GraphiQL puts style elements of its own into the page.
    "style-src 'self' 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@require_safe
def explorer(request: HttpRequest) -> HttpResponse:
    """Show GraphiQL with a query to begin with."""
    data = {
        "endpoint": reverse("graphql"),
        "first_query": FIRST_QUERY_FILE.read_text(encoding="utf-8"),
    }
    response = HttpResponse(render_to_string("cms_graphql/explorer.html", data))
    response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return response
