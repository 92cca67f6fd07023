"""Whoever was brought in by others is expected, and is written to by nobody before they answer."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.chores import write_emails
from goldenthread.gatherings.bookings.expecting import SaidNo
from goldenthread.gatherings.bookings.giving_up import decline, end_for
from goldenthread.gatherings.bookings.importing import look
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.outbox.models import Email
from goldenthread.people.closeness import closeness_of

AT = "/gatherings/spring/bookings/"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


def test_they_are_expected_and_hold_their_seats(brought, stands, ask):
    states = {booking.known_as: booking.state for booking in Booking.objects.select_related("person")}

    assert states == {"Bo": State.EXPECTED, "Nan": State.EXPECTED, "Pat": State.COMING}
    assert stands({"Ann": ask("Ann")}) == {"Ann": State.WAITING}


def test_it_opens_nothing_of_theirs_to_the_convenor_before_they_say_yes(brought, ada, bo, now):
    before = closeness_of(ada, [bo.pk])

    confirm(Booking.objects.get(name="Bo"), now)

    assert (before, list(closeness_of(ada, [bo.pk]))) == ({}, [bo.pk])


def test_the_page_behind_the_link_asks_and_changes_nothing(client, nan):
    page = client.get(nan.get_absolute_url()).content.decode()

    nan.refresh_from_db()
    assert (nan.state, page.count('class="button">'), "give" in page.lower()) == (State.EXPECTED, 2, False)


def test_a_yes_is_a_place_like_any_other(client, nan, now):
    client.post(f"{nan.get_absolute_url()}confirmation/")
    write_emails(now)

    nan.refresh_from_db()
    assert (nan.state, nan.person and nan.person.email) == (State.COMING, "nan@example.org")
    assert list(Email.objects.values_list("kind", flat=True)) == ["booking: coming"]


def test_a_no_ends_nothing_that_they_had_asked_for(client, nan):
    client.post(f"{nan.get_absolute_url()}cancellation/")

    page = client.get(nan.get_absolute_url()).content.decode()

    assert ["You’re off the list." in page, "Ask for a place after all" in page] == [True, True]
    assert [phrase for phrase in ("Your booking has ended", "Ask again") if phrase in page] == []


def test_a_no_frees_the_seat_for_the_next_and_is_not_answered(client, nan, ask, stands):
    waits = ask("Ann")
    client.post(f"{nan.get_absolute_url()}cancellation/")

    assert stands({"Nan": nan, "Ann": waits}) == {"Nan": State.CANCELLED, "Ann": State.OFFERED}
    assert nan.owed.count() == 0


def test_a_no_binds_whoever_brings_in_a_list(nan, room, ada, now):
    decline(nan, now=now)

    looked = look(room, "list.csv", b"Name,E-mail\nBo,bo@example.org\nNan,nan@example.org\n", "en-gb")

    assert [row.why for row in looked.left_out] == [
        "Bo is already on the list.",
        "Nan has said that they’re not coming.",
    ]
    with pytest.raises(SaidNo):
        put_down(room, PlaceRequest("Nan", "nan@example.org"), now=now, by=ada)


def test_a_no_is_told_to_the_convenor_who_types_them_in(browser, nan, now):
    decline(nan, now=now)

    answer = browser.post(f"{AT}paper/", {"name": "Nan", "email": "nan@example.org"})

    assert (answer.status_code, "Only they can ask" in answer.content.decode()) == (422, True)


def test_after_a_no_they_can_ask_themselves(nan, room, now):
    decline(nan, now=now)

    assert keep_a_place(room, PlaceRequest("Nan", "nan@example.org"), now=now).state == State.KEPT


@pytest.mark.parametrize("whom", ["coming", "waiting", "needs", "all"])
def test_no_circular_reaches_them_before_they_answer(brought, room, ada, whom):
    put_down(room, PlaceRequest("Eli", "eli@example.org", needs="Tea."), now=brought.at, by=ada)
    written = begin_writing(room, by=ada, whom=whom, subject="S", words="W")

    assert written.receivers() == []


def test_how_many_a_circular_leaves_out_is_said(browser, brought, room, ada):
    written = begin_writing(room, by=ada, whom="coming", subject="S", words="W")

    page = browser.get(f"{AT}letters/{written.pk}/").content.decode()

    assert "2 people are left out" in " ".join(page.split())


def test_whoever_has_said_yes_gets_it(brought, nan, room, ada, now):
    confirm(nan, now)
    written = begin_writing(room, by=ada, whom="coming", subject="S", words="W")

    assert [receiver.address for receiver in written.receivers()] == ["nan@example.org"]


def test_whoever_moves_up_from_the_line_is_expected_and_not_written_to(room, ada, now, ask, nan, stands):
    put_down(room, PlaceRequest("Eli", "eli@example.org"), now=now, by=ada)
    eli = Booking.objects.get(name="Eli")
    before = eli.state

    decline(nan, now=now)

    assert (before, stands({"Eli": eli})) == (State.WAITING, {"Eli": State.EXPECTED})
    assert eli.owed.count() == 0


def test_whom_a_convenor_takes_off_again_is_not_written_to(nan, now, ada):
    end_for(nan, apologies=False, now=now, by=ada)

    assert Owed.objects.count() == 0


def test_a_member_who_is_signed_in_finds_their_place_and_it_is_theirs(client, brought, bo, room, now):
    client.force_login(bo)

    client.post("/gatherings/spring/booking/")

    assert Booking.objects.get(person=bo).state == State.COMING
