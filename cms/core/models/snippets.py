"""What snippets that stand for themselves have: drafts, revisions and a language."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from wagtail.models import DraftStateMixin, Revision, RevisionMixin, TranslatableMixin
from wagtail.search import index


class PublishedSnippet(
    DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model
):
    """A snippet that is drafted, published and translated like a page."""

    _revisions = GenericRelation(
        Revision,
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def revisions(self) -> models.QuerySet[Revision]:
        """The revisions, as Wagtail's DraftStateMixin asks for them."""
        return self._revisions
