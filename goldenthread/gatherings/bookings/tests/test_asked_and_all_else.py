"""Whoever asked for a place, and everything else that happens to bookings: lists, paper, friends, counts, leaving."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import opening
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.counting import count_sectors
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, give_to
from goldenthread.gatherings.bookings.glance import glance
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.leaving import forget_theirs
from goldenthread.gatherings.bookings.listing import as_file
from goldenthread.gatherings.bookings.merging_people import keep_the_better
from goldenthread.gatherings.bookings.models import Addressing, Booking, KindNo, Opening, Owed, SectorCounts, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.places_by_asking import say_yes
from goldenthread.gatherings.bookings.taken import taken
from goldenthread.gatherings.bookings.tests.asking import TERMS, let_them_ask, no_to
from goldenthread.gatherings.bookings.tests.conftest import LIST
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns


def test_without_asking_everybody_has_a_place_in_turn(askers, room, ada, now, stands, emails):
    open_booking(room, by=ada, now=now, places=2, by_asking=False, **TERMS)

    assert stands(askers) == {"Ann": State.COMING, "Ben": State.COMING, "Cat": State.WAITING}
    kinds = {name: email.kind.partition(": ")[2] for name, email in emails().items()}
    assert kinds == {"Ann": "coming", "Ben": "coming", "Cat": "waiting"}


def test_without_asking_who_never_confirmed_still_has_to(askers, room, ada, now, stands, emails):
    open_booking(room, by=ada, now=now, places=9, by_asking=False, **TERMS)

    assert stands(askers)["Cat"] == State.KEPT
    assert emails()["Cat"].kind == "booking: kept"


def test_who_waits_already_is_not_overtaken_by_a_yes(full, room, ada, ask, now, stands):
    let_them_ask(room, ada, now)
    fay = confirm(ask("Fay"), now)

    say_yes(fay, now=now, by=ada)
    let_them_ask(room, ada, now, places=5)

    assert stands(full)["Dot"] == stands(full)["Eli"] == State.OFFERED
    assert stands({"Fay": fay}) == {"Fay": State.WAITING}


def test_a_list_and_a_sheet_of_paper_are_placed_and_not_asked(room, ada, now):
    let_them_ask(room, ada, now, places=9)
    looked = look(room, "list.csv", LIST, "en-gb")

    bring(room, looked.file, looked.lines, once="once", now=now, by=ada)
    put_down(room, PlaceRequest("Quin"), now=now, by=ada)

    states = dict(Booking.objects.values_list("name", "state"))
    assert states == {"Bo": "expected", "Nan": "expected", "Pat": "coming", "Quin": "coming"}


def test_a_place_is_not_given_to_a_friend_past_the_convenors(askers, ada, now):
    ann = say_yes(askers["Ann"], now=now, by=ada)

    with pytest.raises(AlreadyOver):
        give_to(ann, Friend("Fay", "fay@example.org"), now=now)
    assert Booking.objects.filter(email="fay@example.org").count() == 0


def test_many_read_no_number_in_which_somebody_asked(room, ada, ask, now):
    let_them_ask(room, ada, now, places=6)
    before = glance(room, now)
    for name in ["Ann", "Ben", "Cat", "Dot", "Eli", "Fay"]:
        confirm(ask(name, sectors=["health"]), now)
    count_sectors(now)

    assert glance(room, now).places_left == before.places_left
    assert before.places_left == "You ask for a place, and the convenors answer by e-mail within 7 days."
    assert SectorCounts.objects.get().counts == {}


def test_the_list_as_a_file_shows_who_asked_and_nobody_who_was_said_no_to(askers, room, ada, now):
    no_to(askers["Ben"], ada, now)

    written = as_file(room, "csv")[0].decode()

    assert "Ann,ann@example.org,asked for a place" in written
    assert "ben@example.org" not in written


def test_an_e_mail_to_everybody_is_not_for_who_only_asked(askers, room, ada, now):
    say_yes(askers["Ann"], now=now, by=ada)

    everybody = Addressing(gathering=room, whom="all").recipients()
    who_asked = Addressing(gathering=room, whom="asked").recipients()

    assert [booking.name for booking in everybody] == ["Ann"]
    assert [booking.name for booking in who_asked] == ["Ben", "Cat"]


def test_whoever_leaves_takes_the_no_with_them(askers, ada, now):
    no_to(askers["Ann"], ada, now)

    forget_theirs(None, "ann@example.org")
    forget_theirs(None, "ben@example.org")

    assert (KindNo.objects.count(), [booking.name for booking in Booking.objects.all()]) == (0, ["Cat"])


def test_of_two_pages_of_one_person_a_turn_is_worth_more_than_having_asked(askers, room, ada, bo, now, stands):
    Booking.objects.filter(pk=askers["Ann"].pk).update(person=bo)
    Booking.objects.filter(pk=askers["Ben"].pk).update(state=State.WAITING)
    ann, ben = (Booking.objects.get(pk=askers[name].pk) for name in ["Ann", "Ben"])

    keep_the_better(ann, ben)

    # There was a place, so that the turn is an offer by now.
    assert stands(askers) == {"Ann": State.CANCELLED, "Ben": State.OFFERED, "Cat": State.ASKED}
    assert Booking.objects.get(pk=ben.pk).person == bo


def test_who_asked_hears_that_it_is_called_off(askers, room, ada, now, emails):
    turns.call_off(room, by=ada)

    # Of an address that nobody has confirmed nobody knows whose it is.
    assert set(emails()) & {"Ann", "Ben", "Cat"} == {"Ann", "Ben"}
    with pytest.raises(NotLive):
        say_yes(askers["Ann"], now=now, by=ada)


def test_who_asks_once_more_reads_that_it_was_asked(askers, ask, emails):
    ask("Ann")

    assert "You’ve asked already, and the convenors haven’t answered yet." in emails()["Ann"].text


def test_an_opening_says_its_terms_once(room, ada, now):
    terms = let_them_ask(room, ada, now, looks_at="Half of us are new to this.")

    assert (terms.by_asking, terms.answer_days) == (True, 7)
    assert opening.too_many_by(room, now) == 0


def test_of_a_change_only_those_hear_who_confirmed_that_they_asked(askers, room, ada):
    plan = type(room).objects.get(pk=room.pk)

    plan.replan({"day": plan.day + timedelta(days=7)}, since=plan.sequence, by=ada, is_small=False)

    changed = Owed.objects.filter(kind=Owed.Kind.CHANGED).values_list("booking__name", flat=True)
    assert sorted(changed) == ["Ann", "Ben"]


def test_who_takes_their_request_back_waits_for_no_answer(askers, room, now):
    withdraw(askers["Ann"], State.CANCELLED, now=now)

    assert "2 people have asked" in taken(Opening.objects.select_related("gathering").get(gathering=room), now)
