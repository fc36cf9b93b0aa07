"""The demo's pictures: a row for each, and the files of its sizes in the background."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.core.files.base import ContentFile
from django.db import connection

from cms.core.media.prepare import prepare_image
from cms.core.models import CustomImage
from cms.demo.content import Item
from cms.demo.documents import COLLECTION_KEY, INTERNAL_COLLECTION_KEY
from cms.demo.drawing_pool import DrawingPool
from cms.demo.load import Load
from cms.demo.picture_list import (
    FOCAL_SIZE,
    LICENCE,
    Drawing,
    drawings_of,
    list_drawings,
)
from cms.demo.progress import counted

THREADS = 1  # Wagtail makes the files of one picture in three threads


class Gallery:
    """Makes the pictures of a load, each when the first item needs it."""

    def __init__(self, load: Load, *, tiny: bool) -> None:
        self._load = load
        self._tiny = tiny
        self._drawings = list_drawings(load.content)
        missing = [key for key in self._drawings if not load.marks.is_made(key)]
        self._pool = DrawingPool((self._drawings[key] for key in missing), tiny=tiny)
        self._threads = ThreadPoolExecutor(THREADS)
        self._sizes: dict[str, Future[int]] = {}

    def before(
        self, make: Callable[[Load, Item], None]
    ) -> Callable[[Load, Item], None]:
        """Return a step's work with the item's pictures made first."""

        def make_with_pictures(load: Load, item: Item) -> None:
            for key in {drawing.key: None for drawing in drawings_of(item)}:
                self._make(self._drawings[key])
            make(load, item)

        return make_with_pictures

    def begin_sizes(self) -> None:
        """Start making the files of all sizes, now that nothing waits for a drawing."""
        for key in self._drawings:
            self._begin_sizes_of(key)

    def finish_sizes(self) -> None:
        """Wait for the files of all sizes."""
        for key in counted(self._load.progress, "Picture sizes", [*self._sizes]):
            self._sizes[key].result()
            image = CustomImage.objects.get(pk=self._load.marks.need(key))
            self._load.marks.add(key, image)

    def close(self) -> None:
        """End the processes and threads."""
        self._pool.close()
        self._threads.shutdown(cancel_futures=True)

    def _make(self, drawing: Drawing) -> None:
        marks = self._load.marks
        if marks.is_made(drawing.key):
            return
        where = INTERNAL_COLLECTION_KEY if drawing.is_internal else COLLECTION_KEY
        image = CustomImage(
            title=drawing.title,
            file=ContentFile(self._pool.file(drawing), drawing.file_name),
            alt_texts=drawing.alt_texts,
            credit=drawing.credit,
            licence=LICENCE,
            collection_id=marks.need(where),
        )
        _set_focal_point(image, drawing)
        image._set_image_file_metadata()  # as Wagtail's own upload does
        image.save()
        marks.add(drawing.key, image, is_finished=self._tiny)

    def _begin_sizes_of(self, key: str) -> None:
        """Let a thread make the sizes; Pillow works without Python's lock."""
        marks = self._load.marks
        if not marks.is_made(key) or marks.is_finished(key):
            return
        if connection.in_atomic_block:  # another connection would not see the row yet
            self._sizes[key] = Future()
            self._sizes[key].set_result(_make_sizes(marks.need(key)))
        else:
            work = self._threads.submit(_make_sizes_in_thread, marks.need(key))
            self._sizes[key] = work


def _make_sizes(pk: int) -> int:
    return prepare_image(CustomImage.objects.get(pk=pk))


def _make_sizes_in_thread(pk: int) -> int:
    try:
        return _make_sizes(pk)
    finally:
        connection.close()


def _set_focal_point(image: CustomImage, drawing: Drawing) -> None:
    if drawing.focal_point:
        across, down = drawing.focal_point
        side = round(image.width * FOCAL_SIZE)
        image.focal_point_x = round(image.width * across)
        image.focal_point_y = round(image.height * down)
        image.focal_point_width = image.focal_point_height = side
