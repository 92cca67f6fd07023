"""Finding a session, a room, a draft by machine: each by its place in the address."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Session
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def with_its_session(view: View) -> View:
    """For convenors, a session by its uid."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, uid: str, **more: Any) -> HttpResponse:
        session = get_object_or_404(Session.objects.of(gathering).select_related("contribution"), uid=uid)
        session.gathering = gathering
        return view(request, session, **more)

    return for_those_who_decide(wrapped)


def with_its_room(view: View) -> View:
    """For convenors, a room by its number."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, number: int, **more: Any) -> HttpResponse:
        room = get_object_or_404(ProgrammeRoom.objects.of(gathering), number=number)
        room.gathering = gathering
        return view(request, room, **more)

    return for_those_who_decide(wrapped)


def with_its_draft_run(view: View) -> View:
    """For convenors, a draft by machine by its number."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, number: int, **more: Any) -> HttpResponse:
        run = get_object_or_404(DraftRun.objects.of(gathering), number=number)
        run.gathering = gathering
        return view(request, run, **more)

    return for_those_who_decide(wrapped)
