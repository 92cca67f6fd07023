"""Finding a programme, a session, a room, a draft by machine: each by its place in the address."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.plan.access import at_its_address_without_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Session
from goldenthread.gatherings.programme.public import PublicProgramme, programme_at, public_programme
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def with_its_programme(view: View) -> View:
    """What people go by now, for everybody; nothing is there before the first release."""

    @at_its_address_without_convenors
    def found_by_its_gathering(request: HttpRequest, gathering: Gathering, **more: Any) -> HttpResponse:
        programme = public_programme(gathering, clock.now())
        if programme is None:
            raise Http404
        return view(request, programme, **more)

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **more: Any) -> HttpResponse:
        programme = programme_at(slug, clock.now())
        # Nearly always it is there. A former address leads on, and a sample's clock may stand before the newest.
        return view(request, programme, **more) if programme else found_by_its_gathering(request, slug=slug, **more)

    return wrapped


def with_its_settled_programme(view: View) -> View:
    """What calendars, other programs and sign-up go by: nothing is there while there is a draft at most."""

    @wraps(view)
    def wrapped(request: HttpRequest, programme: PublicProgramme, **more: Any) -> HttpResponse:
        if programme.is_draft:
            raise Http404
        return view(request, programme, **more)

    return with_its_programme(wrapped)


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
