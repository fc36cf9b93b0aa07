"""Publishing what was written a moment ago."""

from functools import partial

from wagtail.models import DraftStateMixin, Page, Revision


def publish(instance: DraftStateMixin, revision: Revision) -> None:
    """Publish a revision of an object that holds the same content.

    Wagtail would read the object from the revision, look up every row that it refers to
    and validate it again: a fifth of the loader's statements.
    """
    revision.as_object = lambda: instance
    if isinstance(instance, Page):
        instance.save = partial(instance.save, clean=False)
    revision.publish()
