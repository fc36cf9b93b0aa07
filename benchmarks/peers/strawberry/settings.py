"""The stock site's settings, with strawberry in place of Grapple's address."""

from benchmarks.peers.stock.settings import *  # noqa: F403
from benchmarks.peers.stock.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "strawberry_django"]
ROOT_URLCONF = "benchmarks.peers.strawberry.urls"
