"""How often one may ask and guess. Counted by allauth in the cache that all processes share; the numbers are in settings.py."""

from allauth.core.internal import ratelimit
from allauth.core.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponse

from goldenthread.kit.email_address import limit_key


def too_many_letters(request: HttpRequest, address: str) -> HttpResponse | None:
    """By the machine that asks, and by the mailbox that would be written to, however it is spelled and whoever goes by it."""
    return _refused(request, "request_login_code", limit_key(address))


def too_many_tries(request: HttpRequest) -> HttpResponse | None:
    """Over all codes. Each single code counts its own three (SignInLink.is_opened_by), in its own row."""
    return _refused(request, "try_code")


def too_many_passkeys(request: HttpRequest) -> HttpResponse | None:
    answer: HttpResponse | None = ratelimit.consume_or_429(request, app="allauth.mfa", action="webauthn_login")
    return answer


def is_too_often(request: HttpRequest, action: str, who: int) -> bool:
    """For forms that keep what was typed and say it beside it. The cache knows a digest of who it was, until the time is over."""
    return not consume(request, action=action, key=str(who))


def _refused(request: HttpRequest, action: str, key: str | None = None) -> HttpResponse | None:
    if consume(request, action=action, key=key):
        return None
    answer: HttpResponse = respond_429(request)
    return answer
