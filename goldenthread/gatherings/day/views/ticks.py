"""Stay in touch: ticked by oneself, or typed in from a slip of paper."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.day import slips as printing
from goldenthread.gatherings.day.guest import Guest, for_those_with_a_place
from goldenthread.gatherings.day.holding import Held
from goldenthread.gatherings.day.models import DaySheet
from goldenthread.gatherings.day.ticking import sat_with, tick, ticked
from goldenthread.gatherings.plan.finding import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.ids import as_id
from goldenthread.people.http import Request


@for_those_with_a_place
def ticks(request: HttpRequest, guest: Guest) -> HttpResponse:
    """The people I sat with. My ticks are for my eyes; the answer is the same whatever the others did."""
    booking = guest.booking
    if booking is None or booking.person is None:
        return render(request, "gatherings/ticks.html", {"guest": guest, "gathering": guest.gathering})
    tables, mine = sat_with(booking, clock.now()), ticked(guest.gathering, booking.person)
    if request.method == "POST":
        whose = _whose(tables)
        tick(guest.gathering, by=booking.person, people=_typed(request, whose), among=whose.values())
        messages.success(request, _("Kept, for your eyes only. After the day we tie a thread where both ticked."))
        return redirect(f"{guest.at}ticks/")
    page = {"guest": guest, "gathering": guest.gathering, "tables": tables, "ticked": mine}
    return render(request, "gatherings/ticks.html", page)


@for_its_convenors
def slips(request: Request, gathering: Gathering) -> HttpResponse:
    """A host types in a slip. What was typed in before is shown to nobody, not to them either."""
    of = as_id(request.POST.get("of") or request.GET.get("of") or "")
    booking = None
    if of is not None:
        booking = get_object_or_404(gathering.bookings.select_related("person", "gathering"), pk=of)
    tables = sat_with(booking, clock.now()) if booking and booking.person else []
    if request.method == "POST" and booking and booking.person:
        people = _typed(request, _whose(tables))
        # Beside what they ticked on their telephone, not instead of it.
        tick(gathering, by=booking.person, people=people, among=people)
        messages.success(request, _("Typed in. Please tear up the slip now."))
        return redirect(reverse("gatherings:slips", args=[gathering.slug]))
    came = printing.who_came(gathering)
    page = {"gathering": gathering, "booking": booking, "tables": tables, "came": came}
    return render(request, "gatherings/slips.html", page)


@for_its_convenors
@require_safe
def printed_slips(request: Request, gathering: Gathering) -> HttpResponse:
    """A slip for each who comes: where they sit, and whom they would like to stay in touch with."""
    sheet = DaySheet.objects.filter(gathering=gathering).first()
    page = {"gathering": gathering, "slips": printing.slips(gathering), "sheet": sheet}
    return render(request, "gatherings/printed_slips.html", page)


def _whose(tables: Sequence[Held]) -> dict[str, int]:
    """Whom the boxes mean: a booking tells a page of this gathering only who somebody is."""
    return {str(one.pk): one.person_id for table in tables for one in table.bookings if one.person_id}


def _typed(request: HttpRequest, whose: Mapping[str, int]) -> set[int]:
    return {whose[key] for key in request.POST.getlist("people") if key in whose}
