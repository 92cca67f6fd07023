"""The list at the door, for the hosts."""

from dataclasses import asdict
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day import day_pdf, door_list, reading_presses, rules
from goldenthread.gatherings.day.arriving import DoorPress, take, walked_in
from goldenthread.gatherings.day.door_buttons import SAYS, buttons_at, every_button
from goldenthread.gatherings.day.door_counts import counts_in, counts_of
from goldenthread.gatherings.day.door_page import DoorPage
from goldenthread.gatherings.day.door_tables import tables_at_the_door
from goldenthread.gatherings.day.forms import StandingForm, WalkInForm
from goldenthread.gatherings.day.models import PRESENT, LastCall, Source, Standing
from goldenthread.gatherings.day.models.arrival import a_mark
from goldenthread.gatherings.day.models.day_sheet import word_at
from goldenthread.gatherings.day.undoing import taken_from_others
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Seat
from goldenthread.gatherings.tables.newcomers import seat_newcomers
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.kit.ids import as_id
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request

# No database of ours keeps it alike.
NUL = "\0"


@for_its_convenors
def arrivals(request: Request, gathering: Gathering) -> HttpResponse:
    """Everybody who is expected, found by name, and a press for each. With JavaScript it works without network, too."""
    words = request.GET.get("q", "").strip()[:80]
    if request.method == "POST":
        return _press(request, gathering)
    everybody, now = door_list.lines(gathering), clock.now()
    rows = door_list.lines(gathering, words) if words else everybody
    page = {
        "gathering": gathering,
        "lines": rows,
        "list": DoorPage(rows, counts_in(everybody), buttons_at(gathering, now), tables_at_the_door(gathering, now)),
        "words": words,
        "is_over": rules.is_over(gathering, now),
        "has_long_begun": rules.has_long_begun(gathering, now) and not rules.is_over(gathering, now),
        "word": word_at(gathering),
        "page_mark": a_mark(),
        "walk_in": WalkInForm(),
        "last_call": LastCall.objects.of(gathering).first(),
        "sizes": sizes(),
    }
    return render(request, "day/arrivals.html", page)


@for_its_convenors
@require_safe
def arrivals_pdf(request: Request, gathering: Gathering) -> HttpResponse:
    """The list on paper, for a door without a telephone."""
    note_reading(request.user, "took the list for the door", gathering)
    written = day_pdf.door_list(gathering, door_list.lines(gathering), size_of(request))
    return as_pdf(written, _("Who is here"), gathering.title)


@for_its_convenors
@require_POST
def presses(request: Request, gathering: Gathering) -> HttpResponse:
    """What was pressed while there was no network. Told twice, it is the same; then how everybody stands."""
    now = clock.now()
    try:
        received = reading_presses.read(request.body, now)
    except reading_presses.UnreadablePresses:
        return JsonResponse({"wrong": _("This is no list of presses.")}, status=422)
    taken_back = taken_from_others(gathering, received, request.user)
    take(gathering, received, way=Source.LIST, now=now, by=request.user)
    answer = {
        "taken": [press.once for press in received],
        "said": taken_back,
        "standings": gathering.arrivals.standings(),
        "counts": asdict(counts_of(gathering)),
        "tables": tables_at_the_door(gathering, now).version,
    }
    return JsonResponse(answer)


@for_its_convenors
@require_POST
def walk_ins(request: Request, gathering: Gathering) -> HttpResponse:
    """Somebody came who is on no list. They are here, and can sit down."""
    form = WalkInForm(request.POST)
    if not form.is_valid():
        page = {"gathering": gathering, "form": form}
        return render(request, "day/walk_in.html", page, status=422)
    now, name, once = clock.now(), form.cleaned_data["name"], form.cleaned_data["once"]
    is_asked = "is_another" not in request.POST and not walked_in(gathering, once)
    if is_asked and (namesake := door_list.of_this_name(gathering, name)):
        page = {"gathering": gathering, "form": form, "namesake": namesake}
        return render(request, "day/walk_in.html", page, status=422)
    press = DoorPress(once, Standing.HERE, now, name=name)
    take(gathering, [press], way=Source.LIST, now=now, by=request.user)
    seats = [seat for seat in seat_newcomers(gathering, now) if seat.booking.name == name]
    messages.success(request, " ".join([_("%(name)s is here.") % {"name": name}, *map(_sits, seats[:1])]))
    return redirect("day:arrivals", gathering.slug)


@for_its_convenors
def arrivals_of(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """All that was said of one person, by whom and when; and another word, as from paper."""
    booking = get_object_or_404(gathering.bookings.select_related("person"), pk=pk)
    now = clock.now()
    form = StandingForm(request.POST if request.method == "POST" else None, gathering=gathering)
    if form.is_valid():
        typed = form.cleaned_data
        press = DoorPress(typed["once"], Standing(typed["standing"]), form.moment(now), booking=booking.pk)
        take(gathering, [press], way=Source.PAPER if typed["time"] else Source.LIST, now=now, by=request.user)
        messages.success(request, _("Saved."))
        return redirect(_next_press(gathering, press))
    page = {
        "gathering": gathering,
        "booking": booking,
        "form": form,
        "said": gathering.arrivals.of(booking).select_related("by"),
        "buttons": every_button(gathering.arrivals.standing_of(booking), gathering, now),
        "page_mark": a_mark(),
    }
    return render(request, "day/arrivals_of.html", page, status=422 if form.is_bound else 200)


def _sits(seat: Seat) -> str:
    return _("%(round)s: %(table)s.") % {"round": seat.round, "table": seat.table}


def _press(request: Request, gathering: Gathering) -> HttpResponse:
    """One button of the list: `here 12`. The page it stood on was made for one press each."""
    standing, _space, key = request.POST.get("press", "").partition(" ")
    if standing not in Standing.values or as_id(key) is None:
        messages.error(request, _("Press a button beside a name."))
        return redirect("day:arrivals", gathering.slug)
    booking = get_object_or_404(gathering.bookings, pk=as_id(key))
    now = clock.now()
    if rules.needs_a_time(standing, gathering, now):
        messages.info(request, _("It’s over now, so please give the time at which they joined or left."))
        return redirect("day:arrivals_of", gathering.slug, booking.pk)
    mark = f"{request.POST.get('page_mark', '').replace(NUL, '')[:32] or a_mark()}-{standing}-{booking.pk}"[:60]
    press = DoorPress(mark, Standing(standing), now, booking=booking.pk)
    taken_back = taken_from_others(gathering, [press], request.user)
    take(gathering, [press], way=Source.LIST, now=now, by=request.user)
    messages.success(request, " ".join(taken_back) or _in_words(booking, press.standing, now))
    return redirect(_next_press(gathering, press, was_searched="q" in request.POST))


def _in_words(booking: Booking, standing: Standing, now: datetime) -> str:
    """What was saved; and of whoever comes in, where they sit."""
    words = str(SAYS[standing]) % {"name": booking.listed_as}
    table = tables_at_the_door(booking.gathering, now).labels.get(booking.pk) if standing in PRESENT else None
    return f"{words} {table}." if table else words


def _next_press(gathering: Gathering, press: DoorPress, *, was_searched: bool = False) -> str:
    """Where whoever pressed goes on: at the next name, or where one is typed; and where it was a slip, at the same name."""
    key = press.booking
    if press.standing != Standing.COMING and key:
        key = None if was_searched else door_list.next_to_come(door_list.lines(gathering), key)
    return f"{reverse('day:arrivals', args=[gathering.slug])}#{f'b{key}' if key else 'q'}"
