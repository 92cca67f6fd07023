"""Somebody rings up: a convenor corrects what they told, their name, or a mistyped address, and they read who did."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.rules import may_correct
from goldenthread.gatherings.tables.rules import may_wish
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
DID = "corrected a booking for somebody"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def ann(ask, now):
    booked = confirm(ask("Ann", sectors=["education"], needs="No stairs.", line="Hello"), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booked


@pytest.fixture
def correct(browser, now):
    """Type what they told; what is not said stays as the form shows it."""

    def correct(booking, **typed):
        at = f"/gatherings/spring/bookings/{booking.pk}/correction/"
        form = browser.get(at).context["form"]
        shown = {field.name: field.value() for field in form if field.value()}
        answer = browser.post(at, shown | typed, follow=True)
        chores.write_emails(now)
        return answer

    return correct


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


def test_a_mistyped_address_is_put_right_and_both_read_of_it(ann, correct, client):
    key = ann.key
    correct(ann, email="anna@example.org")

    ann.refresh_from_db()
    assert (ann.email, ann.address, ann.state, ann.person) == (
        "anna@example.org",
        "anna@example.org",
        State.COMING,
        None,
    )
    assert {address: ann.key in email.text for address, email in written().items()} == {
        "anna@example.org": True,
        "ann@example.org": False,
    }
    assert "anna@" not in written()["ann@example.org"].text
    assert client.get(f"/gatherings/spring/booking/{key}/").status_code == 404


def test_the_new_address_reads_nothing_of_what_they_told_before_it_said_that_it_is_them(ann, correct, client, now):
    correct(ann, email="anna@example.org")
    ann.refresh_from_db()
    client.logout()
    page = client.get(ann.get_absolute_url()).content.decode()
    before = may_correct(ann, now), may_wish(ann, now), client.get(f"{ann.get_absolute_url()}wishes/").status_code

    client.post(f"{ann.get_absolute_url()}confirmation/")

    ann = Booking.objects.get()
    assert ("No stairs" in page, "Yes, this is me" in page, before) == (False, True, (False, False, 404))
    assert (may_correct(ann, now), may_wish(ann, now), ann.person.email) == (True, True, "anna@example.org")


@pytest.mark.parametrize("address", ["ben@example.org", "BEN@example.org"])
def test_an_address_that_has_a_booking_here_is_refused_in_words(ann, ask, correct, address):
    ask("Ben")

    page = correct(ann, email=address)

    assert (page.status_code, Booking.objects.get(name="Ann").email) == (422, "ann@example.org")
    assert "Somebody already has a booking here with this address." in page.content.decode()


def test_so_is_that_of_who_said_no(ann, room, correct, now, client, ada):
    bo = put_down(room, PlaceRequest("Bo", "bo@example.org"), now=now, by=ada)
    client.post(f"{bo.get_absolute_url()}cancellation/")

    page = correct(ann, email="bo@example.org")

    assert "Only they can ask for a place now." in page.content.decode()


def test_who_never_got_our_email_is_asked_at_the_right_address(ask, correct, now):
    cat = ask("Cat", needs="Typed by anybody")
    page = correct(cat, name="Kat", email="kat@example.org")

    cat.refresh_from_db()
    assert (cat.state, cat.known_as, cat.email, cat.until, cat.needs) == (
        State.EXPECTED,
        "Kat",
        "kat@example.org",
        None,
        "",
    )
    assert ("They’re coming" in page.content.decode(), {email.kind for email in Email.objects.all()}) == (
        True,
        {"booking: expected", "booking: corrected"},
    )


def test_who_was_put_down_and_never_asked_hears_nothing_yet(nan, correct):
    correct(nan, name="Nancy", email="nancy@example.org")

    nan.refresh_from_db()
    assert (nan.name, nan.state, nan.is_unanswered, Email.objects.count()) == ("Nancy", State.EXPECTED, True, 0)


def test_who_was_asked_at_the_wrong_address_is_asked_at_the_right_one(nan, correct, room, now):
    ask_each(to_ask(room).filter(booking=nan), now=now)
    chores.write_emails(now)
    Email.objects.all().delete()

    correct(nan, email="nancy@example.org")

    assert {email.address: email.kind for email in Email.objects.all()} == {
        "nan@example.org": "booking: corrected",
        "nancy@example.org": "booking: expected",
    }


def test_somebody_on_paper_gets_an_address_and_stays_who_they_are(room, ada, now, correct):
    pat = put_down(room, PlaceRequest("Pat"), now=now, by=ada)
    correct(pat, email="pat@example.org")

    pat.refresh_from_db()
    assert (pat.person.name, pat.address, list(written())) == ("Pat", "pat@example.org", ["pat@example.org"])


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
