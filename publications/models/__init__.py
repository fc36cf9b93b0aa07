"""Publications and their series."""

from publications.models.pages import (
    PublicationFile,
    PublicationIndexPage,
    PublicationKind,
    PublicationPage,
)
from publications.models.series import Series

__all__ = [
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationKind",
    "PublicationPage",
    "Series",
]
