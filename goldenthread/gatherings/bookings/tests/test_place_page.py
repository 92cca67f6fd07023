"""What somebody finds who opens their place from the e-mail."""

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import State


def test_my_place_says_when_and_where_and_goes_into_my_calendar(client, ask):
    page = client.get(ask("Ann").get_absolute_url()).content.decode()

    shown = ["Tuesday 20 April 2027", "The Old School, 1 Hill Street, Leeds", "/gatherings/spring/calendar.ics"]
    assert [words for words in shown if words not in page] == []


def test_a_place_that_is_over_says_nothing_of_the_day(client, ask, now):
    booking = ask("Ann")
    give_up(booking, State.CANCELLED, now=now, by=None)

    assert "calendar.ics" not in client.get(booking.get_absolute_url()).content.decode()


def test_an_email_that_did_not_come_can_be_asked_for_again(client, room):
    kept = client.post("/gatherings/spring/booking/", {"name": "Ann", "email": "anm@example.org"}).url

    assert "No e-mail?" in client.get(kept).content.decode()


def test_my_place_says_what_it_costs(client, ask, room):
    type(room).objects.filter(pk=room.pk).update(cost="£10, or what you can")

    assert "£10, or what you can" in client.get(ask("Ann").get_absolute_url()).content.decode()
