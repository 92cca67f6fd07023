"""The list at the door, for the hosts."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.day import day_pdf, door_list, reading_presses, rules
from goldenthread.gatherings.day.arriving import DoorPress, close_the_list, open_the_list_again, take, walked_in
from goldenthread.gatherings.day.forms import StandingForm, WalkInForm
from goldenthread.gatherings.day.models import LastCall, Source, Standing
from goldenthread.gatherings.day.models.arrival import a_mark
from goldenthread.gatherings.day.models.day_sheet import word_at
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
# What a host presses most. Everything else is one page further.
BUTTONS = [Standing.HERE, Standing.LATE, Standing.LEFT, Standing.APOLOGIES]


@for_its_convenors
def arrivals(request: Request, gathering: Gathering) -> HttpResponse:
    """Everybody who is expected, found by name, and a press for each. With JavaScript it works without network, too."""
    words = request.GET.get("q", "").strip()[:80]
    if request.method == "POST":
        return _press(request, gathering)
    everybody, now = door_list.lines(gathering), clock.now()
    page = {
        "gathering": gathering,
        "lines": door_list.lines(gathering, words) if words else everybody,
        "counts": door_list.counts(everybody),
        "words": words,
        "buttons": [standing for standing in BUTTONS if not rules.needs_a_time(standing, gathering, now)],
        "is_over": rules.is_over(gathering, now),
        "standings": Standing,
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
    take(gathering, received, way=Source.LIST, now=now, by=request.user)
    standings = gathering.arrivals.standings()
    return JsonResponse({"taken": [press.once for press in received], "standings": standings})


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
    form = StandingForm(request.POST if request.method == "POST" else None, gathering=gathering)
    if form.is_valid():
        now, typed = clock.now(), form.cleaned_data
        press = DoorPress(typed["once"], Standing(typed["standing"]), form.moment(now), booking=booking.pk)
        take(gathering, [press], way=Source.PAPER if typed["time"] else Source.LIST, now=now, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("day:arrivals", gathering.slug)
    arrivals = gathering.arrivals.of(booking).select_related("by")
    page = {"gathering": gathering, "booking": booking, "form": form, "said": arrivals}
    return render(request, "day/arrivals_of.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
@require_POST
def last_call(request: Request, gathering: Gathering) -> HttpResponse:
    """The list is complete; or it was not, after all."""
    if "again" in request.POST:
        open_the_list_again(gathering, by=request.user)
        messages.success(request, _("The list is open again."))
    else:
        close_the_list(gathering, now=clock.now(), by=request.user)
        messages.success(request, _("The list is closed. Everybody who wasn’t marked counts as not having come."))
    return redirect("day:arrivals", gathering.slug)


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
    take(gathering, [press], way=Source.LIST, now=now, by=request.user)
    return redirect(f"{reverse('day:arrivals', args=[gathering.slug])}#b{booking.pk}")
