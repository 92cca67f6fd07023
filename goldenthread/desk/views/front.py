"""The first page: of the house, or of a house nobody has founded yet. Who is signed in is at home (home.py)."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.desk import founding
from goldenthread.desk.about import about_words
from goldenthread.desk.forms import FoundingForm
from goldenthread.desk.views.home import home
from goldenthread.desk.welcome import welcome
from goldenthread.gatherings.plan.in_words import when
from goldenthread.gatherings.plan.status import status_of
from goldenthread.kit import clock
from goldenthread.kit.house import the_house
from goldenthread.kit.page_cache import for_strangers
from goldenthread.people import signing_in
from goldenthread.people.models import Person


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    if the_house() is None:
        return _nobody_lives_here(request)
    if isinstance(request.user, Person):
        return home(request, request.user)
    return _for_strangers(request)


@login_not_required
def founded(request: HttpRequest, key: str = "") -> HttpResponse:
    """Found the house: with the key from the terminal, or without one on this machine."""
    if the_house() is not None or not founding.fits(key):
        raise Http404
    form = FoundingForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "desk/founding.html", {"form": form})
    if not form.is_valid():
        return render(request, "desk/founding.html", {"form": form}, status=422)
    try:
        keeper = founding.found_the_house(form.beginning)
    except founding.FoundedAlready:
        return redirect("desk:front")
    signing_in.sign_in(request, keeper)
    messages.success(request, _("This site is yours now. Start with a gathering: a name is enough."))
    return redirect("plan:beginning")


@for_strangers
def _for_strangers(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/front.html", welcome(clock.now()) | {"words": about_words()})


def _nobody_lives_here(request: HttpRequest) -> HttpResponse:
    if founding.needs_a_key():
        return render(request, "desk/nobody_here.html", status=503)
    return render(request, "desk/founding.html", {"form": FoundingForm()})


def _rows(gatherings: Any) -> list[tuple[Any, ...]]:
    now = clock.now()
    return [(gathering, status_of(gathering, now), when(gathering)) for gathering in gatherings.with_facts()]
