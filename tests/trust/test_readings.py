"""Who read what was told in confidence, and who took a list away, stands in the journal. What stood there does not."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.journal.models import Entry
from goldenthread.journal.reading import ONE_READING_LASTS
from goldenthread.kit import clock
from tests.house.permissions import rows
from tests.trust.booked_cast import come_to_life

SPRING = "/gatherings/spring/"
READINGS = {
    "bookings/needs/": "read what people need",
    "bookings/needs/food/": "read what people need",
    "bookings/print/": "took the list for the door",
    "bookings/list.csv": "took the list of bookings as csv",
    "bookings/list.xlsx": "took the list of bookings as xlsx",
    "day/slips/print/": "took the slips to print",
    "day/slips.pdf": "took the slips to print",
    "day/arrivals.pdf": "took the list for the door",
}


@pytest.fixture
def people(things, bo):
    come = come_to_life(things, bo)
    Entry.objects.all().delete()
    return come


@pytest.mark.parametrize(("page", "did"), READINGS.items())
def test_a_reading_is_written_down_once(page, did, client_of, people, spring, ada):
    browser = client_of("convenor")

    answers = [browser.get(SPRING + page).status_code for _ in range(3)]

    assert answers == [200] * 3
    assert list(Entry.objects.values_list("by", "did", "kind", "key", "why")) == [
        (ada.pk, did, "plan.gathering", str(spring.pk), "")
    ]


def test_an_hour_later_it_is_another_reading(client_of, people):
    browser = client_of("convenor")
    browser.get(f"{SPRING}bookings/needs/")
    Entry.objects.update(at=clock.now() - ONE_READING_LASTS)

    browser.get(f"{SPRING}bookings/needs/")

    assert Entry.objects.count() == 2


def test_each_who_reads_stands_there(client_of, people, ada, kim):
    for_each = [client_of(role).get(f"{SPRING}bookings/needs/").status_code for role in ("convenor", "keeper")]

    assert (for_each, set(Entry.objects.values_list("by", flat=True))) == ([200, 200], {ada.pk, kim.pk})


def test_who_may_not_read_leaves_no_trace(client_of, people):
    client_of("member").get(f"{SPRING}bookings/needs/")

    assert Entry.objects.count() == 0


def test_what_one_person_needs_is_a_reading_too(client_of, people):
    booking = Booking.objects.get(person=people["hosts"])
    browser = client_of("convenor")

    browser.get(f"{SPRING}bookings/{booking.pk}/")
    browser.get(f"/people/{people['hosts'].portrait.token}/")

    assert set(Entry.objects.values_list("did", "kind", "key")) == {
        ("read what somebody needs", "bookings.booking", str(booking.pk)),
        ("read what somebody needs", "people.person", str(people["hosts"].pk)),
    }


@pytest.mark.parametrize("kind", ["html", "json"])
def test_taking_everything_along_is_written_down(kind, client_of, people, bo):
    client_of("member").get(f"/me/everything.{kind}")

    assert [(entry.by, entry.did) for entry in Entry.objects.all()] == [(bo, f"took everything as {kind}")]


def test_nothing_that_was_read_stands_in_the_journal(client_of, people, things):
    browser = client_of("convenor")

    pages = [browser.get(row.address.format_map(things)).status_code for row in rows() if row.method == "GET"]

    assert len(pages) > 100
    assert [entry for entry in Entry.objects.values_list("did", "kind", "key", "why") if "canary" in str(entry)] == []
