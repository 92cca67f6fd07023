"""Finding an arrangement, a version, a seat: each by its place in the address."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def with_its_arrangement(view: View) -> View:
    """For convenors of a gathering whose tables are laid out."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        arrangement = get_object_or_404(Arrangement.objects.select_related("gathering"), gathering=gathering)
        return view(request, arrangement, **more)

    return for_its_convenors(wrapped)


def with_its_version(view: View) -> View:
    """For convenors, a version by its number."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, number: int, **more: Any) -> HttpResponse:
        mix = get_object_or_404(Mix.objects.with_words(), arrangement__gathering=gathering, number=number)
        return view(request, mix, **more)

    return for_its_convenors(wrapped)
