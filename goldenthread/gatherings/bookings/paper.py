"""Names on paper: somebody may be here without an address, and claim their page another day."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, seat_regardless
from goldenthread.gatherings.bookings.expecting import SaidNo, ask_each, has_said_no, to_ask
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.rules import may_ask_the_expected
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.pressing import mark_at
from goldenthread.people.models import Person


class SharedAddress(Exception):
    """Somebody of another name has a booking with this address."""


def put_down(gathering: Gathering, wish: PlaceRequest, *, now: datetime, by: Person) -> Booking:
    """A booking for somebody on a list. Without an address they are a person of their own here, whatever their name.

    Behind an address stands whoever owns it, and only they can say so: the convenors do not learn here whom we know.
    Raises `SaidNo` where they did.
    """
    if has_said_no(gathering, wish.email):
        raise SaidNo
    with transaction.atomic():
        person = None if wish.email else Person.objects.create_person(wish.name, language=wish.language)
        return seat_regardless(gathering, wish, now=now, by=by, person=person)


@transaction.atomic
def put_down_once(gathering: Gathering, wish: PlaceRequest, *, once: str, now: datetime, by: Person) -> Booking:
    """The same for one sheet of paper, and whoever has an address is asked at once whether they come.

    `once` is of the page with the button, which may be pressed twice.
    """
    key = mark_at("bookings.paper", gathering.pk, once)
    if not Opening.objects.filter(gathering=gathering).exists():
        raise NotOpen
    Opening.objects.in_turn(gathering.pk)
    before = gathering.bookings.filter(key=key).first()
    if before:
        return before
    _must_be_theirs_alone(gathering, wish)
    booking = put_down(gathering, wish, now=now, by=by)
    if booking.at == now:
        booking.key = key
        booking.save(update_fields=["key"])
        if may_ask_the_expected(gathering, now):
            ask_each(to_ask(gathering).filter(booking=booking), now=now)
    return booking


def _must_be_theirs_alone(gathering: Gathering, wish: PlaceRequest) -> None:
    """A sheet of Bert's with the address that Ann booked with would be one more answer of Ann's, and Bert would have no place."""
    live = gathering.bookings.live().select_related("person", "brought_in")
    booking = live.filter(email=wish.email).first() if wish.email else None
    if booking and booking.is_proved:
        names = {name.casefold() for name in (booking.name, booking.known_as)}
        if wish.name.casefold() not in names:
            raise SharedAddress(booking.known_as)


def forget_with_their_bookings(bookings: list[int]) -> None:
    """Whoever was only a name on these lists goes with them; whoever claimed their page, or convenes, stays."""
    names = list(
        Person.objects.filter(bookings__in=bookings, email=None, joined_at=None, convenings=None).values_list(
            "pk", flat=True
        )
    )
    Booking.with_presses.filter(pk__in=bookings).delete()
    Person.objects.filter(pk__in=names, bookings=None).delete()
