"""Pictures of accounts: checked as all pictures are, and kept small.

Wagtail's own field takes every format that Pillow knows, of any size, as it is.
"""

from io import BytesIO
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views import account

from cms.core.media.uploads import FORMATS, CheckedImageField

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_PIXELS: Final = 16_000_000
SIZE: Final = (400, 400)  # what Wagtail's largest place for it needs


class AvatarField(CheckedImageField):
    """A picture of an account."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.max_upload_size = MOST_BYTES
        self.max_upload_size_text = filesizeformat(MOST_BYTES)
        self.max_image_pixels = MOST_PIXELS


class AvatarForm(AvatarPreferencesForm):
    """Takes the picture of one's own account."""

    avatar = AvatarField(label=_("Upload a profile picture"), required=False)

    def clean_avatar(self) -> Any:
        """Return what is to be stored: a small new picture, the old one, or none."""
        given = self.cleaned_data.get("avatar")
        if isinstance(given, UploadedFile):
            return _small(given)
        return given if given is False else self._original_avatar


class AvatarPanel(account.AvatarSettingsPanel):
    """Asks for the picture on the page of the account, and tells what fails."""

    form_class = AvatarForm
    template_name = "core/account/avatar.html"

    def get_form(self) -> AvatarForm:
        """Return one form, however often the page asks: a file is read once."""
        if not hasattr(self, "_form"):
            self._form: AvatarForm = super().get_form()
        return self._form


class AccountView(account.AccountView):
    """Wagtail's page of an account, with our part for its picture."""

    def get_panels(self) -> list[account.BaseSettingsPanel]:
        """Put our panel in the place of Wagtail's."""
        return [self._ours(panel) for panel in super().get_panels()]

    def _ours(self, panel: account.BaseSettingsPanel) -> account.BaseSettingsPanel:
        if type(panel) is not account.AvatarSettingsPanel:
            return panel
        return AvatarPanel(panel.request, panel.user, panel.profile)


account_view = require_admin_access(AccountView.as_view())


def _small(file: UploadedFile) -> ContentFile[bytes]:
    """Return the picture in the size that is shown, without what a camera wrote."""
    name = str(file.name)
    kind = FORMATS[name.rpartition(".")[2].lower()]
    with Image.open(file, formats=[kind]) as opened:
        picture = ImageOps.exif_transpose(opened)
        picture.thumbnail(SIZE)
        picture.info.pop("comment", None)
        buffer = BytesIO()
        picture.save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)
