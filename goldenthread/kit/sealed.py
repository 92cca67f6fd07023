"""Text that lies sealed in the database: whoever finds the file, or a backup without its secret, cannot read it."""

from base64 import urlsafe_b64encode
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class CannotBeOpened(Exception):
    """The text was sealed with a secret that this house does not know any more."""

    def __init__(self) -> None:
        super().__init__("Sealed with another secret. Put the former SECRET_KEY into SECRET_KEY_FALLBACKS.")


def seal(text: str) -> str:
    """Unreadable without the secret of the house. That there is nothing may be seen."""
    return _keys().encrypt(text.encode()).decode() if text else ""


def open_sealed(sealed: str) -> str:
    try:
        return _keys().decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken as wrong:
        raise CannotBeOpened from wrong


class SealedTextField(models.TextField):  # type: ignore[type-arg]  # Django’s own cannot be subscripted
    """Reads and writes like any text, but lies sealed. It cannot be searched or sorted by, only asked whether it is empty."""

    def from_db_value(self, value: str | None, *_more: Any) -> str | None:
        return None if value is None else open_sealed(value)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        kept = super().get_db_prep_save(value, connection)
        return seal(kept) if isinstance(kept, str) else kept

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name not in {"exact", "isnull"}:
            raise FieldError("What is sealed cannot be searched.")
        return super().get_lookup(lookup_name)


def _keys() -> MultiFernet:
    return _keys_from((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=8)
def _keys_from(secrets: tuple[str, ...]) -> MultiFernet:
    """The newest seals, all of them open."""
    return MultiFernet([Fernet(urlsafe_b64encode(_derived(secret))) for secret in secrets])


def _derived(secret: str) -> bytes:
    # A key of its own: what signs cookies must not be what seals.
    return HKDF(SHA256(), length=32, salt=None, info=b"goldenthread.kit.sealed").derive(secret.encode())
