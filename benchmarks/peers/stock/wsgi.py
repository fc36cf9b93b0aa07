"""The stock site for granian; the garbage collector is told what stays, as in ours."""

import gc

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
gc.collect()
gc.freeze()
