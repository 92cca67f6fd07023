"""Send each their place: one e-mail, seen before it goes, and never a second one."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.chores import write_emails
from goldenthread.gatherings.bookings.expecting import ANY_GATHERING, ASKING, MOST_CHANGES_A_DAY, ask_each, to_ask
from goldenthread.gatherings.bookings.giving_up import end_for
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, Owed
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.taking_back import take_back
from goldenthread.gatherings.plan import turns
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about

AT = "/gatherings/spring/bookings/"
AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def send(browser, now):
    """Press "Send each their place"; to whom something is written by it."""

    def send():
        browser.post(f"{AT}places/")
        write_emails(now)
        return sorted(Email.objects.values_list("address", "kind"))

    return send


def test_each_is_asked_once_however_often_it_is_pressed(brought, send):
    assert send() == send() == [("bo@example.org", ASKING), ("nan@example.org", ASKING)]


def test_who_was_asked_is_not_asked_again_by_being_brought_in_again(brought, nan, send, room, ada, now):
    send()
    end_for(nan, apologies=False, now=now, by=ada)
    put_down(room, PlaceRequest("Nan", "nan@example.org"), now=now, by=ada)

    assert send() == [("bo@example.org", ASKING), ("nan@example.org", ASKING)]


def test_the_convenor_sees_how_many_and_what_before_it_goes_and_no_link_of_theirs(browser, brought, nan):
    page = browser.get(f"{AT}places/")

    words = page.content.decode()
    assert (page.context["meant"], page.context["without_address"]) == (2, 1)
    assert ("Ask 2 people" in " ".join(words.split()), "Would you like to come?" in words) == (True, True)
    assert [key for key in Booking.objects.values_list("key", flat=True) if key in words] == []
    assert ("/fewer/" in words, Email.objects.count(), Owed.objects.count()) == (False, 0, 0)


def test_after_a_list_the_page_that_sends_them_comes_next(browser, room):
    looked = browser.post(
        f"{AT}imports/", {"file": SimpleUploadedFile("list.csv", b"Name,E-mail\nBo,bo@example.org\nNan,\n")}
    )

    answer = browser.post(f"{AT}imports/lines/", {"packed": looked.context["packed"]})

    assert answer["Location"] == f"{AT}places/"
    assert browser.get(AT).context["to_ask"] == 1


def test_who_was_typed_in_with_an_address_is_asked_at_once(browser, room, now):
    browser.post(f"{AT}paper/", {"name": "Nan", "email": "nan@example.org", "once": "sheet"})
    browser.post(f"{AT}paper/", {"name": "Nan", "email": "nan@example.org", "once": "sheet"})
    write_emails(now)

    assert list(Email.objects.values_list("address", "kind")) == [("nan@example.org", ASKING)]


def test_whoever_wants_no_email_gets_none_and_no_convenor_learns_it(browser, brought, send):
    before = browser.get(f"{AT}places/").content
    Refusal.of("nan@example.org", ASKING, ANY_GATHERING).declare()

    after = browser.get(f"{AT}places/").content

    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub(b"", before) == token.sub(b"", after)
    assert send() == [("bo@example.org", ASKING)]


def test_who_said_no_before_it_was_written_gets_none(brought, room, now, browser):
    ask_each(to_ask(room), now=now)
    Refusal.of("nan@example.org", ASKING, about(room)).declare()

    write_emails(now)

    assert list(Email.objects.values_list("address", flat=True)) == ["bo@example.org"]


def test_who_has_not_answered_hears_of_changes_but_not_of_every_press(brought, nan, room, ada, send):
    for _ in range(4):
        turns.call_off(room, by=ada)
        send()
        turns.reinstate(room, by=ada)
        send()

    assert Email.objects.filter(address="nan@example.org", kind="booking: changed").count() == MOST_CHANGES_A_DAY


def test_of_a_change_too_whoever_wants_no_email_gets_none(brought, nan, room, ada, send):
    Refusal.of("nan@example.org", ASKING, ANY_GATHERING).declare()

    turns.call_off(room, by=ada)

    assert send() == [("bo@example.org", "booking: changed")]


def test_a_list_stays_for_those_who_were_asked(brought, send, ada, now):
    send()

    assert take_back(brought, now=now, by=ada) == (1, 2)


@pytest.mark.parametrize("turn", [turns.call_off, turns.postpone])
def test_nobody_is_asked_to_come_to_what_does_not_go_ahead(turn, brought, room, ada, send):
    turn(room, by=ada)

    # They hear that it is off, as everybody does who is on the list.
    assert {kind for _address, kind in send()} == {"booking: changed"}
    assert BroughtIn.objects.already_asked().count() == 0


def test_nobody_is_asked_to_come_to_what_is_over(brought, browser, ada):
    with time_machine.travel(AFTER, tick=False):
        browser.force_login(ada)
        browser.post(f"{AT}places/")

    assert BroughtIn.objects.already_asked().count() == 0


def test_ask_each_leaves_those_who_answered_meanwhile(brought, nan, room, now):
    confirm(nan, now)

    assert ask_each(to_ask(room), now=now) == 1
