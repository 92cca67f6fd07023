"""From a key that stands in an e-mail to the voice."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Voice

View = Callable[..., HttpResponse]


def of_its_voice(view: View) -> View:
    """Give the view the voice whose key stands in the e-mail. Whoever has it may act for this voice, and for nobody else."""

    @wraps(view)
    def found(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        theirs = Voice.objects.select_related("person", "contribution__kind", "contribution__gathering")
        voice = get_object_or_404(theirs, contribution__gathering=gathering, key=key)
        # With its facts, which every page tells.
        voice.contribution.gathering = gathering
        return view(request, voice, **more)

    return require_http_methods(["GET", "HEAD", "POST"])(login_not_required(at_its_address(found)))


def if_in_it(view: View) -> View:
    """Only for who said yes and has not left: the others are shown what they can answer."""

    @wraps(view)
    def answered(request: HttpRequest, voice: Voice, **more: Any) -> HttpResponse:
        if not voice.is_in or voice.is_put_down or voice.contribution.is_withdrawn:
            return redirect(voice)
        return view(request, voice, **more)

    return of_its_voice(answered)
