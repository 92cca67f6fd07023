"""What we use of django-allauth that it does not promise to keep: its `internal` modules. Nothing else imports them.

A new release of allauth may move or change these, so pyproject.toml holds it below the next one, and whoever raises that reads
this file. tests/house/test_built_once.py keeps it the only one.
"""

from functools import lru_cache
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from allauth.core.internal.httpkit import clean_client_ip
from allauth.core.internal.ratelimit import Rate, parse_rates, respond_429
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth, flows
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse

__all__ = [
    "Rate",
    "get_authentication_records",
    "parse_rates",
    "record_authentication",
    "respond_429",
]


def network_address(request: HttpRequest) -> str:
    """As allauth's own `get_ip`, which asks its adapter, its settings and all headers for it, and every press asks."""
    environ = request.META
    by_proxies, forwarded = settings.ALLAUTH_TRUSTED_PROXY_COUNT, environ.get("HTTP_X_FORWARDED_FOR")
    if not (by_proxies and forwarded):
        return _network(environ.get("REMOTE_ADDR", ""))
    parts = forwarded.split(",")
    if len(parts) < by_proxies:
        raise ImproperlyConfigured("X-Forwarded-For says less than our own proxies add to it (TRUSTED_PROXIES)")
    return _network(parts[-by_proxies])


# For a room of people behind one address.
@lru_cache(maxsize=64)
def _network(address: str) -> str:
    cleaned = clean_client_ip(address)
    if not cleaned:
        raise PermissionDenied("Nobody knows from where this is asked")
    network: str = ratelimit.truncate_ip(cleaned)
    return network


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
