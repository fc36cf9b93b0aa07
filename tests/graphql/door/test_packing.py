"""Answers are packed as the client can unpack them."""

import gzip

import brotli
import pytest
import zstandard
from django.http import HttpResponse

from cms.graphql.door.packing import SMALLEST, chosen_packer, pack

BODY = b'{"data": {"title": "Kalamos"}}' * 200
UNPACKERS = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": zstandard.ZstdDecompressor().decompress,
}


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("br;q=0.5, gzip;q=0.9", "gzip"),
        ("br;q=0, *", "zstd"),
        ("*;q=0", None),
        ("GZIP ; q=1", "gzip"),
        ("gzip;q=nonsense", None),
        ("gzip;q=nan", None),
    ],
)
def test_the_best_liked_encoding_is_chosen(accepted, chosen):
    assert chosen_packer(accepted) == chosen


@pytest.mark.parametrize("name", UNPACKERS)
def test_what_is_packed_can_be_unpacked(name):
    response = pack(HttpResponse(BODY), name)

    assert response["Content-Encoding"] == name
    assert len(response.content) < len(BODY) / 10
    assert UNPACKERS[name](response.content) == BODY


def test_a_short_answer_stays_as_it_is_and_still_varies():
    response = pack(HttpResponse(b"x" * (SMALLEST - 1)), "gzip")

    assert "Content-Encoding" not in response
    assert response["Vary"] == "Accept-Encoding"
