"""Finding an arrangement, a version, a seat: each by its place in the address."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.gatherings.tables.rules import may_make_tables
from goldenthread.kit import clock
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def with_its_arrangement(view: View) -> View:
    """For convenors of a gathering whose tables are laid out."""
    return for_its_convenors(_given_its_arrangement(view))


def with_its_arrangement_to_come(view: View) -> View:
    """The same, until it is over."""
    return while_tables_are_made(_given_its_arrangement(view))


def _given_its_arrangement(view: View) -> View:
    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        arrangement = get_object_or_404(Arrangement, gathering=gathering)
        # As it was found, with its facts.
        arrangement.gathering = gathering
        return view(request, arrangement, **more)

    return wrapped


def while_tables_are_made(view: View) -> View:
    """For convenors, until it is over: then whoever comes here from an old page reads so, and nothing is changed."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        if not may_make_tables(gathering, clock.now()):
            messages.info(request, _("This gathering is over, so its tables stay as they were."))
            return redirect("tables:tables", gathering.slug)
        return view(request, gathering, **more)

    return for_its_convenors(wrapped)


def with_its_version(view: View) -> View:
    """For convenors, a version by its number."""

    @wraps(view)
    def wrapped(request: Request, gathering: Gathering, number: int, **more: Any) -> HttpResponse:
        mix = get_object_or_404(Mix.objects.with_words(), arrangement__gathering=gathering, number=number)
        mix.arrangement.gathering = gathering
        return view(request, mix, **more)

    return for_its_convenors(wrapped)
