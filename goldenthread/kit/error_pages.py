"""What people see when something broke. If only nothing can be written just now, they lose nothing that they typed."""

import logging
import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

from goldenthread.kit.cannot_write import cannot_write_now, has_no_room
from goldenthread.kit.pdf.setting import TookTooLong

logger = logging.getLogger(__name__)

SECONDS_WHILE_BUSY, SECONDS_WITHOUT_ROOM = 5, 300
# What is typed anew rather than laid into a page: codes, and what a device answers only once.
NEVER_SHOWN_AGAIN = {"code", "password", "credential"}
MOST_BYTES_AGAIN = 1_000_000


def trouble(request: HttpRequest) -> HttpResponse:
    """Django calls this while it handles the exception, wherever between the outermost middleware and the view it was raised."""
    error = sys.exc_info()[1]
    is_late = isinstance(error, TookTooLong)
    if error is None or not (is_late or cannot_write_now(error)):
        return server_error(request)
    is_full = has_no_room(error)
    logger.warning("This took too long: %s" if is_late else "Nothing can be written just now: %s", error)
    words = {"is_full": is_full, "address": request.get_full_path(), "sent": request.method == "POST"}
    answer = render(request, "503.html", words | _what_was_typed(request), status=503)
    answer.headers["Retry-After"] = str(SECONDS_WITHOUT_ROOM if is_full else SECONDS_WHILE_BUSY)
    # It is told already, in one line; Django would add forty.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


def _what_was_typed(request: HttpRequest) -> dict[str, Any]:
    """Every field with its token, as it came: a token made for this page would also fit what another site sent."""
    if request.method != "POST":
        return {}
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    too_much = sum(len(value) for _name, value in typed) > MOST_BYTES_AGAIN
    if too_much or request.FILES or NEVER_SHOWN_AGAIN & set(request.POST):
        return {}
    return {"typed": typed}
