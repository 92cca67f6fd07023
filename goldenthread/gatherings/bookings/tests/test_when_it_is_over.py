"""When a gathering has been, nobody books, confirms, gives away or is offered a place, also in the evening of the same day."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, keep_a_place, seat_regardless
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.gatherings.plan import turns
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/booking/"
# It ends at half past four in London, which is an hour before that in UTC.
BEFORE, AFTER = datetime(2027, 4, 20, 15, 29, tzinfo=UTC), datetime(2027, 4, 20, 15, 31, tzinfo=UTC)


@pytest.fixture
def ended(room):
    type(room).objects.filter(pk=room.pk).update(from_time=time(9, 30), to_time=time(16, 30))
    Opening.objects.update(until=None)
    return room


@pytest.mark.parametrize(("moment", "status"), [(BEFORE, 302), (AFTER, 409)])
def test_places_are_kept_until_the_end(client, ended, moment, status):
    with time_machine.travel(moment, tick=False):
        answer = client.post(AT, {"name": "Ann", "email": "ann@example.org"})

    assert (answer.status_code, Booking.objects.count()) == (status, int(status == 302))


def test_the_page_says_that_it_is_over(client, ended):
    with time_machine.travel(AFTER, tick=False):
        page = client.get(AT).content.decode()

    assert ("This gathering is over" in page, "<form" in page.split("<main")[1].split("</main")[0]) == (True, False)


def test_without_an_hour_the_day_lasts_until_midnight(ended):
    type(ended).objects.filter(pk=ended.pk).update(to_time=None)
    midnight = datetime(2027, 4, 20, 23, 1, tzinfo=UTC)

    keep_a_place(ended, PlaceRequest("Ann", "ann@example.org"), now=midnight - timedelta(minutes=5))
    with pytest.raises(NotOpen):
        keep_a_place(ended, PlaceRequest("Ben", "ben@example.org"), now=midnight)


def test_nobody_books_signed_in_either(ended, bo, now):
    keep_a_place(ended, PlaceRequest("Bo", bo.email), now=now, person=bo)

    with pytest.raises(NotOpen):
        keep_a_place(ended, PlaceRequest("Bo", bo.email, line="Later"), now=AFTER, person=bo)


def test_nothing_is_confirmed_or_given_away_afterwards(full, ended, now):
    with pytest.raises(NotLive):
        confirm(full["Ann"], AFTER)
    with pytest.raises(AlreadyOver):
        give_to(full["Ann"], Friend("Flo", "flo@example.org"), now=AFTER)

    assert Booking.objects.get(name="Ann").state == State.KEPT


def test_a_press_is_not_confirmed_afterwards(ended, ask):
    ask("Ann")
    press = ask("Ann", line="Later")

    with pytest.raises(NotLive):
        confirm(press, AFTER)


def test_nobody_is_offered_a_place_afterwards(full, ended, stands):
    give_up(full["Ann"], State.CANCELLED, now=AFTER, by=None)
    chores.move_lines(AFTER)

    assert stands(full)["Dot"] == State.WAITING


def test_one_that_is_postponed_is_still_to_come(full, ended, ada):
    turns.postpone(ended, by=ada)

    assert confirm(full["Ann"], AFTER).state == State.COMING


def test_nobody_is_reminded_or_told_that_somebody_else_has_the_place(full, ended):
    Owed.objects.all().delete()
    chores.remind(AFTER)
    Booking.objects.update(reminded_at=AFTER)
    chores.release(AFTER + timedelta(days=9))
    chores.write_emails(AFTER)

    assert (Email.objects.count(), Booking.objects.filter(state=State.RELEASED).count()) == (0, 3)


def test_no_reminder_is_owed_afterwards(full, ended):
    Owed.objects.all().delete()

    chores.remind(AFTER)

    assert Owed.objects.count() == 0


def test_who_is_put_on_the_list_afterwards_is_not_told_that_they_are_coming(ended, ada):
    seat_regardless(ended, PlaceRequest("Pat", "pat@example.org"), now=AFTER, by=ada, person=None)

    assert (Booking.objects.get().state, Owed.objects.count()) == (State.EXPECTED, 0)


@pytest.mark.parametrize("again", [False, True])
def test_my_page_says_so_and_has_no_button(client, ended, ask, again):
    booking = ask("Ann")
    booking = ask("Ann", line="More") if again else booking
    with time_machine.travel(AFTER, tick=False):
        page = client.get(booking.get_absolute_url()).content.decode()
        client.post(f"{booking.get_absolute_url()}confirmation/")
        response = client.get(booking.get_absolute_url()).content.decode()

    main = page.split("<main")[1].split("</main")[0]
    assert ("This gathering is over" in main, "<button" in main) == (True, False)
    assert ("places can’t be confirmed any more" in response, Booking.objects.get().state) == (True, State.KEPT)
