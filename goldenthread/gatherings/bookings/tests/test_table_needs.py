"""What a table can meet is ticked beside the words that people read: sealed, read under a name, and forgotten like them."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.correcting_for_them import stamp_of
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.journal.models import Entry

TICKED = ["step_free", "hearing_loop"]


@pytest.fixture
def ann(ask, now):
    booking = confirm(ask("Ann"), now)
    Booking.objects.filter(pk=booking.pk).update(table_needs="quiet")
    return Booking.objects.get()


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


def test_the_first_form_does_not_ask_and_the_page_of_a_booking_does(client, ann):
    first = client.get("/gatherings/spring/booking/").context["form"]
    later = client.get(f"{ann.get_absolute_url()}told/").context["form"]

    assert ("table_needs" in first.fields, later["table_needs"].value()) == (False, ["quiet"])


def test_ticks_are_saved_and_seen_and_what_is_ticked_no_more_is_forgotten(client, ann):
    at = f"{ann.get_absolute_url()}told/"

    client.post(at, {"name": "Ann", "table_needs": TICKED})
    ticked, page = Booking.objects.get().table_needs, client.get(ann.get_absolute_url()).content.decode()
    client.post(at, {"name": "Ann"})

    assert (ticked, "Step-free, Hearing loop" in page) == ("step_free hearing_loop", True)
    assert Booking.objects.get().table_needs == ""


def test_it_lies_sealed(ann):
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_needs FROM bookings_booking")
        (kept,) = cursor.fetchone()

    assert ("quiet" in kept, len(kept) > 50) == (False, True)


def test_whoever_asks_again_keeps_what_was_ticked(ann, ask, now):
    confirm(ask("Ann", line="Glad to come"), now)

    assert Booking.objects.values_list("table_needs", flat=True).get() == "quiet"


def test_convenors_read_it_and_that_they_did_is_written_down(convenor, ann):
    page = convenor.get(f"/gatherings/spring/bookings/{ann.pk}/").content.decode()
    everybody = convenor.get("/gatherings/spring/bookings/needs/").content.decode()

    assert ("In a quiet place" in page, "In a quiet place" in everybody) == (True, True)
    assert Entry.objects.filter(did="read what somebody needs").count() == 1


def test_a_convenor_corrects_it_and_the_journal_says_which_of_it_and_not_what(convenor, ann):
    seen = stamp_of(Booking.objects.get(pk=ann.pk))
    form = {"name": "Ann", "email": "ann@example.org", "table_needs": ["near_the_door"], "seen": seen}

    convenor.post(f"/gatherings/spring/bookings/{ann.pk}/correction/", form)

    why = Entry.objects.values_list("why", flat=True).get(did="corrected a booking for somebody")
    assert (Booking.objects.get().table_needs, why) == ("near_the_door", "needs")


def test_it_is_typed_in_from_paper(convenor, room):
    convenor.post("/gatherings/spring/bookings/paper/", {"name": "Pat Paper", "table_needs": ["good_light"]})

    assert Booking.objects.get().table_needs == "good_light"


def test_it_is_forgotten_two_weeks_after_the_day(ann):
    chores.forget_needs(datetime(2027, 5, 6, tzinfo=UTC))

    assert Booking.objects.get().table_needs == ""


def test_it_is_forgotten_when_a_place_is_given_up(ann, now):
    give_up(ann, State.CANCELLED, now=now, by=None)

    assert Booking.objects.get().table_needs == ""
