"""Finding the call of a gathering, for its convenors."""

from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from goldenthread.gatherings.plan.access import View, for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Call
from goldenthread.people.http import Request


def with_its_call(view: View) -> View:
    """Gives the view the call in place of the gathering; where nothing is asked for yet, it leads to asking."""

    @wraps(view)
    def allowed(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        call = Call.objects.of(gathering).with_its_gathering().first()
        if call is None:
            return redirect("voices:call_opening", gathering.slug)
        # As it was found, with its facts.
        call.gathering = gathering
        return view(request, call, **more)

    return for_its_convenors(allowed)
