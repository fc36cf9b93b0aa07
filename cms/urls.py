"""Where everything answers."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.accounts import urls as accounts_urls
from cms.core.media import documents
from cms.core.media.avatars import account_view
from cms.core.media.views import serve_media
from cms.graphql.door.view import graphql_view
from cms.operations import urls as operations_urls
from home.views import page_view, welcome

to_admin_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
private_patterns = decorate_urlpatterns(
    [
        path("admin/", include(accounts_urls)),
        path("admin/account/", account_view, name="wagtailadmin_account"),
        path("admin/", include(wagtailadmin_urls)),
    ],
    never_cache,
)
public_patterns: list[URLPattern | URLResolver] = [
    path("", welcome, name="welcome"),
    path("graphql/", graphql_view, name="graphql"),
    path("media/<path:name>", serve_media, name="media"),
    path("documents/", include(documents)),
    # Wagtail asks for this name when a stranger opens a closed file.
    path("login/", to_admin_login, name="wagtailcore_login"),
    path("", include(operations_urls)),
]
if settings.CMS_API["EXPLORER"]:
    from cms.graphql.explorer import explorer

    public_patterns.append(path("graphql/explorer/", explorer, name="explorer"))

urlpatterns = [
    *private_patterns,
    *public_patterns,
    re_path(
        r"^(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)/(?P<slugs>[^?]*)$",
        page_view,
        name="page",
    ),
]
