"""The cost, said quietly: to one named convenor, answered by them, and read by nobody else."""

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking, QuietWord, State
from goldenthread.gatherings.bookings.saying_quietly import reader_at, stamp_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email

FORM = "/gatherings/spring/booking/"
SAID = "Ten pounds would be possible."


@pytest.fixture
def ann(read_by, cy, press, now):
    """Ann said it to Cy, and showed that the address is hers."""
    read_by(cy)
    press("ann")
    booking = confirm(Booking.objects.get(email="ann@example.org"), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booking


def test_the_form_names_who_reads_it(read_by, cy):
    read_by(cy)

    page = Client().get(FORM).content.decode()

    assert "If the cost is too much, say so here: what could you give?" in page
    assert "Only Cy Larkspur reads this" in page


def test_without_anybody_named_or_any_cost_there_is_no_box(read_by, cy):
    nobody = read_by(None)
    without = Client().get(FORM).content.decode()
    read_by(cy)
    Gathering.objects.filter(pk=nobody.pk).update(cost="")

    assert "the cost is too much" not in without + Client().get(FORM).content.decode()


def test_it_lies_sealed_and_is_written_to_that_one(ann, cy):
    word = QuietWord.objects.get()

    assert (word.words, word.reader, word.booking) == (SAID, cy, ann)


def test_what_was_typed_under_one_name_goes_to_no_other(read_by, ada, cy, press, room):
    read_by(cy)
    old = stamp_of(room, cy)
    read_by(ada)

    answer = press("ann", cost_for=old)
    named = read_by(None)
    gone = Client().post(FORM, {"name": "B", "email": "b@example.org", "cost": SAID, "cost_for": old})

    assert (answer.status_code, gone.status_code, reader_at(named)) == (422, 422, None)
    assert "Ada Foxglove reads this now" in answer.content.decode()
    assert (QuietWord.objects.count(), Booking.objects.count()) == (0, 0)


def test_nobody_reads_what_an_address_did_not_confirm(read_by, cy, press):
    read_by(cy)
    press("ann")

    assert list(QuietWord.objects.for_reader(cy)) == []


def test_what_was_typed_is_seen_before_it_is_ones_own(ann, read_by, cy, press):
    press("ann", "Nothing, I’m afraid.")
    press("ben", "Two pounds.")
    again = Booking.with_presses.get(state=State.AGAIN)

    assert "Nothing, I’m afraid." in Client().get(again.get_absolute_url()).content.decode()
    ben = Booking.objects.get(email="ben@example.org")
    assert "Two pounds." in Client().get(ben.get_absolute_url()).content.decode()


def test_said_with_a_press_it_counts_when_that_is_confirmed(ann, press, now):
    press("ann", "Nothing, I’m afraid.")
    before = QuietWord.objects.get(booking=ann).words
    confirm(Booking.with_presses.get(state=State.AGAIN), now)

    assert before == SAID
    assert [word.words for word in QuietWord.objects.filter(booking=ann)] == ["Nothing, I’m afraid."]
    assert QuietWord.objects.count() == 1


def test_signed_in_it_is_said_anew(ann, cy, bo, room, now):
    Booking.objects.filter(pk=ann.pk).update(person=bo)

    keep_a_place(room, PlaceRequest("Bo", bo.email, cost="Five.", cost_reader=cy), now=now, person=bo)

    assert QuietWord.objects.get().words == "Five."
