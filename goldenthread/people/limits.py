"""How often one may ask, guess and look.

Asking and guessing is counted by allauth in the cache that all processes share; the numbers are in settings.py. Looking is
counted by each process for itself, because it must cost no write.
"""

from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from allauth.core.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.journal.reading import note_reading
from goldenthread.kit.pace import Pace
from goldenthread.people.http import Request, View

# Pages of people for one member: more than anybody reads, and too few to copy everybody by.
LOOKS = (Pace(60, 60), Pace(600, 60 * 60))


def too_many_letters(request: HttpRequest, address: str) -> HttpResponse | None:
    """By the machine that asks, and by the address that would be written to, whether or not somebody goes by it."""
    return _refused(request, "request_login_code", address)


def too_many_tries(request: HttpRequest) -> HttpResponse | None:
    """Over all codes. Each single code counts its own three (SignInLink.is_opened_by), in its own row."""
    return _refused(request, "try_code")


def too_many_passkeys(request: HttpRequest) -> HttpResponse | None:
    answer: HttpResponse | None = ratelimit.consume_or_429(request, app="allauth.mfa", action="webauthn_login")
    return answer


def at_a_gentle_pace(view: View) -> View:
    """For pages of people. Whoever opens very many is asked to wait, and the journal says so once."""

    @wraps(view)
    def limited(request: Request, *args: Any, **more: Any) -> HttpResponse:
        if not any(pace.is_too_quick(request.user.pk) for pace in LOOKS):
            return view(request, *args, **more)
        note_reading(request.user, "read very many pages of people", request.user)
        answer = render(request, "people/too_quick.html", status=429)
        answer.headers["Retry-After"] = "60"
        return answer

    return limited


def is_too_often(request: HttpRequest, action: str, who: int) -> bool:
    """For forms that keep what was typed and say it beside it. The cache knows a digest of who it was, until the time is over."""
    return not consume(request, action=action, key=str(who))


def _refused(request: HttpRequest, action: str, key: str | None = None) -> HttpResponse | None:
    if consume(request, action=action, key=key):
        return None
    answer: HttpResponse = respond_429(request)
    return answer
