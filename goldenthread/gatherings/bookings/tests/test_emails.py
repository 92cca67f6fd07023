import re

import pytest

from goldenthread.gatherings.bookings import chores, emails
from goldenthread.gatherings.bookings.answering import confirm, confirm_by_code
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, seat_regardless
from goldenthread.gatherings.bookings.giving_up import Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.outbox.models import Email


@pytest.fixture
def email_to(now):
    """The newest e-mail to this name, after the worker has written what is owed."""

    def email_to(name: str) -> Email:
        chores.write_emails(now)
        return Email.objects.filter(address=f"{name.lower()}@example.org").newest_first()[0]

    return email_to


def test_the_code_in_the_email_confirms_the_place(ask, email_to, now):
    booking = ask("Ann")
    code = re.search(r"^(\d{3} \d{3})$", email_to("Ann").text, re.MULTILINE)

    assert code
    confirmed, _is_first = confirm_by_code(booking, code[1].replace(" ", ""), now)

    assert confirmed.state == State.COMING


def test_each_owed_email_is_written_once(ask, now):
    ask("Ann")

    chores.write_emails(now)
    chores.write_emails(now)

    assert (Email.objects.count(), Owed.objects.count()) == (1, 0)


def test_who_waits_is_told_where_they_stand_once_they_said_that_it_is_them(full, client, now):
    dot, eli = confirm(full["Dot"], now), full["Eli"]
    before = client.get(eli.get_absolute_url()).content.decode()
    confirm(eli, now)

    after = client.get(eli.get_absolute_url()).content.decode()

    assert (dot.place_on_waiting_list(), "number" in before, "You’re number 2 on the waiting list." in after) == (
        1,
        False,
        True,
    )


def test_an_offer_says_until_when(full, now, email_to):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    assert re.search(r"press the button by \w+ \d+ \w+, \d+:\d\d:", email_to("Dot").text)


def test_whoever_ends_it_is_thanked(full, now, email_to):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    assert email_to("Ben").subject == "Your booking has ended: A spring day"


def test_a_friend_is_written_to_and_the_giver_is_not_named(full, now, email_to):
    give_to(full["Ben"], Friend("Flo", "flo@example.org"), now=now)
    email = email_to("Flo")

    assert (email.kind, "Ben" in email.text) == ("booking: given", False)


def test_a_place_leads_to_what_one_needs(full, now, email_to):
    confirm(full["Ann"], now)

    text = email_to("Ann").text

    sentence = "You can also say there what you need, and what you’d like for the tables:"
    assert full["Ann"].get_absolute_url() in text.partition(sentence)[2].split()[0]


def test_each_is_told_why_we_write(full, now, email_to):
    ann = confirm(full["Ann"], now)
    give_to(full["Ben"], Friend("Flo", "flo@example.org"), now=now)

    whys = [
        "because somebody would like you to have their place,",
        "because somebody asked for a place with this address.",
        "because there’s a booking with this address.",
    ]
    assert [why in email_to(name).text for why, name in zip(whys, ("Flo", "Cat", ann.name), strict=True)] == [True] * 3
    assert "They gave us your name and this address." in email_to("Flo").text


def test_a_confirmed_place_owes_no_code_any_more(ask, now, email_to):
    confirm(ask("Ann"), now)

    assert (email_to("Ann").kind, Email.objects.count()) == ("booking: coming", 1)


def test_somebody_on_paper_is_written_no_email(room, ada, now):
    booking = seat_regardless(room, PlaceRequest(name="Pat"), now=now, by=ada, person=None)

    emails.compose(Owed(booking=booking, kind=Owed.Kind.COMING)).keep()

    assert Email.objects.count() == 0


def test_an_email_goes_to_where_the_person_is_now(ask, now, email_to):
    person = confirm(ask("Ann"), now).person
    assert person
    person.email, person.language = "new@example.org", "cy"
    person.save()
    give_up(Booking.objects.get(), State.APOLOGIES, now=now, by=person)

    email = email_to("New")

    assert (email.to, email.language) == (person, "cy")
