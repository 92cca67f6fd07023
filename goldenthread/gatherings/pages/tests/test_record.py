"""Who changed what: in words, of this gathering alone, and nothing that anybody told in confidence."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.journal.models import Entry
from goldenthread.journal.note import note
from goldenthread.kit import clock

HERE = "/gatherings/spring/record/"
LINE = re.compile(r"<li>(.*?)</li>", re.DOTALL)


@pytest.fixture
def read(client, ada, spring):
    """The lines of the record as its convenor reads them, without their moments."""

    def lines():
        client.force_login(ada)
        record = client.get(HERE).content.decode().partition('<ol class="changes">')[2].partition("</ol>")[0]
        texts = [re.sub("<[^>]+>", "", line.partition("<br>")[2]) for line in LINE.findall(record)]
        return [" ".join(text.split()) for text in texts]

    return lines


@pytest.fixture
def di(booked):
    booking = keep_a_place(booked, PlaceRequest("Di", "di@example.org", needs="A loop, canary."), now=clock.now())
    Booking.objects.filter(pk=booking.pk).update(confirmed_at=clock.now())
    return booking


BEGINNING = [
    "Ada Foxglove gave the gathering another address",
    "Ada Foxglove showed the draft to everybody",
    "Ada Foxglove changed the plan",
    "Ada Foxglove started the plan",
]


def test_it_says_who_did_what_newest_first(booked, ada, read):
    turns.postpone(booked, by=ada, because="The hall is flooded.")

    assert read() == [
        "Ada Foxglove postponed the gathering: The hall is flooded.",
        "Ada Foxglove held places",
        "Ada Foxglove opened the booking",
        *BEGINNING,
    ]


def test_a_correction_names_what_was_touched_and_not_what_stands_there(di, ada, read):
    note(ada, "corrected a booking for somebody", di, why="name, email, needs")

    assert read()[0] == "Ada Foxglove corrected the booking of Di: name, e-mail, what they need"


def test_what_happened_to_a_booking_leads_to_it_on_the_list(di, ada, client, read):
    note(ada, "put a booking back", di)
    read()

    page = client.get(HERE).content.decode()

    assert f'<a href="/gatherings/spring/bookings/{di.pk}/">Ada Foxglove put the booking of Di back</a>' in page


@pytest.mark.parametrize(
    ("did", "words"),
    [
        ("gave up a place", "Di gave up their place"),
        ("ended a booking: apologies", "Di sent apologies"),
        ("offered a place", "A free place was offered to Di"),
    ],
)
def test_what_somebody_did_with_their_own_place_stands_on_the_list_too(di, read, did, words):
    note(None, did, di)

    assert read()[0] == words


def test_whoever_ends_their_own_booking_did_not_end_somebody_elses(di, bo, read):
    Booking.objects.update(person=bo)
    note(bo, "ended a booking: cancelled", di)

    assert read()[0] == "The booking of Bo Hazelmoor ended"


@pytest.mark.parametrize(
    "did",
    [
        "corrected what they told for a gathering",
        "confirmed what they typed when they asked again",
        "read what somebody needs",
        "was forgotten",
        "something that nobody knows any more",
    ],
)
def test_what_would_single_somebody_out_stands_on_no_record(di, bo, read, did):
    before = read()
    note(bo, did, di)

    assert read() == before


@pytest.mark.parametrize("did", ["changed their own seat", "left a seat"])
def test_whoever_changed_seats_is_not_named(booked, bo, read, did):
    arrangement = Arrangement.objects.create(gathering=booked)
    note(bo, did, Mix.objects.create(arrangement=arrangement, number=1))

    assert read()[0] == "Somebody changed seats"


def test_who_was_seated_by_the_worker_was_seated_by_nobody(booked, read):
    arrangement = Arrangement.objects.create(gathering=booked)
    note(None, "seated somebody who came later", Mix.objects.create(arrangement=arrangement, number=1))

    assert read()[0] == "Somebody who came later got a seat"


def test_somebody_who_left_has_no_name_any_more(spring, bo, read):
    note(bo, "held places", spring)
    bo.delete()

    assert read()[0] == "Somebody who has left held places"


def test_in_a_sample_nobody_real_did_what_was_made_up(sample_house, spring, read):
    note(None, "held places", spring)
    Entry.objects.update(at=clock.now())

    assert "Somebody held places" in read()


def test_nothing_of_another_gathering_stands_there(spring, cy, read):
    other = Gathering.begin("An autumn day", by=cy)
    note(cy, "held places", other)

    assert read() == BEGINNING


def test_nor_what_is_still_to_come_on_the_clock_of_a_sample(spring, ada, read):
    Entry.objects.update(at=clock.now().replace(year=2090))

    assert read() == []


def test_the_keeper_reads_of_every_gathering_and_of_nobodys_place(di, ada, kim, cy, client):
    note(ada, "put a booking back", di)
    note(kim, "said what this site is", kim)
    note(cy, "held places", Gathering.begin("An autumn day", by=cy))
    client.force_login(kim)
    page = " ".join(client.get("/keeper/record/").content.decode().split())

    assert [words for words in ("Di", "canary", "back</a>") if f"{words}<" in page or f" {words} " in page] == []
    assert ("Cy Kestrelby held places" in page, "Ada Foxglove held places" in page) == (True, True)
    assert "Kim Dewpond changed what this site says of itself" in page
    assert '<a href="/gatherings/spring/record/"' in page


@pytest.mark.parametrize("page", [HERE, "/keeper/record/"])
def test_it_asks_as_often_however_much_there_is(booked, ada, kim, client, page):
    client.force_login(kim)

    def how_often():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    def something_of_each(name):
        booking = keep_a_place(booked, PlaceRequest(name, f"{name}@example.org"), now=clock.now())
        arrangement, _new = Arrangement.objects.get_or_create(gathering=booked)
        number = Mix.objects.count() + 1
        note(ada, "put a booking back", booking)
        note(ada, "asked for a mix", Mix.objects.create(arrangement=arrangement, number=number))
        note(kim, "held places", Gathering.begin(name, by=kim))

    something_of_each("di")
    how_often()
    first = how_often()
    [something_of_each(name) for name in ("ed", "flo")]

    assert how_often() == first


def test_it_comes_in_pages(spring, ada, client):
    [note(ada, "held places", spring) for _n in range(50)]
    client.force_login(ada)
    first, second = (client.get(f"{HERE}?page={n}").content.decode() for n in (1, 2))

    assert (first.count("held places"), second.count("started the plan")) == (50, 1)
    assert '<a class="textlink" href="?page=2">Older</a>' in first
