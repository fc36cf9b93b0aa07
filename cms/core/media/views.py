"""Files of pictures, for those who may see them."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.images.permissions import permission_policy
from wagtail.users.models import UserProfile

from cms.core.models import CustomImage, CustomRendition

YEAR = 365 * 24 * 3600  # seconds
INLINE_TYPES = ("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp")


@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send a picture's file; what is not for strangers is not found by them.

    Readers get the sizes that were made. An original tells where and with what it was
    taken, so it is for those who work with it; pictures of accounts are for colleagues.
    """
    if "\0" in name:  # neither the database nor the disk takes it
        raise Http404
    is_public = _is_public_rendition(name)
    if not (is_public or _may_see(request, name)) or not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name))
    if response["Content-Type"] not in INLINE_TYPES:
        response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = (
        f"public, max-age={YEAR}, immutable" if is_public else "private, no-store"
    )
    return response


def _is_public_rendition(name: str) -> bool:
    rendition = _rendition(name)
    if rendition is None:
        return False
    return not rendition.image.collection.get_view_restrictions().exists()


def _rendition(name: str) -> CustomRendition | None:
    found = CustomRendition.objects.filter(file=name)
    return found.select_related("image__collection").first()


def _may_see(request: HttpRequest, name: str) -> bool:
    user = request.user
    if not user.is_authenticated:
        return False
    if UserProfile.objects.filter(avatar=name).exists():
        return user.has_perm("wagtailadmin.access_admin")
    rendition = _rendition(name)
    image = (
        rendition.image if rendition else CustomImage.objects.filter(file=name).first()
    )
    return image is not None and permission_policy.user_has_permission_for_instance(
        user, "choose", image
    )
