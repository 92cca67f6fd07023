"""When everybody who is coming has come: the others did not, after a look at who that is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.arriving import close_the_list, not_ticked, open_the_list_again
from goldenthread.gatherings.day.door_list import lines
from goldenthread.gatherings.day.models import LastCall
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def last_call(request: Request, gathering: Gathering) -> HttpResponse:
    """The names first, then the press; and back again, if it was too early."""
    if request.method != "POST":
        return _look(request, gathering)
    if "again" in request.POST:
        open_the_list_again(gathering, by=request.user)
        messages.success(request, _("The list is open again."))
    else:
        close_the_list(gathering, now=clock.now(), by=request.user)
        messages.success(request, _("Saved. Everybody who wasn’t ticked counts as not having come."))
    return redirect("day:arrivals", gathering.slug)


def _look(request: Request, gathering: Gathering) -> HttpResponse:
    keys = set(not_ticked(gathering))
    page = {
        "gathering": gathering,
        "names": [row.name for row in lines(gathering) if row.booking.pk in keys],
        "is_over": rules.is_over(gathering, clock.now()),
        "last_call": LastCall.objects.of(gathering).first(),
    }
    return render(request, "day/last_call.html", page)
