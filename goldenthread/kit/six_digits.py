"""A code of six digits that goes out by e-mail. Its row keeps a seal of it (`code_hash`) and counts how often it was tried (`tries`)."""

import secrets
from typing import Any

from django.db.models import F, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

# Three guesses at one of a million; the link in the same e-mail needs none.
MOST_TRIES = 3


def new_code() -> str:
    return f"{secrets.randbelow(1_000_000):06}"


def seal_of(code: str, salt: str) -> str:
    """What is kept of a code. The salt says what it is for, and whose it is."""
    return salted_hmac(salt, code, algorithm="sha256").hexdigest()


def count_a_try(rows: QuerySet[Any]) -> bool:
    """Whether this row may still be tried. Every try counts, however many are made at once and from wherever."""
    return bool(rows.filter(tries__lt=MOST_TRIES).exclude(code_hash="").update(tries=F("tries") + 1))


def fits(code: str, salt: str, code_hash: str) -> bool:
    return constant_time_compare(code_hash, seal_of(code, salt))
