"""Second factors as they are stored: encrypted, so that no backup tells them."""

import base64
import logging
import secrets
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

logger = logging.getLogger(__name__)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps secrets under a key that is made from SECRET_KEY."""

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Return the name that the authenticator app shows."""
        return user.get_username()

    def encrypt(self, text: str) -> str:
        """Return the text as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text; what cannot be read becomes a secret that nobody has."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error(  # noqa: TRY400 - a traceback would tell nothing more
                "A second factor cannot be read: SECRET_KEY was changed. Put the old "
                "one into SECRET_KEY_FALLBACKS, or run reset_second_factor."
            )
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(str(key))) for key in keys])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(
        sha256(f"cms.accounts.second_factor:{secret}".encode()).digest()
    )
