"""Where drafts are shown is one setting, checked when the system starts."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.previews.addresses import preview_origins
from cms.settings import env


@pytest.mark.parametrize(
    "address",
    [
        *("", "https://www.example.org/preview", "http://localhost:3000/api/preview/"),
        *("https://{language}.example.org", "https://www.example.org{path}?a=b"),
    ],
)
def test_an_address_is_taken_as_it_stands(monkeypatch, address):
    monkeypatch.setenv("FRONTEND_PREVIEW_URL", address)

    assert env.preview_address("FRONTEND_PREVIEW_URL") == address


@pytest.mark.parametrize(
    "address",
    [
        *("www.example.org", "ftp://example.org", "javascript:alert(1)", "/preview"),
        *("https://x.org/{token}", "https://x.org/{", "https://x.org/#preview"),
        *("https://", "https://x.org/a b"),
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(monkeypatch, address):
    monkeypatch.setenv("FRONTEND_PREVIEW_URL", address)

    with pytest.raises(ImproperlyConfigured, match="FRONTEND_PREVIEW_URL must be"):
        env.preview_address("FRONTEND_PREVIEW_URL")


@pytest.mark.parametrize(
    ("address", "origins"),
    [
        ("", []),
        ("https://www.example.org/{language}/preview", ["https://www.example.org"]),
        ("http://localhost:3000{path}", ["http://localhost:3000"]),
        (
            "https://{language}.example.org/preview",
            ["https://en.example.org", "https://pt-br.example.org"],
        ),
    ],
)
def test_the_admins_frames_may_open_these_origins(settings, address, origins):
    settings.CONTENT_LANGUAGES = ["en", "pt-br"]
    settings.FRONTEND_PREVIEW_URL = address

    assert preview_origins() == origins
