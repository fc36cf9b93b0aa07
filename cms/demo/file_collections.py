"""Where the demo's pictures and files lie: one place for all, one for members."""

from django.db import transaction
from wagtail.models import BaseViewRestriction, Collection, CollectionViewRestriction

from cms.demo.documents import COLLECTION_KEY, INTERNAL_COLLECTION_KEY
from cms.demo.load import Load


@transaction.atomic
def make_collections(load: Load) -> None:
    """Make the collection that everybody sees and the one behind a sign-in."""
    _make(load, COLLECTION_KEY, "Demo")
    internal = _make(load, INTERNAL_COLLECTION_KEY, "Demo internal")
    if internal is not None:
        CollectionViewRestriction.objects.create(
            collection=internal, restriction_type=BaseViewRestriction.LOGIN
        )


def _make(load: Load, key: str, name: str) -> Collection | None:
    if load.marks.is_made(key):
        return None
    collection = Collection.get_first_root_node().add_child(name=name)
    load.marks.add(key, collection)
    return collection
