"""Counts how often a JPEG file has its picture painted.

A progressive file sends the picture in some ten scans, each finer than the one before.
One that repeats a scan of a few bytes is small, and costs the whole picture each time.
"""

import re
from collections.abc import Iterator
from typing import Final

MOST_SCANS: Final = 30
START_OF_SCAN, END_OF_PICTURE = 0xDA, 0xD9
# What libjpeg reads as a marker: others are data, or make it give up.
MARKER: Final = re.compile(rb"\xff([\xc0-\xcf\xd9-\xfe])")


def has_too_many_scans(content: bytes) -> bool:
    """Say whether a JPEG's first picture is painted more often than any real one."""
    scans = 0
    for marker in _markers(content):
        scans += marker == START_OF_SCAN
        if scans > MOST_SCANS:
            return True
    return False


def _markers(content: bytes) -> Iterator[int]:
    """Yield the markers up to the picture's end; what is in segments is none."""
    at = 0
    while found := MARKER.search(content, at):
        marker = found[1][0]
        if marker == END_OF_PICTURE:
            return
        yield marker
        at = found.end()
        at += int.from_bytes(content[at : at + 2], "big")
