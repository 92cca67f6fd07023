"""Whose press of a button needs a token, and by which mark a press that comes twice is taken once.

Why strangers need no token: docs/decisions/0011-strangers-need-no-token.md.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]

ONLY_LOOKS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# What a browser calls a press on a page of ours; and one that no page caused, as when a tab is opened again.
FROM_HERE = {"same-origin", "none"}


def is_stranger(request: HttpRequest) -> bool:
    """Whoever brings no session can be mistaken for nobody."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES


def strangers_need_no_token(view: View) -> View:
    """For a form that strangers share: they press it without a token, but not from another site.

    With a session everything is as usual; only that whoever pressed here, on a page older than their session, loses nothing
    they typed: the view is told `ask_again`, does nothing, and shows the form once more.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        if is_stranger(request):
            if request.method not in ONLY_LOOKS and _is_from_here(request) is False:
                return render(request, "403_from_elsewhere.html", {"here": request.path}, status=403)
            return view(request, *args, ask_again=False, **more)
        refusal = _usual.process_view(request, view, args, more)
        if refusal and not _is_from_here(request):
            return refusal
        return view(request, *args, ask_again=refusal is not None, **more)

    return wrapped


def _is_from_here(request: HttpRequest) -> bool | None:
    """What the browser says, which no page can make it say. None: it says nothing, as old ones and programs do."""
    # Not `request.headers`, which first copies all of them.
    environ = request.META
    site, origin = environ.get("HTTP_SEC_FETCH_SITE"), environ.get("HTTP_ORIGIN")
    if site:
        return site in FROM_HERE
    return origin == f"{request.scheme}://{request.get_host()}" if origin else None


def _never(_request: HttpRequest) -> HttpResponse:
    raise NotImplementedError("Only its look at the token is asked for")


_usual = CsrfViewMiddleware(_never)


def mark_at(purpose: str, where: int, once: str) -> str:
    """What is kept of the mark of a page. The same page sent to another gathering is another matter there."""
    return salted_hmac(f"goldenthread.{purpose}", f"{where} {once}", algorithm="sha256").hexdigest()[:40]
