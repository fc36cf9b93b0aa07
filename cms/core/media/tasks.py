"""Background work on pictures."""

from django_tasks import task

from cms.core.media.prepare import prepare_image
from cms.core.models import CustomImage


@task()
def prepare_image_task(image_id: int) -> int:
    """Make the files of a picture; one that is gone by now needs none."""
    image = CustomImage.objects.filter(pk=image_id).first()
    return prepare_image(image) if image else 0
