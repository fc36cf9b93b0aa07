"""What is kept: an edition of each list's bitmaps, and what has changed since."""

from django.db import models


class ChangedPage(models.Model):
    """A page that was changed; written by triggers, deleted when bitmaps follow."""

    page_id = models.BigIntegerField()  # no reference: the page may be gone

    def __str__(self) -> str:
        return str(self.page_id)


class Edition(models.Model):
    """One state of a list's bitmaps; each new one has a new key."""

    list = models.CharField(max_length=100, primary_key=True)  # "news.newspage"
    key = models.UUIDField()
    size = models.PositiveIntegerField()  # how many bits are given away
    roots = models.JSONField()  # {site id: [tree paths of its home pages]}

    def __str__(self) -> str:
        return self.list


class Place(models.Model):
    """The bit that stands for a page; translations of each other share it."""

    page_id = models.BigIntegerField(primary_key=True)
    list = models.CharField(max_length=100)
    translation_key = models.UUIDField()
    locale_id = models.BigIntegerField()
    bit = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["list", "translation_key"], name="bitmaps_place_key")
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.bit}"


class Bitmap(models.Model):
    """Which items of one language have one value; the lowest bit comes first."""

    list = models.CharField(max_length=100)
    dimension = models.CharField(max_length=50)
    value = models.CharField(max_length=255)
    locale_id = models.BigIntegerField()
    bits = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "dimension", "value", "locale_id"],
                name="bitmaps_bitmap_unique",
            )
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.dimension} {self.value}"
