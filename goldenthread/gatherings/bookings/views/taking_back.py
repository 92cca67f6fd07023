"""Undo an import: first who goes and who stays, then one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.in_words import THAT_WAS_DONE
from goldenthread.gatherings.bookings.models import Import
from goldenthread.gatherings.bookings.taking_back import take_back, who_goes
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def import_removal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Take back what one list brought. What happened on the day stays."""
    brought = gathering.imports.filter(pk=pk).first()
    if brought is None:
        messages.info(request, THAT_WAS_DONE)
        return redirect("bookings:imports", gathering.slug)
    if rules.is_over(gathering, clock.now()):
        messages.error(request, _("This gathering is over, so the import can’t be undone any more."))
        return redirect("bookings:imports", gathering.slug)
    if request.method == "POST":
        return _take_back(request, gathering, brought)
    going, staying = who_goes(brought)
    page = {
        "gathering": gathering,
        "brought": brought,
        "back": reverse("bookings:imports", args=[gathering.slug]),
        "going": [booking.listed_as for booking in going],
        "staying": [booking.listed_as for booking in staying],
    }
    return render(request, "bookings/import_removal.html", page)


def _take_back(request: Request, gathering: Gathering, brought: Import) -> HttpResponse:
    gone, stayed = take_back(brought, now=clock.now(), by=request.user)
    message = ngettext("%(n)d booking was removed.", "%(n)d bookings were removed.", gone) % {"n": gone}
    if stayed:
        stay = ngettext(
            "%(n)d booking stays, because something has changed about that person since.",
            "%(n)d bookings stay, because something has changed about those people since.",
            stayed,
        )
        message = f"{message} {stay % {'n': stayed}}"
    messages.success(request, message)
    return redirect("bookings:imports", gathering.slug)
