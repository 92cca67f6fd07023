from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.desk.sample.going_back import take_away, what_goes
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample_clock import BY_WORD, Position
from goldenthread.kit.house import the_house
from goldenthread.people.http import Request


@require_POST
def sample_clock(request: Request) -> HttpResponse:
    """The keeper of a sample site sets its clock. Back, only when they have read what goes."""
    position = _position(request, request.POST.get("to", ""))
    if "sure" not in request.POST and what_goes(position.moment):
        return redirect("desk:sample_clock_back", position.word)
    with transaction.atomic():
        take_away(position.moment)
        live(position.moment)
    messages.success(request, _("It is now %(day)s on this sample site.") % {"day": _day(position)})
    return redirect("desk:front")


@require_safe
def sample_clock_back(request: Request, word: str) -> HttpResponse:
    """What goes when the clock is set back to there."""
    position = _position(request, word)
    page = {"position": position, "day": _day(position), "goings": what_goes(position.moment)}
    return render(request, "desk/sample_clock_back.html", page)


def _position(request: Request, word: str) -> Position:
    """Where it is to stand. A real site has nothing here."""
    house, position = the_house(), BY_WORD.get(word)
    if house is None or not house.is_sample or position is None:
        raise Http404
    if not request.user.is_keeper:
        raise PermissionDenied
    return position


def _day(position: Position) -> str:
    return date_format(position.moment, "l j F Y")
