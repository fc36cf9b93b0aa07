"""The WSGI application that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

application = get_wsgi_application()

from cms.graphql.schema import get_schema  # noqa: E402 – when the apps are ready

# Nobody's request waits for the schema, nor for a garbage collection that walks all of
# Django: it took a tenth of a second.
get_schema()
gc.collect()
gc.freeze()
