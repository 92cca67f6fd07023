"""What an e-mail address is: decided here for every form, list, command, limit and message.

An address is kept as people read it (`ann@exämple.org`), in one spelling, so that one mailbox is one person. It is sent to
as mail servers read it (`ann@xn--exmple-cua.org`), byte for byte: docs/decisions/0021.
"""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email as djangos_check
from django.utils.translation import gettext_lazy as _
from email_validator import EmailNotValidError, ValidatedEmail, validate_email

LONGEST = 254
# `=?` begins an encoded word, which mail programs decode into another address. `%` and `!` were routes to other machines.
RISKY = re.compile(r"=\?|[%!]")
NAME_AND_ADDRESS = re.compile(r"([^<>]*)<([^<>]*)>")
# What copying drags along at either end: space, marks without width, the stop after a sentence.
BEFORE, AFTER = " \t\r\n\u00a0\u200b\u2060\ufeff", " \t\r\n\u00a0\u200b\u2060\ufeff.,;"
# Providers that deliver a.nn@ and ann@ to one mailbox.
WITHOUT_DOTS = {"gmail.com", "googlemail.com"}

INVALID = _("Type an e-mail address, like name@example.org")
UNUSUAL_LETTERS = _("We can only write to addresses with the letters a to z before the @, like name@example.org")
NEVER_SENT = _("No e-mail can be sent to this address. Is there another one?")


class NotAnAddress(ValidationError):
    """What was typed is no address, or none that we can ever write to. It carries one sentence for whoever typed it."""


def email_address(text: str) -> str:
    """The address that somebody typed or pasted: alone, as `Name <name@example.org>`, or copied as a `mailto:` link."""
    return _kept(_without_wrapping(text))


def is_address(text: str) -> bool:
    try:
        email_address(text)
    except NotAnAddress:
        return False
    return True


def in_one_spelling(text: str) -> str:
    """For comparing: the address as it is kept, or else the text itself, in lower case."""
    try:
        return email_address(text)
    except NotAnAddress:
        return text.strip().lower()


def as_sent(address: str) -> str:
    """The address as mail servers read it: ASCII, with nothing around it."""
    return str(_checked(address).ascii_email).lower()


def limit_key(address: str) -> str:
    """One key for all spellings that reach one mailbox (`ann+news@`, and dots at Gmail). For counting only, never to send to."""
    local, _at, domain = in_one_spelling(address).rpartition("@")
    local = local.partition("+")[0] or local
    if domain in WITHOUT_DOTS:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


class EmailAddressField(forms.EmailField):
    """Asks for an address. Every form of ours uses this field: tests/house holds it."""

    default_validators = []

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"max_length": LONGEST, **more})

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        return email_address(typed) if typed else ""


def _without_wrapping(text: str) -> str:
    bare = text.lstrip(BEFORE).rstrip(AFTER)
    if bare[:7].lower() == "mailto:":
        bare = unquote(bare[7:].partition("?")[0])
    if wrapped := NAME_AND_ADDRESS.fullmatch(bare):
        name, inside = (part.strip(BEFORE) for part in wrapped.groups())
        # Mail programs also write `ann@example.org <ann@example.org>`; two addresses are one too many.
        bare = inside if "@" not in name or name.strip("\"'") == inside else bare
    return bare


# A press, or a line of a list, is asked about its address four times in a row. A few are enough for that, and none is kept
# for long.
@lru_cache(maxsize=16)
def _kept(bare: str) -> str:
    return _as_kept(_checked(bare))


def _checked(bare: str) -> ValidatedEmail:
    local = bare.rpartition("@")[0]
    if not local.isascii() and "@" not in local:
        raise NotAnAddress(UNUSUAL_LETTERS, code="invalid")
    try:
        # test_environment lets .test through. No name server is asked.
        validated = validate_email(
            bare, allow_smtputf8=False, check_deliverability=False, test_environment=True, strict=True
        )
    except EmailNotValidError:
        raise NotAnAddress(INVALID, code="invalid") from None
    if RISKY.search(validated.local_part):
        raise NotAnAddress(NEVER_SENT, code="invalid")
    return validated


def _as_kept(validated: ValidatedEmail) -> str:
    """With the domain in its own letters, unless the database or Django would read those in another way."""
    local = validated.local_part.lower()
    in_letters, in_ascii = f"{local}@{validated.domain}", f"{local}@{validated.ascii_domain}".lower()
    try:
        djangos_check(in_letters)
    except ValidationError:
        return in_ascii
    return in_letters if in_letters == in_letters.lower() else in_ascii
