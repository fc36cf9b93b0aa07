"""The demo's pictures: drawn, with the files of all sizes, or tiny where told."""

from contextlib import closing

import pytest
from PIL import Image
from wagtail.models import Collection

from cms.core.media.presets import all_specs
from cms.core.models import CustomImage
from cms.demo.content import Content, Item
from cms.demo.file_collections import make_collections
from cms.demo.gallery import Gallery
from cms.demo.load import Load
from cms.demo.marks import Marks
from cms.demo.picture_list import TINY
from cms.demo.progress import Silence

# Threads make the files of the sizes, on connections of their own.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("own_database"),
]
ADA = Item(
    "person:ada", "people.yaml", {"slug": "ada", "name": "Ada", "portrait": {"seed": 1}}
)


def load_pictures(*, tiny: bool) -> tuple[CustomImage, Load]:
    """Load the portrait of a person as the demo's loader does."""
    load = Load(Content({ADA.key: ADA}, [], []), {}, Marks(), Silence())
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    make_collections(load)
    with closing(Gallery(load, tiny=tiny)) as gallery:
        load.make_each("People", [ADA], gallery.before(lambda load, item: None))
        gallery.begin_sizes()
        gallery.finish_sizes()
    return CustomImage.objects.get(), load


def test_a_picture_has_the_files_of_all_sizes_when_the_load_ends():
    image, load = load_pictures(tiny=False)

    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert made == set(all_specs(image.width))
    assert image.placeholder.startswith("data:image/webp")
    assert load.marks.is_finished("portrait:ada")


def test_a_tiny_picture_is_finished_at_once():
    image, load = load_pictures(tiny=True)

    with Image.open(image.file) as picture:
        assert picture.size == TINY
    assert load.marks.is_finished("portrait:ada")
