"""Keep me a place: the form, and the page after it."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import NotLive, WrongCode, confirm_by_code
from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.coming_in import come_in
from goldenthread.gatherings.bookings.forms import AskingForm
from goldenthread.gatherings.bookings.models import Booking, BookingQuestion, Opening
from goldenthread.gatherings.bookings.place_forms import BookingCodeForm
from goldenthread.gatherings.bookings.saying_quietly import reader_at, stamp_of
from goldenthread.gatherings.bookings.seats import Seats, seats_of
from goldenthread.gatherings.plan.access import at_its_address, at_its_address_in_a_rush
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers
from goldenthread.kit.pressing import is_stranger, strangers_need_no_token
from goldenthread.kit.sealed import CannotBeOpened, open_sealed, seal
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.models import Person
from goldenthread.people.signing_in import LIFE_OF_A_CODE

# For the browser that pressed, and for a day: it may look and type the code, and no more.
SALT, A_DAY = "goldenthread.bookings.kept", 24 * 60 * 60
# Such as when they signed in in another tab meanwhile.
ONCE_MORE = gettext_lazy(
    "This page had been open for a while, so we’d like to be sure it’s you. What you typed is still here: please press the button once more."
)


# In place of a page of its own, which would lose what was typed.
A_LITTLE_SLOWER = gettext_lazy(
    "A lot of places were asked for just now, from here or with this address. What you typed is still here: please press the button again in a few minutes."
)


@login_not_required
@strangers_need_no_token
@for_strangers
@at_its_address_in_a_rush
def booking(request: HttpRequest, gathering: Gathering, *, ask_again: bool) -> HttpResponse:
    """Ask for a place. Pressed twice, or in two tabs, it is the same place."""
    person = request.user if isinstance(request.user, Person) else None
    questions = BookingQuestion.objects.of_those_who_book(gathering)
    form = AskingForm(request.POST if request.method == "POST" else None, person=person, questions=questions)
    if request.method != "POST":
        return _page(request, gathering, form, person)
    if ask_again:
        form.add_error(None, ONCE_MORE)
        return _page(request, gathering, form, person, status=403)
    if not form.is_valid():
        return _page(request, gathering, form, person, status=422)
    # Asked only of who typed something: what it costs hangs on what was typed, and not on whose address it is.
    reader = reader_at(gathering) if form.cleaned_data["cost"] else None
    if form.cleaned_data["cost"] and not form.is_for(reader, stamp_of(gathering, reader)):
        return _page(request, gathering, form, person, status=422)
    return _keep(request, gathering, form, form.wish_to(reader, person, request.LANGUAGE_CODE))


def _keep(request: HttpRequest, gathering: Gathering, form: AskingForm, wish: PlaceRequest) -> HttpResponse:
    person = request.user if isinstance(request.user, Person) else None
    try:
        with transaction.atomic():
            limits.count(request, "booking", key=wish.email, gathering=gathering.pk)
            booking = keep_a_place(gathering, wish, now=clock.now(), person=person)
    except NotOpen:
        form.add_error(None, _("Places can’t be booked here at the moment."))
        return _page(request, gathering, form, person, status=409)
    except limits.TooOften:
        form.add_error(None, A_LITTLE_SLOWER)
        return _page(request, gathering, form, person, status=429)
    if person:
        messages.success(request, emailed(_("Thank you. We’ve e-mailed you, too.")))
        return redirect("pages:place", gathering.slug, booking.key)
    # Sealed as well: what is only signed can be read, and the key opens the page of whoever has this address.
    signed = signing.dumps(seal(booking.key), salt=SALT)
    # The page `kept` lies below this one. Looking its address up among all others would take a fiftieth of a press.
    return HttpResponseRedirect(f"{request.path}kept/{signed}/")


@login_not_required
@at_its_address
def kept(request: HttpRequest, gathering: Gathering, signed: str) -> HttpResponse:
    """After the press: where to look, and where to type the code. It is the same whoever has this address, and stays the same."""
    pressed = _pressed_here(gathering, signed)
    form = BookingCodeForm(
        request.POST if request.method == "POST" else None, is_signed_in=request.user.is_authenticated
    )
    if form.is_valid():
        if refusal := limits.too_many_tries(request):
            return refusal
        try:
            booking, is_first = confirm_by_code(pressed, form.cleaned_data["code"], clock.now())
        except (WrongCode, NotLive):
            form.add_error(
                "code",
                _(
                    "That code isn’t right, has been used, or was tried too often. The button in the e-mail still works."
                ),
            )
        else:
            if pressed.seats > booking.seats:
                messages.info(request, in_words.NO_SECOND_SEAT)
            is_proof = is_first and _pressed_lately(signed)
            return come_in(request, pressed.email, form, is_proof=is_proof, then=booking.get_absolute_url())
    page = {"gathering": gathering, "address": pressed.email, "form": form}
    return render(request, "bookings/kept.html", page, status=422 if form.is_bound else 200)


def _pressed_here(gathering: Gathering, signed: str) -> Booking:
    try:
        # Its key, and not its number: numbers tell how many others pressed.
        key = open_sealed(signing.loads(signed, salt=SALT, max_age=A_DAY))
    except (signing.BadSignature, CannotBeOpened) as not_ours:
        raise Http404 from not_ours
    return get_object_or_404(Booking.with_presses, gathering=gathering, key=key)


def _pressed_lately(signed: str) -> bool:
    """Whether the code is young enough to sign in with: it is not older than the press. By the real clock."""
    try:
        signing.loads(signed, salt=SALT, max_age=LIFE_OF_A_CODE)
    except signing.SignatureExpired:
        return False
    return True


def _page(
    request: HttpRequest, gathering: Gathering, form: AskingForm, person: Person | None, status: int = 200
) -> HttpResponse:
    now = clock.now()
    opening = Opening.objects.with_its_gathering().of(gathering).first()
    gathering = opening.gathering if opening else Gathering.objects.get(pk=gathering.pk)
    mine = gathering.bookings.live().of(person=person, email=person.email or "").first() if person else None
    seats = seats_of(opening, now) if opening else None
    reader = reader_at(gathering) if opening else None
    form.name_the_reader(reader, stamp_of(gathering, reader))
    form.say_until(gathering)
    if opening and seats:
        form.say_how(opening, seats)
    page = {
        "gathering": gathering,
        "form": form,
        "needs_token": not is_stranger(request),
        # What somebody else may have typed for their address is not theirs: they see the form, and what they type counts.
        "mine": mine if mine and (mine.is_proved or mine.person) else None,
        "is_over": opening is not None and opening.is_over(now),
        "may_book": rules.may_book(opening, now),
        **(_words(opening, seats, now) if opening and seats else {}),
    }
    return render(request, "bookings/booking.html", page, status=status)


def _words(opening: Opening, seats: Seats, now: datetime) -> dict[str, object]:
    """What is left, or whom one asks; and what the button does."""
    if opening.by_asking:
        words = in_words.by_asking(seats, opening.gathering, opening.answer_days, now)
        return {"places_left": words, "looks_at": opening.looks_at, "button": str(in_words.ASK)}
    return {
        "places_left": in_words.places_left(seats, opening.held_places.all()),
        "is_held_only": in_words.is_held_only(seats),
        "button": in_words.button(seats),
    }
