"""Which rows the demo made."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoItem(models.Model):
    """Something that the loader made, under the name its content file gives it.

    The mark outlives its object: what somebody deleted is not made again.
    """

    key = models.CharField(max_length=255, unique=True)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.BigIntegerField()
    is_finished = models.BooleanField(
        default=True, help_text="Whether all was done that the loader does to it."
    )

    def __str__(self) -> str:
        return self.key
