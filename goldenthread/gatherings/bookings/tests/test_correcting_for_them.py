"""Somebody rings up: a convenor corrects what they told, their name, or a mistyped address, and they read who did."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
DID = "corrected a booking for somebody"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


def written():
    return {email.address: email for email in Email.objects.order_by("pk")}


def test_name_needs_and_supporter_are_put_right_and_they_read_who_did(ann, correct, ada):
    page = correct(ann, name="Anne Weir", needs="No nuts.", supporter="Sam")

    ann.refresh_from_db()
    assert (ann.known_as, ann.needs, ann.supporter, ann.seats) == ("Anne Weir", "No nuts.", "Sam", 2)
    assert (ann.sectors, ann.line, "Saved." in page.content.decode()) == (["education"], "Hello", True)
    email = written()["ann@example.org"]
    assert (
        "Ada Foxglove corrected your booking for “A spring day”: your name, what you need and who comes with you."
        in email.text
    )
    assert (email.speaks_of, "No nuts" in email.text, ann.key in email.text) == (ada, False, True)


def test_the_journal_keeps_who_when_and_which_fields_and_nothing_of_what_they_need(ann, correct, ada):
    correct(ann, needs="Canary seed")

    entry = Entry.objects.get(did=DID)
    assert (entry.by, entry.key, entry.why) == (ada, str(ann.pk), "needs")


def test_nothing_changed_is_no_email_and_no_entry(ann, correct):
    page = correct(ann).content.decode()

    assert ("Nothing was changed." in page, Email.objects.count(), Entry.objects.filter(did=DID).count()) == (
        True,
        0,
        0,
    )


def test_a_sector_is_never_shown_and_whether_it_was_the_same_is_not_said(ann, correct, browser):
    page = browser.get(f"/gatherings/spring/bookings/{ann.pk}/correction/").content.decode()
    same = correct(ann, sectors=["education"]).content.decode()
    other = correct(ann, sectors=["health"]).content.decode()

    assert ("checked" in page, "Saved." in same, "Saved." in other) == (False, True, True)
    assert Booking.objects.get().sectors == ["health"]


def test_a_sector_can_be_forgotten(ann, correct):
    both = correct(ann, sectors=["health"], forgets_sectors="on")
    correct(ann, forgets_sectors="on")

    assert (both.status_code, Booking.objects.get().sectors) == (422, [])


def test_who_has_a_page_here_keeps_name_and_address_there(ann, correct):
    ann.person.join()

    correct(ann, name="Somebody else", email="else@example.org", needs="Tea")

    now_told = Booking.objects.get()
    assert (now_told.known_as, now_told.address, now_told.needs) == ("Ann", "ann@example.org", "Tea")


def test_after_the_day_nothing_is_corrected(ann, browser, ada):
    with time_machine.travel(AFTER, tick=False):
        browser.force_login(ada)
        answer = browser.post(f"/gatherings/spring/bookings/{ann.pk}/correction/", {"name": "X", "email": "x@x.org"})

    assert (answer.status_code, Booking.objects.get().known_as) == (302, "Ann")
