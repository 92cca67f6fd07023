"""Places by asking: whoever asks holds no place until a convenor says yes, or a kind no."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.giving_up import end_for
from goldenthread.gatherings.bookings.models import KindNo, Owed, State
from goldenthread.gatherings.bookings.places_by_asking import earlier_noes, say_yes
from goldenthread.gatherings.bookings.seats import seats_of
from goldenthread.gatherings.bookings.tests.asking import let_them_ask, no_to
from goldenthread.gatherings.bookings.withdrawing import pass_on, stay_after_all, withdraw
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email


def test_who_asks_holds_no_place(askers, room, stands, now):
    assert stands(askers) == dict.fromkeys(askers, State.ASKED)
    assert seats_of(room.opening, now).taken == 0


def test_who_asks_reads_what_happens_next_and_by_when(room, ada, ask, now, emails):
    let_them_ask(room, ada, now, answer_days=4)
    ask("Ann")

    text = emails()["Ann"].text
    assert "Once you’ve done that, the convenors answer by e-mail within 4 days." in text
    assert "no place is kept for you" in text


def test_who_is_signed_in_needs_no_code(room, ada, bo, now):
    let_them_ask(room, ada, now)

    booking = keep_a_place(room, PlaceRequest("Bo", bo.email), now=now, person=bo)
    chores.write_emails(now)

    assert (booking.state, "code" in Email.objects.get().text) == (State.ASKED, False)


def test_a_yes_is_a_place_as_after_any_booking(askers, ada, now, emails, stands):
    say_yes(askers["Ann"], now=now, by=ada)

    assert stands(askers) == {"Ann": State.COMING, "Ben": State.ASKED, "Cat": State.ASKED}
    assert {name: email.kind for name, email in emails().items()} == {"Ann": "booking: coming"}


def test_a_yes_where_all_are_taken_is_a_turn_on_the_waiting_list(askers, room, ada, now, emails):
    let_them_ask(room, ada, now, places=1)
    say_yes(askers["Ben"], now=now, by=ada)

    assert say_yes(askers["Ann"], now=now, by=ada).state == State.WAITING
    assert emails()["Ann"].kind == "booking: waiting"


def test_two_convenors_say_yes_once(askers, ada, now):
    say_yes(askers["Ann"], now=now, by=ada)

    with pytest.raises(NotLive):
        say_yes(askers["Ann"], now=now, by=ada)
    assert Owed.objects.count() == 1


def test_nobody_says_yes_or_no_to_an_address_that_is_not_confirmed(askers, ada, now):
    with pytest.raises(NotLive):
        say_yes(askers["Cat"], now=now, by=ada)
    with pytest.raises(NotLive):
        no_to(askers["Cat"], ada, now)


def test_a_no_goes_once_in_the_words_of_whoever_wrote_it(askers, room, ada, now, emails):
    supper = Gathering.begin("Supper", by=ada)
    no_to(askers["Ann"], ada, now, words="We’re so few.\nI’m sorry.", next_gathering=supper, is_to_follow=True)
    with pytest.raises(NotLive):
        no_to(askers["Ann"], ada, now)

    email = emails()["Ann"]
    assert (email.speaks_of, email.answers_to) == (ada, ada)
    assert "We’re so few.\nI’m sorry.\n\nAda" in email.text
    assert supper.get_absolute_url() in email.text
    assert "/gatherings/spring/following/" in email.text
    assert Email.objects.count() == 1


def test_a_no_erases_what_they_told_for_the_day(room, ada, ask, now):
    let_them_ask(room, ada, now)
    ann = confirm(ask("Ann", needs="No stairs.", supporter="Sue", has_supporter=True, table_needs="quiet"), now)

    no_to(ann, ada, now)

    ann.refresh_from_db()
    assert (ann.needs, ann.table_needs, ann.supporter) == ("", "", "")


def test_a_yes_after_all_takes_the_no_away(askers, ada, now):
    no_to(askers["Ann"], ada, now)

    assert say_yes(askers["Ann"], now=now, by=ada).state == State.COMING
    assert list(KindNo.objects.all()) == []


def test_who_was_said_no_to_may_ask_again_and_convenors_read_what_was_said(askers, ask, ada, now):
    no_to(askers["Ann"], ada, now)

    again = confirm(ask("Ann"), now)

    assert (again.state, again.pk == askers["Ann"].pk) == (State.ASKED, False)
    assert [no.booking_id for no in earlier_noes(again)] == [askers["Ann"].pk]
    with pytest.raises(BookedAlready):
        say_yes(askers["Ann"], now=now, by=ada)


def test_nobody_is_answered_by_the_clock(askers, room, now, stands):
    for chore in [chores.remind, chores.release, chores.move_lines]:
        chore(now + timedelta(days=60))

    assert stands(askers) == dict.fromkeys(askers, State.ASKED)


def test_what_was_asked_can_be_taken_back_for_ten_minutes(askers, ada, now, stands, emails):
    withdraw(askers["Ann"], State.CANCELLED, now=now)
    withdraw(askers["Ben"], State.CANCELLED, now=now)
    with pytest.raises(NotLive):
        say_yes(askers["Ann"], now=now, by=ada)
    stay_after_all(askers["Ben"], now=now)
    pass_on(now + timedelta(minutes=11))

    assert stands(askers) == {"Ann": State.CANCELLED, "Ben": State.ASKED, "Cat": State.ASKED}
    assert {name: email.kind for name, email in emails().items()} == {"Ann": "booking: taken_back"}


def test_a_convenor_ends_it_for_somebody_who_rang_up(askers, ada, now, emails):
    end_for(askers["Ann"], apologies=False, now=now, by=ada)

    assert emails()["Ann"].kind == "booking: ended"
