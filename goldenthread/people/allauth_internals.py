"""What we use of django-allauth that it does not promise to keep: its `internal` modules. Nothing else imports them.

A new release of allauth may move or change these, so pyproject.toml holds it below the next one, and whoever raises that reads
this file. tests/house/test_built_once.py keeps it the only one.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import Rate, get_ip, parse_rates, respond_429
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth, flows
from django.http import HttpRequest, HttpResponse

__all__ = [
    "Rate",
    "get_authentication_records",
    "get_ip",
    "parse_rates",
    "record_authentication",
    "respond_429",
]


def too_many_passkeys(request: HttpRequest) -> HttpResponse | None:
    """The answer to whoever tried too many, by the rate in the settings of allauth.mfa."""
    answer: HttpResponse | None = ratelimit.consume_or_429(request, app="allauth.mfa", action="webauthn_login")
    return answer


def new_passkey_options(user: Any) -> dict[str, Any]:
    """The riddle for a device that is to keep a new passkey. The session remembers it."""
    options: dict[str, Any] = auth.begin_registration(user, passwordless=True)
    return options


def sign_in_options() -> dict[str, Any]:
    """The riddle for a device that has a passkey. The session remembers it."""
    options: dict[str, Any] = auth.begin_authentication(user=None)
    return options


def add_passkey(request: HttpRequest, *, name: str, credential: dict[str, Any]) -> None:
    flows.add_authenticator(request, name=name, credential=credential)


def remove_passkey(request: HttpRequest, passkey: Authenticator) -> None:
    flows.remove_authenticator(request, passkey)


def sign_in_by_passkey(request: HttpRequest, passkey: Authenticator) -> None:
    flows.perform_passwordless_login(request, passkey, Login(user=passkey.user))
