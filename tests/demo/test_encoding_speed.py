"""The loader lets Pillow write fast, for as long as it loads."""

import inspect
from io import BytesIO

import pytest
from PIL import Image
from willow.plugins.pillow import PillowImage

from cms.demo.encoding_speed import HASTE, encoding_in_haste


@pytest.mark.parametrize("name", HASTE)
def test_pictures_can_be_read_and_pillow_is_itself_afterwards(name):
    Image.init()
    usual = Image.SAVE[name]
    file = BytesIO()

    with encoding_in_haste():
        assert Image.SAVE[name] is not usual
        Image.new("RGB", (8, 8), "teal").save(file, name)

    assert Image.SAVE[name] is usual
    assert Image.open(file).size == (8, 8)


def test_willow_has_no_setting_for_it_yet():
    parameters = inspect.signature(PillowImage.save_as_avif).parameters

    assert "speed" not in parameters, "pass the speed to Willow; drop encoding_speed"
