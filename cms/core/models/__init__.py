"""The models that every content app stands on."""

from cms.core.models.child import ChildModel
from cms.core.models.documents import CustomDocument
from cms.core.models.images import CustomImage, CustomRendition
from cms.core.models.named import OrderedByNameMixin
from cms.core.models.pages import BasePage, ContentPage
from cms.core.models.related import RelatedPage
from cms.core.models.snippets import PublishedSnippet
from cms.core.models.terms import Term, TreeTerm
from cms.core.models.topics import Topic

__all__ = [
    "BasePage",
    "ChildModel",
    "ContentPage",
    "CustomDocument",
    "CustomImage",
    "CustomRendition",
    "OrderedByNameMixin",
    "PublishedSnippet",
    "RelatedPage",
    "Term",
    "Topic",
    "TreeTerm",
]
