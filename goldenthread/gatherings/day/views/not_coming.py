"""Before new tables are made: somebody who may only be late is known not to come any more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.day.arriving import DoorPress, take
from goldenthread.gatherings.day.models import PRESENT, Source, Standing
from goldenthread.gatherings.day.models.arrival import a_mark
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.ids import as_id
from goldenthread.people.http import Request


@for_its_convenors
@require_POST
def not_coming(request: Request, gathering: Gathering) -> HttpResponse:
    """Their seat is free, and whoever pressed goes on making tables. At another door they may have come in meanwhile."""
    booking = get_object_or_404(gathering.bookings, pk=as_id(request.POST.get("who", "")))
    name, now = {"name": booking.listed_as}, clock.now()
    if gathering.arrivals.standing_of(booking) in PRESENT:
        messages.info(request, _("%(name)s is here by now, so nothing was changed.") % name)
    else:
        press = DoorPress(a_mark(), Standing.ABSENT, now, booking=booking.pk)
        take(gathering, [press], way=Source.LIST, now=now, by=request.user)
        messages.success(request, _("Saved. The seat of %(name)s is free when you make new tables.") % name)
    return redirect("tables:remaking", gathering.slug)
