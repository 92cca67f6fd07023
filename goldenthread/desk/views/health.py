from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from goldenthread.desk import working
from goldenthread.outbox.delivery import delivery


@require_safe
@login_not_required
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """For machines that watch over machines: no person, no session, one line."""
    try:
        if not working.is_well():
            return _say("The worker has not been heard for a minute.", 503)
        # Pages work, so nobody should be sent elsewhere; whoever reads the line sees that it is not the word ok.
        return _say(delivery().for_machines() or "ok", 200)
    except (DatabaseError, InterfaceError):
        return _say("The database does not answer.", 503)


def _say(what: str, status: int) -> HttpResponse:
    answer = HttpResponse(f"{what}\n", content_type="text/plain; charset=utf-8", status=status)
    # Whoever asks is told already; Django would write a line into the log at every asking.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
