"""allauth's forms for passkeys, which trust that what a browser sends at least has the right shape. Anybody may send anything."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from django import forms

from goldenthread.people.allauth_adapters import NOT_RIGHT

# What taking apart a misshapen answer ends in: a part is missing, or of the wrong kind, or too short.
MISSHAPEN = (LookupError, TypeError, ValueError, AttributeError, struct.error)


class NewPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    def clean(self) -> dict[str, Any]:
        with kindly():
            cleaned: dict[str, Any] = super().clean()
        return cleaned


class PasskeyForm(LoginWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        with kindly():
            passkey = super().clean_credential()
        if not passkey.user.may_sign_in:
            raise forms.ValidationError(NOT_RIGHT)
        return passkey


@contextmanager
def kindly() -> Iterator[None]:
    try:
        yield
    except MISSHAPEN as wrong:
        raise forms.ValidationError(NOT_RIGHT) from wrong
