"""Chance that repeats, so that a picture is the same every time it is drawn."""

import random


class Dice(random.Random):
    """Fall the same way for the same words; not meant to keep secrets."""

    def __init__(self, *words: str | int) -> None:
        super().__init__(":".join(str(word) for word in words))
