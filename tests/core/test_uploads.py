"""What editors upload: limits hold, nothing is stored in vain, nothing runs here."""

import struct
import time
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection

from cms.core.media.scans import has_too_many_scans
from cms.core.models import CustomDocument, CustomImage
from tests.factories.media import make_document
from tests.picture_files import encoded, scan_bomb

ADD, ADD_MANY = "/admin/images/add/", "/admin/images/multiple/add/"
SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"


def chunk(name: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + checksum


def png_bomb(side: int) -> bytes:
    """Return a small PNG file that unpacks to a square of zeros."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + side * 3)
    data = b"".join(packer.compress(row) for _row in range(min(side, 300)))
    data += packer.flush()
    parts = chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def text_bomb() -> bytes:
    """Return a PNG file with a comment that unpacks to 100 MB."""
    picture = encoded("PNG")
    text = b"Comment\0\0" + zlib.compress(b"a" * 100_000_000, 9)
    return picture[:33] + chunk(b"zTXt", text) + picture[33:]


def animation(kind: str, frames: int, side: int) -> bytes:
    buffer = BytesIO()
    first, *rest = [
        Image.new("RGB", (side, side), (number % 2 * 255, number % 256, 0))
        for number in range(frames)
    ]
    first.save(buffer, kind, save_all=True, append_images=rest, duration=20)
    return buffer.getvalue()


def gif_bomb(frames: int, side: int) -> bytes:
    """Return a GIF file with many frames that each say they are large."""
    screen = (
        b"GIF89a"
        + struct.pack("<HHBBB", side, side, 0x80, 0, 0)
        + b"\0\0\0\xff\xff\xff"
    )
    frame = b"," + struct.pack("<HHHHB", 0, 0, side, side, 0) + b"\x02\x02\x4c\x01\0"
    return screen + frame * frames + b";"


def phone_photo(side: int, small: int, kind: str = "MPO") -> bytes:
    """Return a photo with a small second picture behind it, as phones store it."""
    buffer = BytesIO()
    second = Image.new("RGB", (small, small), "grey")
    Image.new("RGB", (side, side), "teal").save(
        buffer, kind, save_all=True, append_images=[second]
    )
    return buffer.getvalue()


def stored_files() -> set[Path]:
    root = Path(django_settings.MEDIA_ROOT)
    return {path for path in root.rglob("*") if path.is_file()}


def upload(client, name: str, content: bytes, path: str = ADD, field: str = "file"):
    sent = {
        "title": "Upload",
        "collection": Collection.get_first_root_node().pk,
        field: SimpleUploadedFile(name, content, "image/png"),
        **{f"alt_texts_{code}": "" for code in ("en", "fr")},
    }
    headers = {"X-Requested-With": "XMLHttpRequest"} if path == ADD_MANY else {}
    return client.post(path, sent, headers=headers)


BAD = {
    "a page as PNG": ("x.png", b"<html>" + SCRIPT),
    "SVG as PNG": ("x.png", SVG),
    "SVG as JPEG": ("x.jpg", SVG),
    "SVG": ("x.svg", SVG),
    "a page": ("x.html", SCRIPT),
    "JPEG as PNG": ("x.png", encoded("JPEG")),
    "BMP as PNG": ("x.png", encoded("BMP")),
    "nothing": ("x.png", b""),
    "noise": ("x.jpg", bytes(range(256)) * 40),
    "only a signature": ("x.png", b"\x89PNG\r\n\x1a\n"),
    "a cut PNG": ("x.png", encoded("PNG", (400, 300))[:60]),
    "a cut JPEG": ("x.jpg", encoded("JPEG", (900, 600))[:700]),
    "a cut WebP": ("x.webp", encoded("WEBP", (900, 600))[:80]),
    "a cut AVIF": ("x.avif", encoded("AVIF", (300, 200))[:200]),
    "a cut GIF": ("x.gif", encoded("GIF", (300, 200))[:40]),
    "pixels over the limit": ("x.png", png_bomb(8000)),
    "pixels over Pillow's own limit": ("x.png", png_bomb(30_000)),
    "pixels without end": ("x.png", png_bomb(60_000)),
    "text that unpacks to 100 MB": ("x.png", text_bomb()),
    "an animation of 3000 frames": ("x.gif", gif_bomb(3000, 200)),
    "an animated PNG": ("x.png", animation("PNG", 70, 1000)),
    "an animated WebP": ("x.webp", animation("WEBP", 70, 1000)),
    "scans without end": ("x.jpg", scan_bomb(2000, 200)),
    "over 20 MB": ("x.png", encoded("PNG") + b"\0" * (20 * 1024 * 1024)),
}


@pytest.mark.parametrize("path", [ADD, ADD_MANY], ids=["form", "many"])
@pytest.mark.parametrize(("name", "content"), BAD.values(), ids=BAD.keys())
def test_a_bad_picture_gets_one_sentence_and_nothing_is_stored(
    admin_client, path, name, content
):
    before = stored_files()
    field = "files[]" if path == ADD_MANY else "file"

    answer = upload(admin_client, name, content, path, field)

    assert answer.status_code == 200
    assert not CustomImage.objects.exists()
    assert stored_files() == before
    if path == ADD_MANY:
        assert answer.json()["success"] is False
        assert len(answer.json()["error_message"].strip().splitlines()) == 1
    else:
        (told,) = answer.context["form"].errors["file"]
        assert told.count(". ") <= 1


BOMBS = (
    "pixels over Pillow's own limit",
    "an animation of 3000 frames",
    "scans without end",
)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_no_time(admin_client, name):
    upload(admin_client, "warm.png", b"")
    started = time.process_time()
    answer = upload(admin_client, *BAD[name])

    assert "too many" in answer.text
    assert time.process_time() - started < 0.8


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_no_memory(admin_client, name):
    upload(admin_client, "warm.png", b"")
    tracemalloc.start()
    upload(admin_client, *BAD[name])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 40 * 1024 * 1024


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_a_good_picture_is_stored(admin_client, kind):
    extension = kind.lower().replace("jpeg", "jpg")
    upload(admin_client, f"good.{extension}", encoded(kind))

    assert CustomImage.objects.get().width == 40


def test_a_small_animation_is_stored(admin_client):
    upload(admin_client, "good.gif", animation("GIF", 10, 100))

    assert CustomImage.objects.count() == 1


def test_a_progressive_photo_is_stored(admin_client):
    upload(admin_client, "good.jpg", encoded("JPEG", (900, 600), progressive=True))

    assert CustomImage.objects.count() == 1


def test_scans_hidden_behind_a_marker_that_readers_pass_over_are_counted():
    hidden = scan_bomb(100, 200).replace(b"\xff\xda", b"\xff\x05\x7f\xf0\xff\xda")

    assert has_too_many_scans(hidden)


def test_a_film_behind_a_photo_is_not_taken_for_its_scans(admin_client):
    film = b"\xff\xda\x00\x0c" * 1000
    upload(admin_client, "moving.jpg", encoded("JPEG") + film)

    assert CustomImage.objects.count() == 1


def test_a_photo_of_a_phone_with_a_small_second_picture_is_stored(admin_client):
    upload(admin_client, "phone.jpg", phone_photo(side=6000, small=300))

    assert CustomImage.objects.get().width == 6000


def test_replacing_a_picture_by_a_bad_one_keeps_the_good_one(admin_client):
    upload(admin_client, "good.png", encoded("PNG"))
    image = CustomImage.objects.get()
    upload(admin_client, "x.png", png_bomb(30_000), f"/admin/images/{image.pk}/")

    image.refresh_from_db()
    assert image.width == 40
    assert image.file.storage.exists(image.file.name)


def test_a_document_over_the_limit_is_refused(admin_client, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    answer = upload(
        admin_client, "x.pdf", b"%PDF-" + b"0" * 1001, "/admin/documents/add/"
    )

    assert "too big" in answer.text
    assert not CustomDocument.objects.exists()


def test_the_limit_of_documents_is_50_megabytes():
    assert django_settings.WAGTAILDOCS_MAX_UPLOAD_SIZE == 50 * 1024 * 1024


@pytest.mark.parametrize(
    "name", ["x.html", "x.htm", "x.xhtml", "x.xml", "x.js", "x.exe", "x.php", "x"]
)
def test_a_document_of_another_kind_is_refused(admin_client, name):
    upload(admin_client, name, SCRIPT, "/admin/documents/add/")

    assert not CustomDocument.objects.exists()


def test_an_svg_document_is_sent_to_be_saved_and_runs_nowhere(admin_client, client):
    upload(admin_client, "logo.svg", SVG, "/admin/documents/add/")
    answer = client.get(CustomDocument.objects.get().url)

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "name", ["x.html", "x.svg", "x.xml", "x.xhtml", "x.mht", "x.txt"]
)
def test_no_document_but_pdf_is_shown_on_our_address(client, db, name):
    answer = client.get(make_document(name=name).url)

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_a_pdf_is_shown_without_scripts(client, db):
    answer = client.get(make_document(name="x.pdf").url)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_where_a_photo_was_taken_leaves_with_no_rendition(admin_client):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (50.0, 50.0, 48.0), 3: "E", 4: (4.0, 21.0, 9.0)}
    exif[0x0110] = "Camera of the mayor"
    upload(admin_client, "photo.jpg", encoded("JPEG", (900, 600), exif=exif))
    image = CustomImage.objects.get()

    for kind in ("jpeg", "avif", "webp", "png"):
        made = image.get_rendition(f"width-400|format-{kind}")
        with made.file.open() as file:
            content = file.read()
        assert b"Camera of the mayor" not in content
        assert not Image.open(BytesIO(content)).getexif().get_ifd(0x8825)


@pytest.mark.parametrize("kind", ["JPEG", "GIF"])
def test_the_comment_in_a_picture_leaves_with_no_rendition(admin_client, kind):
    commented = encoded(kind, (900, 600), comment=b"Taken at the mayor's home")
    upload(admin_client, f"photo.{kind.lower()}", commented)
    image = CustomImage.objects.get()

    for made in ("jpeg", "gif", "png", "webp", "avif"):
        rendition = image.get_rendition(f"width-400|format-{made}")
        with rendition.file.open() as file:
            assert b"mayor" not in file.read()
