"""Files of pictures, for those who may see them."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.images.permissions import permission_policy
from wagtail.models import CollectionMember

from cms.core.models import CustomImage, CustomRendition

YEAR = 365 * 24 * 3600  # seconds
INLINE_TYPES = ("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp")


@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send a picture's file; what is not public is not found by strangers."""
    rendition = (
        CustomRendition.objects.filter(file=name).select_related("image").first()
    )
    image = (
        rendition.image if rendition else CustomImage.objects.filter(file=name).first()
    )
    if image is None or not default_storage.exists(name):
        raise Http404
    public = _is_public(image)
    if not public and not _may_choose(request, image):
        raise Http404
    response = FileResponse(default_storage.open(name))
    if response["Content-Type"] not in INLINE_TYPES:
        response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = (
        f"public, max-age={YEAR}, immutable" if public else "private, no-store"
    )
    return response


def _is_public(file: CollectionMember) -> bool:
    return not file.collection.get_view_restrictions().exists()


def _may_choose(request: HttpRequest, image: CustomImage) -> bool:
    user = request.user
    return user.is_authenticated and permission_policy.user_has_permission_for_instance(
        user, "choose", image
    )
