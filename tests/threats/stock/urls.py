"""Where the stock parts answer."""

from django.urls import include, path
from grapple import urls as grapple_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include(grapple_urls)),
]
