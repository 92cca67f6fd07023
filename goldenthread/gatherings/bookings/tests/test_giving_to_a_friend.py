"""A place that is given to a friend goes to nobody else, and is no larger than it was."""

from datetime import UTC, datetime

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import Friend, end_for, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.paper import put_down

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
FLO = Friend("Flo", "flo@example.org")


def owed_to(booking):
    return list(Owed.objects.filter(booking=booking).values_list("kind", flat=True))


def given_to_flo(booking, now):
    flo = give_to(booking, FLO, now=now)
    assert flo
    return flo


def test_it_is_not_given_to_somebody_else_whom_we_know(room, ask, ada, now):
    mine = keep_a_place(room, PlaceRequest("Ada", ada.email), now=now, person=ada)

    flo = given_to_flo(ask("Ben"), now)

    assert (flo != mine, flo.name, flo.state) == (True, "Flo", State.KEPT)


def test_a_friend_who_gave_up_before_has_it_anew(ask, now):
    before = ask("Flo")
    give_up(before, State.CANCELLED, now=now, by=None)

    flo = given_to_flo(ask("Ben"), now)

    assert (flo != before, flo.state, owed_to(flo)) == (True, State.KEPT, [Owed.Kind.GIVEN])


def test_a_friend_who_waits_for_two_is_not_squeezed_into_one(full, ask, now, stands):
    pair = ask("Flo", has_supporter=True)

    give_to(full["Ben"], FLO, now=now)

    assert stands({"Flo": pair, "Dot": full["Dot"]}) == {"Flo": State.WAITING, "Dot": State.OFFERED}


def test_who_has_no_address_is_owed_no_email_when_it_ends(room, ada, now):
    pat = put_down(room, PlaceRequest("Pat"), now=now, by=ada)

    give_up(pat, State.CANCELLED, now=now, by=None)

    assert owed_to(pat) == []


def test_who_answered_a_moment_ago_is_told_when_a_convenor_ends_it(nan, ada, now):
    """The row that the convenor looked at is older than the answer."""
    confirm(Booking.objects.get(pk=nan.pk), now)

    end_for(nan, apologies=False, now=now, by=ada)

    assert owed_to(nan) == [Owed.Kind.ENDED]


def test_who_ends_it_afterwards_is_answered_and_who_never_answered_is_not(full):
    give_up(full["Ann"], State.CANCELLED, now=AFTER, by=None)
    give_up(full["Ben"], State.RELEASED, now=AFTER, by=None)

    assert (owed_to(full["Ann"]), owed_to(full["Ben"])) == ([Owed.Kind.OVER], [])
