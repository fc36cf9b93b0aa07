"""The demo's pictures and PDFs open, repeat, and say what is wrong."""

import io
import re

import pytest
from PIL import Image

from cms.demo.pdf import write_pdf
from cms.demo.pictures import SCENES, draw_logo, draw_portrait, draw_scene


def open_image(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def make_pdf(title: str = "Towns together", text: str = "Plain.") -> bytes:
    return write_pdf(
        title=title,
        lead="What towns can do for each other.",
        author="The network",
        language="fr-BE",
        sections=[("Why", [text]), ("How", [text, text])],
    )


@pytest.mark.parametrize("name", SCENES)
def test_scene_draws_at_a_small_size(name: str) -> None:
    image = open_image(draw_scene(name, 1, (160, 100)))

    assert (image.format, image.size) == ("JPEG", (160, 100))
    assert len(image.getcolors(160 * 100)) > 200


def test_scene_covers_other_proportions() -> None:
    assert open_image(draw_scene("bridge", 1, (120, 120))).size == (120, 120)


def test_same_name_and_seed_give_the_same_bytes() -> None:
    first, second = (draw_scene("harbour", 7, (160, 100)) for _ in range(2))

    assert first == second


def test_another_seed_gives_another_picture() -> None:
    assert draw_scene("market", 1, (160, 100)) != draw_scene("market", 2, (160, 100))


def test_unknown_scene_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'moon'.*townscape.*night-city"):
        draw_scene("moon", 1)


@pytest.mark.parametrize("initials", ["SM", "É", "Løkken"])
def test_logo_is_a_png_with_a_transparent_ground(initials: str) -> None:
    image = open_image(draw_logo(initials, 3))

    assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (640, 640))
    assert image.getpixel((0, 0))[3] == 0
    assert image.getpixel((320, 320))[3] == 255


def test_logo_and_portrait_repeat() -> None:
    assert draw_logo("SM", 3) == draw_logo("SM", 3)
    assert draw_portrait(3) == draw_portrait(3)


def test_portrait_opens() -> None:
    image = open_image(draw_portrait(5))

    assert (image.format, image.size) == ("JPEG", (800, 800))


def test_pdf_carries_its_metadata() -> None:
    content = make_pdf()

    assert content.startswith(b"%PDF")
    assert b"/Title (Towns together)" in content
    assert b"/Author (The network)" in content
    assert b"/Subject (What towns can do for each other.)" in content
    assert b"/Lang (fr-BE)" in content


def test_pdf_has_a_bookmark_per_section() -> None:
    titles = re.findall(rb"/Title \(([^)]*)\)", make_pdf())

    assert titles.count(b"Why") == titles.count(b"How") == 1


def test_pdf_embeds_its_fonts() -> None:
    assert b"/FontFile2" in make_pdf()


def test_pdf_repeats() -> None:
    assert make_pdf() == make_pdf()


@pytest.mark.parametrize(
    "text",
    [
        "Œuvre à l’été, « ça »",
        "<b>bold <i>both</i></b>",
        "<b>wrong <i>nest</b></i> & <x>",
    ],
)
def test_pdf_accepts_accents_and_marks(text: str) -> None:
    assert make_pdf(text=text).startswith(b"%PDF")


def test_pdf_without_sections_has_its_cover() -> None:
    content = write_pdf(title="T", lead="L", author="A", language="en", sections=[])

    assert content.count(b"/Type /Page\n") == 1
