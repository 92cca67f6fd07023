from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, keep_a_place, seat_regardless
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.opening import hold_places
from goldenthread.gatherings.plan import turns
from goldenthread.outbox.models import Email

KEPT, COMING, WAITING = State.KEPT, State.COMING, State.WAITING


def test_a_place_is_kept_at_once_and_waits_to_be_confirmed(ask, now):
    booking = ask("Ann")

    assert (booking.state, booking.until, booking.person) == (KEPT, now + timedelta(hours=72), None)
    assert [owed.kind for owed in booking.owed.all()] == [Owed.Kind.KEPT]


def test_who_comes_after_the_last_place_waits(full, stands):
    assert stands(full) == {"Ann": KEPT, "Ben": KEPT, "Cat": KEPT, "Dot": WAITING, "Eli": WAITING}


def test_asking_twice_is_one_booking_and_one_email(ask, now):
    first, second = ask("Ann"), ask("Ann")

    chores.write_emails(now)
    assert (second.state, list(Booking.objects.all()), Email.objects.count()) == (State.AGAIN, [first], 1)


def test_somebody_who_is_signed_in_has_the_place_at_once(room, bo, now):
    booking = keep_a_place(room, PlaceRequest(name="Bo", email=bo.email), now=now, person=bo)

    assert (booking.state, booking.person, booking.confirmed_at) == (COMING, bo, now)


def test_a_member_and_their_address_are_one(ask, room, bo, now):
    as_stranger = ask("Bo")

    assert keep_a_place(room, PlaceRequest(name="Bo", email=bo.email), now=now, person=bo) == as_stranger


def test_whoever_asks_again_later_gets_another_email(ask, room, now):
    ask("Ann")
    later = now + timedelta(minutes=11)
    keep_a_place(room, PlaceRequest(name="Ann", email="ann@example.org"), now=later)

    chores.write_emails(later)

    assert [email.kind for email in Email.objects.order_by("pk")] == ["booking: kept", "booking: again"]


def test_a_supporter_has_a_seat_too(ask):
    ask("Ann", has_supporter=True, supporter="Sam")

    assert [ask("Ben").state, ask("Cat").state] == [KEPT, WAITING]


def test_two_seats_are_not_squeezed_into_one(ask):
    ask("Ann"), ask("Ben")

    assert ask("Cat", has_supporter=True).state == WAITING


def test_the_last_seat_goes_to_who_fits_it(ask):
    ask("Ann"), ask("Ben"), ask("Cat", has_supporter=True)

    assert ask("Dot").state == KEPT


def test_held_places_wait_for_their_sector(ask, room, ada, now):
    hold_places(room, by=ada, now=now, sector="health", places=2, until=now.date())
    states = [ask("Ann").state, ask("Ben").state, ask("Cat", sectors=["education", "health"]).state]

    assert states == [KEPT, WAITING, KEPT]


def test_held_places_are_everybodys_after_their_day(ask, room, ada, now):
    hold_places(room, by=ada, now=now, sector="health", places=3, until=now.date() - timedelta(days=1))

    assert ask("Ann").state == KEPT


def test_what_falls_free_belongs_to_who_waits_and_not_to_who_comes_by(ask, room, ada, now, stands):
    hold_places(room, by=ada, now=now, sector="health", places=3, until=now.date())
    ann = ask("Ann")
    room.opening.held_places.all().delete()

    ben = ask("Ben")

    assert stands({"Ann": ann, "Ben": ben}) == {"Ann": State.OFFERED, "Ben": KEPT}


def test_paper_needs_no_address_and_no_confirmation(room, ada, now):
    booking = seat_regardless(room, PlaceRequest(name="Pat"), now=now, by=ada, person=None)

    assert (booking.state, booking.email, Owed.objects.count()) == (COMING, "", 0)


def test_two_on_paper_are_two_people(room, ada, now):
    first, second = (seat_regardless(room, PlaceRequest(name="Pat"), now=now, by=ada, person=None) for _ in range(2))

    assert first != second


@pytest.mark.parametrize("verb", [turns.call_off, turns.close])
def test_nobody_can_book_what_is_called_off_or_closed(verb, ask, room, ada):
    verb(room, by=ada)

    with pytest.raises(NotOpen):
        ask("Ann")


def test_nobody_can_book_what_was_never_opened(spring, now):
    with pytest.raises(NotOpen):
        keep_a_place(spring, PlaceRequest(name="Ann", email="ann@example.org"), now=now)
