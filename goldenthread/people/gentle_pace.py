"""How often one may look at people. Each process counts for itself, because looking must cost no write."""

from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.journal.reading import note_reading
from goldenthread.kit.pace import Pace
from goldenthread.people.http import Request, View

# Pages of people for one member: more than anybody reads, and too few to copy everybody by.
LOOKS = (Pace(60, 60), Pace(600, 60 * 60))


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
