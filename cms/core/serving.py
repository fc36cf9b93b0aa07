"""What happens where Wagtail asks a page to show itself."""

from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.module_loading import import_string
from wagtail.models import Page


class ServedElsewhereMixin:
    """A page has one public path; its drafts are shown by ``settings.PAGE_PREVIEW``."""

    def serve(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Send the reader to the page's public path."""
        public = cast("Page", self).full_url
        if public is None:
            raise Http404
        return HttpResponseRedirect(public)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the page as it stands in memory, for its editor alone."""
        preview = import_string(settings.PAGE_PREVIEW)
        return cast("HttpResponse", preview(self, request))
