"""A mistyped address is put right by a convenor: both addresses read of it, and the new one proves that it is theirs."""

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import say_yes_for
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.rules import may_correct
from goldenthread.outbox.models import Email


@pytest.fixture
def vouched(nan, now, ada):
    """Nan told a convenor that she comes, and nobody at her address has said so."""
    say_yes_for(nan, now=now, by=ada)
    chores.write_emails(now)
    Email.objects.all().delete()
    return Booking.objects.get(pk=nan.pk)


def written():
    return {email.address: email for email in Email.objects.order_by("pk")}


def test_a_mistyped_address_is_put_right_and_both_read_of_it(vouched, correct, client):
    key = vouched.key
    correct(vouched, email="nancy@example.org")

    vouched.refresh_from_db()
    assert (vouched.email, vouched.address, vouched.state) == ("nancy@example.org", "nancy@example.org", State.COMING)
    assert {address: vouched.key in email.text for address, email in written().items()} == {
        "nancy@example.org": True,
        "nan@example.org": False,
    }
    assert "nancy@" not in written()["nan@example.org"].text
    assert client.get(f"/gatherings/spring/booking/{key}/").status_code == 404


def test_the_new_address_reads_nothing_of_tables_before_it_said_that_it_is_them(vouched, correct, client, now):
    correct(vouched, email="nancy@example.org", supporter="Joy")
    vouched.refresh_from_db()
    client.logout()
    page = client.get(vouched.get_absolute_url()).content.decode()
    before = may_correct(vouched, now), client.get(f"{vouched.get_absolute_url()}wishes/").status_code

    client.post(f"{vouched.get_absolute_url()}confirmation/")

    nan = Booking.objects.get(pk=vouched.pk)
    assert ("Joy" in page, "Yes, this is me" in page, before) == (False, True, (False, 404))
    wishes = client.get(f"{nan.get_absolute_url()}wishes/").status_code
    assert (may_correct(nan, now), wishes, nan.address) == (True, 200, "nancy@example.org")


@pytest.mark.parametrize("address", ["ben@example.org", "BEN@example.org"])
def test_an_address_that_has_a_booking_here_is_refused_in_words(nan, ask, correct, address):
    ask("Ben")

    page = correct(nan, email=address)

    assert (page.status_code, Booking.objects.get(name="Nan").email) == (422, "nan@example.org")
    assert "Somebody already has a booking here with this address." in page.content.decode()


def test_so_is_that_of_who_said_no(nan, correct, client):
    bo = Booking.objects.get(name="Bo")
    client.post(f"{bo.get_absolute_url()}cancellation/")

    page = correct(nan, email="bo@example.org")

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
    assert (str(pat.person), pat.address, list(written())) == ("Pat", "pat@example.org", ["pat@example.org"])
