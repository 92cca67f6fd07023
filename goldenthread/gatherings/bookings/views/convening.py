"""Bookings, for the convenors of a gathering."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldenthread.gatherings.bookings import in_words, listing, rules
from goldenthread.gatherings.bookings.booking_a_place import NotOpen
from goldenthread.gatherings.bookings.detailed_forms import PaperForm
from goldenthread.gatherings.bookings.expecting import SaidNo, how_many_to_ask
from goldenthread.gatherings.bookings.food import counted, people_to_feed
from goldenthread.gatherings.bookings.marking import Mark
from goldenthread.gatherings.bookings.models import BookingQuestion, Opening, QuietWord, State
from goldenthread.gatherings.bookings.opening import too_many_by
from goldenthread.gatherings.bookings.paper import SharedAddress, put_down_once
from goldenthread.gatherings.bookings.taken import taken
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request

SHARED = gettext_lazy(
    "%(name)s already has a booking with this address. If they share it, leave it out here: then %(other)s has a place of"
    " their own, and you answer for them."
)


@for_its_convenors
@require_safe
def bookings(request: Request, gathering: Gathering) -> HttpResponse:
    """Everybody who booked, waits or wrote off, fifty a page; searched by name, address and line."""
    view = listing.ListFilter(
        request.GET.get("state", ""), request.GET.get("q", "").strip()[:80], request.GET.get("sort", "")
    )
    opening, now = Opening.objects.with_its_gathering().of(gathering).first(), clock.now()
    is_over = rules.is_over(gathering, now)
    counts = listing.counts(gathering, is_over=is_over)
    has_asked = any(state == State.ASKED for state, _label, _n in counts)
    page = {
        "gathering": gathering,
        "page": listing.page_of(gathering, view, request.GET.get("page")),
        "view": view,
        # For me alone, if I am the one who reads it.
        "quiet": QuietWord.objects.at(gathering).for_reader(request.user).by_booking(),
        "sorts": view.sorts,
        "marks": [mark for mark in Mark if mark != Mark.YES or (has_asked and not is_over)],
        "counts": counts,
        "opening": opening,
        "is_over": is_over,
        "taken": taken(opening, now) if opening else "",
        "too_many": too_many_by(gathering, now),
        "to_ask": how_many_to_ask(gathering) if rules.may_ask_the_expected(gathering, now) else 0,
    }
    return render(request, "bookings/bookings.html", page)


@for_its_convenors
def paper(request: Request, gathering: Gathering) -> HttpResponse:
    """Type in what came on paper. An address is not needed."""
    questions = BookingQuestion.objects.of_those_who_book(gathering)
    form = PaperForm(request.POST if request.method == "POST" else None, questions=questions)
    form.say_until(gathering)
    if form.is_valid() and (address := form.cleaned_data["email"]):
        limits.check(request, form, "write_to_somebody", address, sender=request.user.pk)
    if form.is_valid():
        wish, once = form.wish(None, request.LANGUAGE_CODE), form.cleaned_data["once"]
        try:
            booking = put_down_once(gathering, wish, once=once, now=clock.now(), by=request.user)
        except NotOpen:
            form.add_error(None, _("Open the booking first."))
        except SaidNo:
            form.add_error("email", in_words.SAID_NO)
        except SharedAddress as theirs:
            form.add_error("email", SHARED % {"name": theirs, "other": wish.name})
        else:
            messages.success(request, f"{booking.listed_as}: {booking.get_state_display()}.")
            return redirect(f"{request.path}?typed={booking.pk}")
    last = request.GET.get("typed", "")
    page = {"gathering": gathering, "form": form, "last": last if last.isascii() and last.isdecimal() else ""}
    return render(request, "bookings/paper.html", page, status=limits.status_of(form))


@for_its_convenors
@require_safe
def needs(request: Request, gathering: Gathering) -> HttpResponse:
    """What people need, as a working list for the hosts."""
    note_reading(request.user, "read what people need", gathering)
    rows = listing.by_name(gathering.bookings.with_needs())
    return render(request, "bookings/needs.html", {"gathering": gathering, "rows": rows})


@for_its_convenors
@require_safe
def food(request: Request, gathering: Gathering) -> HttpResponse:
    """The same for the caterer: how many of each, and who. It is read as a need is."""
    note_reading(request.user, "read what people need", gathering)
    dishes, others = counted(listing.by_name(gathering.bookings.seated().with_needs_in_words()))
    page = {"gathering": gathering, "dishes": dishes, "others": others, "people": people_to_feed(gathering)}
    return render(request, "bookings/food.html", page)


@for_its_convenors
@require_safe
def printed(request: Request, gathering: Gathering) -> HttpResponse:
    """A list for the door, on paper."""
    note_reading(request.user, "took the list for the door", gathering)
    rows = listing.by_name(gathering.bookings.seated())
    return render(request, "bookings/printed.html", {"gathering": gathering, "rows": rows})


@for_its_convenors
@require_safe
def exported(request: Request, gathering: Gathering, kind: str) -> HttpResponse:
    """The list as a spreadsheet: what hosts may see, and no cell that a spreadsheet would take for a formula."""
    if kind not in listing.FILE_TYPES:
        raise Http404
    note_reading(request.user, f"took the list of bookings as {kind}", gathering)
    written, content_type = listing.as_file(gathering, kind, separator=request.GET.get("separator", ""))
    headers = {"Content-Disposition": f'attachment; filename="{gathering.slug}-bookings.{kind}"'}
    return HttpResponse(written, content_type=content_type, headers=headers)
