"""I am here: by the e-mail, signed in, or by the word in the room."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.arriving import DoorPress, take
from goldenthread.gatherings.day.forms import WordForm
from goldenthread.gatherings.day.guest import Guest, for_guests, for_those_with_a_slip
from goldenthread.gatherings.day.models import PRESENT, DaySheet, Source, Standing
from goldenthread.gatherings.day.models.arrival import a_mark
from goldenthread.gatherings.day.models.day_sheet import word_at
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import may_change
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.newcomers import seat_newcomers
from goldenthread.kit import clock
from goldenthread.people.limits import too_many_tries
from goldenthread.people.models import Person


@for_guests
def arrival(request: HttpRequest, guest: Guest) -> HttpResponse:
    """A page, then a button. Who is known is asked nothing; others, for the word that stands in the room."""
    return _arrive(request, guest)


@for_those_with_a_slip
def arrival_by_slip(request: HttpRequest, guest: Guest) -> HttpResponse:
    """The same from a slip of paper, whose code a host scans."""
    return _arrive(request, guest)


def _arrive(request: HttpRequest, guest: Guest) -> HttpResponse:
    may = rules.may_arrive(guest.gathering, clock.now())
    # Who is known shows a code at the door that asks for no word either. Without a word of the day a host marks the others.
    form = None
    if guest.booking is None and word_at(guest.gathering):
        form = WordForm(request.POST if request.method == "POST" else None)
    if guest.booking and not guest.has_place and not _host(request, guest.gathering):
        return _page(request, guest, form, may=may)
    if request.method == "POST" and may and guest.booking:
        return _welcome(request, guest, guest.booking, Source.EMAIL)
    if request.method == "POST" and may and form:
        return _by_word(request, guest, form)
    return _page(request, guest, form, may=may)


def _by_word(request: HttpRequest, guest: Guest, form: WordForm) -> HttpResponse:
    # Others might guess words and names.
    if refused := too_many_tries(request):
        return refused
    if not form.is_valid():
        return _page(request, guest, form, status=422)
    sheet = DaySheet.objects.of(guest.gathering).first()
    if sheet is None or not sheet.is_the_word(form.cleaned_data["word"]):
        form.add_error(
            "word", _("That isn’t the word. It’s on the screen by the door; or ask a host, who can mark you as here.")
        )
        return _page(request, guest, form, status=422)
    booking = _called(guest.gathering, form.cleaned_data["name"])
    if booking is None:
        form.add_error(
            "name",
            _("We couldn’t find a place under this name. Please say hello to a host: they can mark you as here."),
        )
        return _page(request, guest, form, status=422)
    return _welcome(request, guest, booking, Source.WORD)


def _welcome(request: HttpRequest, guest: Guest, booking: Booking, way: Source) -> HttpResponse:
    now, gathering = clock.now(), guest.gathering
    if gathering.arrivals.standing_of(booking) not in PRESENT:
        # A host may hold the camera over the e-mail: then they said it.
        by = host if (host := _host(request, gathering)) != booking.person else None
        # A host who holds the camera saw them come, as on the list: "here" counts from the beginning.
        standing = Standing.HERE if by else rules.standing_by_oneself(gathering, now)
        take(gathering, [DoorPress(a_mark(), standing, now, booking=booking.pk)], way=way, now=now, by=by)
        # Who had no table yet finds it on the page that comes next.
        seat_newcomers(gathering, now)
    # What somebody is called now, only those learn who did not have to type a name.
    messages.success(request, _welcoming(guest))
    return redirect(guest.at)


def _host(request: HttpRequest, gathering: Gathering) -> Person | None:
    """Whoever looks, if they convene it: they alone give somebody a place at the door."""
    user = request.user
    return user if isinstance(user, Person) and may_change(user, gathering) else None


def _welcoming(guest: Guest) -> str:
    """Who came by the word of the day has no page of their own: their table stands on the screen, for everybody."""
    if guest.booking:
        return _("Good to have you here.")
    if told_to(guest.gathering):
        return _("Good to have you here. You’re ticked in, and your table is on the screen.")
    return _("Good to have you here. You’re ticked in.")


def _called(gathering: Gathering, name: str) -> Booking | None:
    """The one place under this name; of two, nobody can know which."""
    typed = " ".join(name.split()).casefold()
    booked = gathering.bookings.seated().select_related("person").defer("needs", "table_needs", "supporter", "line")
    matches = [booking for booking in booked if typed in {booking.name.casefold(), booking.known_as.casefold()}]
    return matches[0] if len(matches) == 1 else None


def _page(
    request: HttpRequest, guest: Guest, form: WordForm | None, *, may: bool = True, status: int = 200
) -> HttpResponse:
    standing = guest.gathering.arrivals.standing_of(guest.booking) if guest.booking else None
    page = {
        "guest": guest,
        "gathering": guest.gathering,
        "form": form,
        "may_arrive": may,
        "needs_host": form is None and not guest.has_place and not (guest.booking and _host(request, guest.gathering)),
        "is_here": standing in PRESENT,
    }
    return render(request, "day/arrival.html", page, status=status)
