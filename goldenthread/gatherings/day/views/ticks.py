"""Stay in touch: ticked by oneself, or typed in from a slip of paper."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day import day_pdf
from goldenthread.gatherings.day import slips as printing
from goldenthread.gatherings.day.guest import Guest, for_those_with_a_place
from goldenthread.gatherings.day.held_tables import HeldTable
from goldenthread.gatherings.day.models import WAS_HERE, DaySheet
from goldenthread.gatherings.day.rules import is_over as is_over_at
from goldenthread.gatherings.day.rules import may_arrive
from goldenthread.gatherings.day.ticking import sat_with, share_a_thread, tick, ticked, to_tick
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.hosts_names import hosts_names
from goldenthread.gatherings.tables.mine import neighbour
from goldenthread.gatherings.tables.namesakes import told_apart_by_table
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.kit.ids import as_id
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request

SAVED = gettext_lazy("Saved, for your eyes only. If you both ticked each other, a thread begins when the day is over.")
SAVED_AFTERWARDS = gettext_lazy(
    "Saved, for your eyes only. If you both ticked each other, a thread begins soon, and we’ll e-mail you both."
)


@for_those_with_a_place
def ticks(request: HttpRequest, guest: Guest) -> HttpResponse:
    """The people I sat with. My ticks are for my eyes; the answer is the same whatever the others did."""
    booking = guest.place
    if booking.person is None:
        # Names are not for whoever typed some address: first they say that it is them.
        page = {"guest": guest, "gathering": guest.gathering, "first": booking.get_absolute_url()}
        return render(request, "day/ticks.html", page)
    now = clock.now()
    tables, is_over = to_tick(booking, now), is_over_at(guest.gathering, now)
    threads = share_a_thread(booking, tables)
    # Where they share a thread, there is no box.
    among = _among(tables) - threads
    if request.method == "POST":
        tick(guest.gathering, by=booking, people=_typed(request, among), among=among)
        messages.success(request, SAVED_AFTERWARDS if is_over else SAVED)
        return redirect(f"{guest.at}ticks/")
    page = {
        "tables": [(table, _as_neighbours(booking, table)) for table in tables],
        "ticked": ticked(guest.gathering, booking),
        "threads": threads,
        "may_tick": among,
        "is_over": is_over,
    }
    return render(request, "day/ticks.html", page | _at_this_moment(guest, now))


def _at_this_moment(guest: Guest, now: datetime) -> dict[str, Any]:
    is_missed = guest.gathering.arrivals.standing_of(guest.place) not in WAS_HERE
    may_say_so = is_missed and may_arrive(guest.gathering, now)
    return {"guest": guest, "gathering": guest.gathering, "may_arrive": may_say_so}


@for_its_convenors
def slips(request: Request, gathering: Gathering) -> HttpResponse:
    """A host types in a slip. What was typed in before is shown to nobody, not to them either."""
    of = as_id(request.POST.get("of") or request.GET.get("of") or "")
    booking = None
    if of is not None:
        booking = get_object_or_404(gathering.bookings.select_related("person", "gathering"), pk=of)
    tables = sat_with(booking, clock.now()) if booking else []
    if request.method == "POST" and booking:
        people = _typed(request, _among(tables))
        # Beside what they ticked on their telephone, not instead of it.
        tick(gathering, by=booking, people=people, among=people)
        messages.success(request, _("Saved. Please tear up the slip now."))
        return redirect(reverse("day:slips", args=[gathering.slug]))
    came = printing.who_came(gathering)
    shown = [(table, _as_hosts_read(table)) for table in tables]
    page = {"gathering": gathering, "booking": booking, "tables": shown, "came": hosts_names(came).items()}
    return render(request, "day/slips.html", page)


@for_its_convenors
@require_safe
def printed_slips(request: Request, gathering: Gathering) -> HttpResponse:
    """A slip for each who comes: where they sit, and whom they would like to stay in touch with."""
    note_reading(request.user, "took the slips to print", gathering)
    sheet = DaySheet.objects.of(gathering).first()
    page = {"gathering": gathering, "slips": printing.slips(gathering), "sheet": sheet, "sizes": sizes()}
    return render(request, "day/printed_slips.html", page)


@for_its_convenors
@require_safe
def slips_pdf(request: Request, gathering: Gathering) -> HttpResponse:
    """The same, on the paper that was chosen."""
    note_reading(request.user, "took the slips to print", gathering)
    sheet = DaySheet.objects.of(gathering).first()
    written = day_pdf.slips(gathering, printing.slips(gathering), sheet, size_of(request))
    return as_pdf(written, _("Slips"), gathering.title)


def _as_neighbours(viewer: Booking, table: HeldTable) -> list[tuple[Booking, str]]:
    """As on the page of their tables."""
    names = {beside.pk: neighbour(beside, viewer.person, table=table.table).name for beside in table.bookings}
    mix = told_to(viewer.gathering)
    apart = told_apart_by_table(mix, table.round, names) if mix else names
    return [(beside, apart[beside.pk]) for beside in table.bookings]


def _as_hosts_read(table: HeldTable) -> list[tuple[Booking, str]]:
    names = hosts_names(table.bookings)
    return [(beside, names[beside.pk]) for beside in table.bookings]


def _among(tables: Sequence[HeldTable]) -> set[int]:
    """Those whose boxes stand on the page."""
    return {booking.pk for table in tables for booking in table.bookings}


def _typed(request: HttpRequest, among: set[int]) -> set[int]:
    ticked = set(request.POST.getlist("people"))
    return {key for key in among if str(key) in ticked}
