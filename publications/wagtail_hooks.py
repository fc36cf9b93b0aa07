"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

import publications.schema  # noqa: F401 registers types and queries
