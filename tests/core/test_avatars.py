"""Pictures of accounts: small ones of known kinds, and a sentence for all others."""

import re
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.users.models import UserProfile

from tests.core.test_uploads import encoded, phone_photo, png_bomb, scan_bomb

ACCOUNT = "/admin/account/"
REST = {
    "name_email-first_name": "Ana",
    "name_email-last_name": "Papadopoulou",
    "locale-preferred_language": "",
    "locale-current_time_zone": "UTC",
    "theme-theme": "system",
    "theme-density": "default",
    "theme-contrast": "system",
    "theme-keyboard_shortcuts": "on",
}


def give(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, "image/png")
    return client.post(ACCOUNT, {**REST, "avatar-avatar": file})


def stored():
    user = get_user_model().objects.get(is_superuser=True)
    return UserProfile.get_for_user(user).avatar


def told(answer) -> list[str]:
    return re.findall(r'error-message" role="alert">([^<]+)<', answer.text)


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_a_picture_of_a_person_is_stored_in_400_pixels(admin_client, kind):
    answer = give(admin_client, f"me.{kind.lower()}", encoded(kind, (900, 600)))

    assert answer.status_code == 302
    with Image.open(stored()) as picture:
        assert (picture.format, picture.size) == (kind, (400, 267))


@pytest.mark.parametrize("size", [(600, 1), (1, 600)])
def test_a_line_is_a_picture_too(admin_client, size):
    assert give(admin_client, "line.png", encoded("PNG", size)).status_code == 302
    assert min(Image.open(stored()).size) == 1


def test_a_phone_s_photo_is_turned_and_loses_what_the_camera_wrote(admin_client):
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Camera of the mayor", 6
    photo = encoded("JPEG", (90, 60), exif=exif, comment=b"Seen at home")
    give(admin_client, "me.jpg", photo)

    with stored().open() as file:
        content = file.read()
    assert Image.open(BytesIO(content)).size == (60, 90)
    assert b"Camera" not in content
    assert b"Seen" not in content


def test_a_phone_s_photo_with_a_second_picture_is_stored(admin_client):
    assert give(admin_client, "me.jpg", phone_photo(900, 90)).status_code == 302


BAD = {
    "over 2 MB": ("x.png", encoded("PNG") + b"\0" * (2 * 1024 * 1024)),
    "over 16 megapixels": ("x.png", encoded("PNG", (4100, 4000))),
    "a bomb": ("x.png", png_bomb(30_000)),
    "scans without end": ("x.jpg", scan_bomb(200, 200)),
    "a cut JPEG": ("x.jpg", encoded("JPEG", (900, 600))[:700]),
    "TIFF": ("x.tiff", encoded("TIFF")),
    "BMP": ("x.bmp", encoded("BMP")),
    "EPS": ("x.eps", encoded("EPS")),
    "EPS as PNG": ("x.png", encoded("EPS")),
    "a page as GIF": ("x.gif", b"GIF89a<script>alert(1)</script>"),
}


@pytest.mark.parametrize(("name", "content"), BAD.values(), ids=BAD.keys())
def test_a_bad_picture_of_a_person_gets_one_sentence(admin_client, name, content):
    answer = give(admin_client, name, content)

    assert answer.status_code == 200
    assert len(told(answer)) == 1
    assert not stored()


def test_saving_the_account_without_a_picture_keeps_the_old_one(admin_client):
    give(admin_client, "me.png", encoded("PNG"))
    old = stored().name
    admin_client.post(ACCOUNT, REST)

    assert stored().name == old
    assert default_storage.exists(old)


def test_a_picture_can_be_taken_away(admin_client):
    give(admin_client, "me.png", encoded("PNG"))
    old = stored().name
    admin_client.post(ACCOUNT, {**REST, "avatar-avatar-clear": "on"})

    assert not stored()
    assert not default_storage.exists(old)


def test_strangers_are_asked_to_sign_in_for_an_account(client, db):
    assert client.get(ACCOUNT).status_code == 302
