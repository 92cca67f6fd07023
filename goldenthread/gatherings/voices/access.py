"""Finding a gathering for those who decide there, and for those who read there."""

from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from goldenthread.gatherings.plan.access import View, at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import looks_on, may_change
from goldenthread.gatherings.voices.models import Readership
from goldenthread.people.http import Request
from goldenthread.people.models import Person


def may_decide_at(person: Person, gathering: Gathering) -> bool:
    """Its convenors; and a keeper only where nobody convenes any more, for what is held back is the convenors' alone."""
    return may_change(person, gathering) and not looks_on(person, gathering)


def for_those_who_decide(view: View) -> View:
    @wraps(view)
    def allowed(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        if not may_decide_at(request.user, gathering):
            raise PermissionDenied
        return view(request, gathering, **more)

    return at_its_address(allowed)


def for_its_readers(view: View) -> View:
    """Gives the view their task in place of the gathering, also when it is over: then they are told so."""

    @wraps(view)
    def allowed(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        readership = Readership.objects.of(gathering).filter(person=request.user).first()
        if readership is None:
            raise PermissionDenied
        # The gathering as it was found, with its facts.
        readership.gathering, readership.person = gathering, request.user
        return view(request, readership, **more)

    return at_its_address(allowed)
