"""Every e-mail about a place says when and where it is, and the one that makes it sure goes into a calendar."""

from datetime import time

import pytest
from django.utils import timezone
from icalendar import Calendar

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Owed
from goldenthread.outbox.envelope import message_of
from goldenthread.outbox.models import Email

WHEN_AND_WHERE = """\
Tuesday 20 April 2027
9:30 to 16:00, London time
The Old School, 1 Hill Street, Leeds
"""
TELLING = [Owed.Kind.KEPT, Owed.Kind.WAITING, Owed.Kind.COMING, Owed.Kind.REMINDER, Owed.Kind.OFFER, Owed.Kind.GIVEN]


@pytest.fixture
def with_hours(room, ada):
    room.replan({"from_time": time(9, 30), "to_time": time(16)}, since=room.sequence, by=ada, is_small=False)
    return room


@pytest.fixture
def email_about(ask, now):
    def written(kind):
        ask("Ann").owed.update(kind=kind)
        chores.write_emails(now)
        return Email.objects.newest_first()[0]

    return written


@pytest.mark.parametrize("kind", TELLING)
def test_it_says_day_hours_and_place(with_hours, email_about, kind):
    assert email_about(kind).text.count(WHEN_AND_WHERE) == 1


def test_hours_that_are_open_are_said_to_be_open(email_about):
    email = email_about(Owed.Kind.KEPT)

    assert "Tuesday 20 April 2027\nThe hours are not settled yet.\nThe Old School" in email.text


def test_the_one_that_makes_it_sure_brings_a_calendar_file(with_hours, ask, now, client):
    confirm(ask("Ann"), now)
    chores.write_emails(now)
    email = Email.objects.get()

    [event] = Calendar.from_ical(email.calendar).walk("VEVENT")
    [published] = Calendar.from_ical(client.get("/gatherings/spring/calendar.ics").content).walk("VEVENT")

    # The same event: in a calendar that knows it already, it is brought up to date.
    assert event.to_ical() == published.to_ical()
    assert event["sequence"] == with_hours.sequence


def test_it_is_sent_as_a_file_that_calendars_open(with_hours, ask, now):
    confirm(ask("Ann"), now)
    chores.write_emails(now)
    email = Email.objects.get()

    message = message_of(email).message()

    words, file = message.get_payload()
    assert (words.get_content_type(), file.get_content_type()) == ("multipart/alternative", "text/calendar")
    assert (file.get_param("method"), file.get_filename(), file.get_content_disposition()) == (
        "PUBLISH",
        "calendar.ics",
        "attachment",
    )
    assert file.get_payload(decode=True).decode() == email.calendar


def test_without_a_day_there_is_no_calendar_file(room, ask, now, ada):
    room.replan({"day": None}, since=room.sequence, by=ada, is_small=False)
    confirm(ask("Ann"), now)

    chores.write_emails(now)

    assert Email.objects.get().calendar == ""


def test_an_email_on_a_page_says_that_a_file_goes_with_it(with_hours, ask, now, bo, client):
    Email.objects.create(
        to=bo, address="bo@example.org", kind="booking: coming", policy="at_least_once", language="en-gb",
        subject="You are coming", text="Hello", html="", calendar="BEGIN:VCALENDAR", written_at=now,
        next_try_at=timezone.now(),
    )  # fmt: skip
    client.force_login(bo)

    page = client.get(f"/me/letters/{Email.objects.get().pk}/").content.decode()

    assert "A calendar file goes with this e-mail." in page
