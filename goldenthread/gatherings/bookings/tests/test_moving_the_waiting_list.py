from datetime import date, timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.bookings.opening import hold_places, open_booking, too_many_by
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan import turns
from goldenthread.outbox.models import Email

KEPT, COMING, WAITING, OFFERED = State.KEPT, State.COMING, State.WAITING, State.OFFERED
A_DAY = timedelta(days=1)


def test_a_larger_room_is_offered_to_who_waits(full, room, ada, now, stands):
    open_booking(room, by=ada, now=now, places=4, until=None, confirm_hours=72, answer_hours=24)

    assert [stands(full)["Dot"], stands(full)["Eli"]] == [OFFERED, WAITING]


def test_a_larger_room_in_the_plan_is_noticed_too(full, room, ada, now, stands):
    room.replan({"places": 5}, since=room.sequence, by=ada, is_small=False)

    chores.move_lines(now)

    assert [stands(full)["Dot"], stands(full)["Eli"]] == [OFFERED, OFFERED]


def test_a_smaller_room_turns_nobody_away_and_says_so(full, room, ada, now, stands):
    open_booking(room, by=ada, now=now, places=1, until=None, confirm_hours=72, answer_hours=24)

    assert (stands(full)["Cat"], too_many_by(room, now)) == (KEPT, 2)


def test_a_place_given_back_in_a_room_that_is_too_small_stays_empty(full, room, ada, now, stands):
    open_booking(room, by=ada, now=now, places=1, until=None, confirm_hours=72, answer_hours=24)

    give_up(full["Ann"], State.CANCELLED, now=now, by=None)

    assert stands(full)["Dot"] == WAITING


def test_who_does_not_fit_is_passed_over_and_keeps_their_turn(ask, now, stands):
    ann, *_rest = [ask(name) for name in ["Ann", "Ben", "Cat"]]
    pair, eli = ask("Dot", has_supporter=True), ask("Eli")

    give_up(ann, State.CANCELLED, now=now, by=None)

    assert stands({"Dot": pair, "Eli": eli}) == {"Dot": WAITING, "Eli": OFFERED}
    assert confirm(pair, now).place_on_waiting_list() == 1


def test_held_places_that_are_let_go_are_offered(ask, room, ada, now, stands):
    hold_places(room, by=ada, now=now, sector="health", places=3, until=date(2027, 1, 1))
    ann = ask("Ann")

    hold_places(room, by=ada, now=now, sector="health", places=0, until=date(2027, 1, 1))

    assert stands({"Ann": ann}) == {"Ann": OFFERED}


@pytest.fixture
def pat(full, room, ada, now):
    """On paper, and no e-mail could offer them the place that is free for them now."""
    pat = put_down(room, PlaceRequest(name="Pat"), now=now, by=ada)
    open_booking(room, by=ada, now=now, places=6, until=None, confirm_hours=72, answer_hours=24)
    pat.refresh_from_db()
    return pat


def test_the_convenors_are_asked_to_ring_somebody_without_an_address(pat, ada):
    email = Email.objects.get(address=ada.email, kind="booking: to ring")

    assert (pat.state, pat.until is not None, pat.owed.count()) == (OFFERED, True, 0)
    assert ("Please ring Pat" in email.subject, email.speaks_of, f"/bookings/{pat.pk}/" in email.text) == (
        True,
        pat.person,
        True,
    )


def test_their_yes_is_typed_in(pat, client, ada):
    client.force_login(ada)
    at = f"/gatherings/spring/bookings/{pat.pk}/"
    offered = "They’re coming" in client.get(at).content.decode()
    client.post(f"{at}confirmation/")

    pat.refresh_from_db()
    assert (offered, pat.state, pat.owed.count()) == (True, COMING, 0)


def test_without_a_yes_the_place_goes_on(pat, now):
    chores.release(now + 30 * A_DAY)

    pat.refresh_from_db()
    assert pat.state == State.LAPSED


def test_a_line_that_stands_still_is_not_overtaken(full, ask, room, ada, now, stands):
    turns.postpone(room, by=ada)
    give_up(full["Ann"], State.CANCELLED, now=now, by=None)
    late = ask("Fay")
    turns.resume(room, by=ada)

    chores.move_lines(now)

    assert [stands(full)["Dot"], late.state] == [OFFERED, WAITING]
