"""Places by asking: whoever asks holds no place until a convenor says yes, or a kind no."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores, opening
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.counting import count_sectors
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, end_for, give_to
from goldenthread.gatherings.bookings.glance import glance
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.leaving import forget_theirs
from goldenthread.gatherings.bookings.listing import as_file
from goldenthread.gatherings.bookings.merging_people import keep_the_better
from goldenthread.gatherings.bookings.models import Addressing, Booking, KindNo, Owed, SectorCounts, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.places_by_asking import earlier_noes, say_yes
from goldenthread.gatherings.bookings.seats import seats_of
from goldenthread.gatherings.bookings.tests.asking import TERMS, let_them_ask, no_to
from goldenthread.gatherings.bookings.tests.conftest import LIST
from goldenthread.gatherings.bookings.withdrawing import pass_on, stay_after_all, withdraw
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email


@pytest.fixture
def asked(room, ada, ask, now):
    """Ann and Ben asked and showed that it is them; Cat has not."""
    let_them_ask(room, ada, now)
    people = {name: ask(name) for name in ["Ann", "Ben", "Cat"]}
    confirm(people["Ann"], now)
    confirm(people["Ben"], now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return people


def test_who_asks_holds_no_place(asked, room, stands, now):
    assert stands(asked) == dict.fromkeys(asked, State.ASKED)
    assert seats_of(room.opening, now).taken == 0


def test_who_asks_reads_what_happens_next_and_by_when(room, ada, ask, now, emails):
    let_them_ask(room, ada, now, answer_days=4)
    ask("Ann")

    text = emails()["Ann"].text
    assert "The convenors answer by e-mail within 4 days once you’ve done that." in text
    assert "no place is kept for you" in text


def test_who_is_signed_in_needs_no_code(room, ada, bo, now):
    let_them_ask(room, ada, now)

    booking = keep_a_place(room, PlaceRequest("Bo", bo.email), now=now, person=bo)
    chores.write_emails(now)

    assert (booking.state, "code" in Email.objects.get().text) == (State.ASKED, False)


def test_a_yes_is_a_place_as_after_any_booking(asked, ada, now, emails, stands):
    say_yes(asked["Ann"], now=now, by=ada)

    assert stands(asked) == {"Ann": State.COMING, "Ben": State.ASKED, "Cat": State.ASKED}
    assert {name: email.kind for name, email in emails().items()} == {"Ann": "booking: coming"}


def test_a_yes_where_all_are_taken_is_a_turn_on_the_waiting_list(asked, room, ada, now, emails):
    let_them_ask(room, ada, now, places=1)
    say_yes(asked["Ben"], now=now, by=ada)

    assert say_yes(asked["Ann"], now=now, by=ada).state == State.WAITING
    assert emails()["Ann"].kind == "booking: waiting"


def test_two_convenors_say_yes_once(asked, ada, now):
    say_yes(asked["Ann"], now=now, by=ada)

    with pytest.raises(NotLive):
        say_yes(asked["Ann"], now=now, by=ada)
    assert Owed.objects.count() == 1


def test_nobody_says_yes_or_no_to_an_address_that_is_not_confirmed(asked, ada, now):
    with pytest.raises(NotLive):
        say_yes(asked["Cat"], now=now, by=ada)
    with pytest.raises(NotLive):
        no_to(asked["Cat"], ada, now)


def test_a_no_goes_once_in_the_words_of_whoever_wrote_it(asked, room, ada, now, emails):
    supper = Gathering.begin("Supper", by=ada)
    no_to(asked["Ann"], ada, now, words="We’re so few.\nI’m sorry.", next_gathering=supper, is_to_follow=True)
    with pytest.raises(NotLive):
        no_to(asked["Ann"], ada, now)

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


def test_a_yes_after_all_takes_the_no_away(asked, ada, now):
    no_to(asked["Ann"], ada, now)

    assert say_yes(asked["Ann"], now=now, by=ada).state == State.COMING
    assert list(KindNo.objects.all()) == []


def test_who_was_said_no_to_may_ask_again_and_convenors_read_what_was_said(asked, ask, ada, now):
    no_to(asked["Ann"], ada, now)

    again = confirm(ask("Ann"), now)

    assert (again.state, again.pk == asked["Ann"].pk) == (State.ASKED, False)
    assert [no.booking_id for no in earlier_noes(again)] == [asked["Ann"].pk]
    with pytest.raises(BookedAlready):
        say_yes(asked["Ann"], now=now, by=ada)


def test_nobody_is_answered_by_the_clock(asked, room, now, stands):
    for chore in [chores.remind, chores.release, chores.move_lines]:
        chore(now + timedelta(days=60))

    assert stands(asked) == dict.fromkeys(asked, State.ASKED)


def test_what_was_asked_can_be_taken_back_for_ten_minutes(asked, ada, now, stands, emails):
    withdraw(asked["Ann"], State.CANCELLED, now=now)
    withdraw(asked["Ben"], State.CANCELLED, now=now)
    with pytest.raises(NotLive):
        say_yes(asked["Ann"], now=now, by=ada)
    stay_after_all(asked["Ben"], now=now)
    pass_on(now + timedelta(minutes=11))

    assert stands(asked) == {"Ann": State.CANCELLED, "Ben": State.ASKED, "Cat": State.ASKED}
    assert {name: email.kind for name, email in emails().items()} == {"Ann": "booking: taken_back"}


def test_a_convenor_ends_it_for_somebody_who_rang_up(asked, ada, now, emails):
    end_for(asked["Ann"], apologies=False, now=now, by=ada)

    assert emails()["Ann"].kind == "booking: ended"


def test_without_asking_everybody_has_a_place_in_turn(asked, room, ada, now, stands, emails):
    open_booking(room, by=ada, now=now, places=2, by_asking=False, **TERMS)

    assert stands(asked) == {"Ann": State.COMING, "Ben": State.COMING, "Cat": State.WAITING}
    kinds = {name: email.kind.partition(": ")[2] for name, email in emails().items()}
    assert kinds == {"Ann": "coming", "Ben": "coming", "Cat": "waiting"}


def test_without_asking_who_never_confirmed_still_has_to(asked, room, ada, now, stands, emails):
    open_booking(room, by=ada, now=now, places=9, by_asking=False, **TERMS)

    assert stands(asked)["Cat"] == State.KEPT
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


def test_a_place_is_not_given_to_a_friend_past_the_convenors(asked, ada, now):
    ann = say_yes(asked["Ann"], now=now, by=ada)

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


def test_the_list_as_a_file_shows_who_asked_and_nobody_who_was_said_no_to(asked, room, ada, now):
    no_to(asked["Ben"], ada, now)

    written = as_file(room, "csv")[0].decode()

    assert "Ann,ann@example.org,asked for a place" in written
    assert "ben@example.org" not in written


def test_an_e_mail_to_everybody_is_not_for_who_only_asked(asked, room, ada, now):
    say_yes(asked["Ann"], now=now, by=ada)

    everybody = Addressing(gathering=room, whom="all").recipients()
    who_asked = Addressing(gathering=room, whom="asked").recipients()

    assert [booking.name for booking in everybody] == ["Ann"]
    assert [booking.name for booking in who_asked] == ["Ben", "Cat"]


def test_whoever_leaves_takes_the_no_with_them(asked, ada, now):
    no_to(asked["Ann"], ada, now)

    forget_theirs(None, "ann@example.org")
    forget_theirs(None, "ben@example.org")

    assert (KindNo.objects.count(), [booking.name for booking in Booking.objects.all()]) == (0, ["Cat"])


def test_of_two_pages_of_one_person_a_turn_is_worth_more_than_having_asked(asked, room, ada, bo, now, stands):
    Booking.objects.filter(pk=asked["Ann"].pk).update(person=bo)
    Booking.objects.filter(pk=asked["Ben"].pk).update(state=State.WAITING)
    ann, ben = (Booking.objects.get(pk=asked[name].pk) for name in ["Ann", "Ben"])

    keep_the_better(ann, ben)

    # There was a place, so that the turn is an offer by now.
    assert stands(asked) == {"Ann": State.CANCELLED, "Ben": State.OFFERED, "Cat": State.ASKED}
    assert Booking.objects.get(pk=ben.pk).person == bo


def test_who_asked_hears_that_it_is_called_off(asked, room, ada, now, emails):
    turns.call_off(room, by=ada)

    assert set(emails()) >= {"Ann", "Ben", "Cat"}
    with pytest.raises(NotLive):
        say_yes(asked["Ann"], now=now, by=ada)


def test_who_asks_once_more_reads_that_it_was_asked(asked, ask, emails):
    ask("Ann")

    assert "You’ve asked already, and the convenors haven’t answered yet." in emails()["Ann"].text


def test_an_opening_says_its_terms_once(room, ada, now):
    terms = let_them_ask(room, ada, now, looks_at="Half of us are new to this.")

    assert (terms.by_asking, terms.answer_days) == (True, 7)
    assert opening.too_many_by(room, now) == 0
