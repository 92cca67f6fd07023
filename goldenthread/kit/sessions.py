"""Sessions, where reading a page never fails because something could not be written down in passing."""

from django.contrib.sessions import middleware
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from goldenthread.kit.cannot_write import cannot_write_now
from goldenthread.kit.one_at_a_time import ONLY_READS


class SessionMiddleware(middleware.SessionMiddleware):
    """Django's own. A message that was shown and could not be forgotten is shown once more."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except (DatabaseError, SessionInterrupted) as trouble:
            if not cannot_write_now(trouble):
                raise
            if request.method in ONLY_READS:
                return response
            # Django would say that the session was deleted.
            raise DatabaseError("The session could not be written down.") from trouble
