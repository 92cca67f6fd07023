"""The page for the convenors of a gathering: what happened since they looked, who looks after what, and for whom it opens."""

from datetime import date, datetime

import pytest

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.plan import convening
from goldenthread.gatherings.plan.models import Convening, Gathering, OfferOfHelp
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix
from goldenthread.gatherings.voices.models import Readership
from goldenthread.journal.note import note
from goldenthread.kit import clock

HERE = "/gatherings/spring/convening/"


@pytest.fixture
def read(client, ada, spring):
    """The page as its convenor reads it, in one line."""
    client.force_login(ada)
    return lambda: " ".join(client.get(HERE).content.decode().split())


def test_it_says_what_happened_and_nothing_that_was_told_in_confidence(booked, bo, read):
    booking = keep_a_place(booked, PlaceRequest("Di", "di@example.org", needs="A loop."), now=clock.now())
    keep_a_place(booked, PlaceRequest("Ed", "ed@example.org"), now=clock.now())
    OfferOfHelp.objects.create(gathering=booked, point="where", words="I know a hall.", person=bo)
    note(bo, "opened the booking", booked)
    before = read()
    note(None, "corrected what they told for a gathering", booking)
    after = read()

    happened = ["2 people booked", "1 person offered to help", "Bo Hazelmoor opened the booking"]
    assert [words for words in happened if words not in after] == []
    assert ("Some people changed" in before, "Some people changed" in after) == (False, True)
    assert [words for words in ("A loop", "I know a hall", "di@example.org") if words in after] == []


def test_who_changed_their_own_seat_is_not_named(booked, read):
    arrangement = Arrangement.objects.create(gathering=booked)
    own = Mix.objects.create(arrangement=arrangement, number=1, done_at=clock.now(), is_own_change=True)
    Announcement.objects.create(mix=own)
    page = read()

    assert ("Somebody changed seats" in page, "announced the tables" in page) == (True, False)


def test_what_i_did_myself_is_no_news(booked, read):
    assert "Ada Foxglove:" not in read()
    assert "Ada Foxglove opened" not in read()


def test_looking_writes_nothing_and_a_press_says_that_it_is_read(booked, client, read):
    keep_a_place(booked, PlaceRequest("Ed", "ed@example.org"), now=clock.now())
    shown_at = clock.now().timestamp()
    keep_a_place(booked, PlaceRequest("Di", "di@example.org"), now=clock.now())
    first = read()
    assert Convening.objects.get().looked_at is None

    answer = client.post(HERE, {"shown_at": shown_at})

    assert (answer.status_code, answer["Location"]) == (302, HERE)
    assert "2 people booked" in first
    assert "1 person booked" in read()


@pytest.mark.parametrize("shown_at", ["", "soon", "1e999", "99999999999"])
def test_a_moment_that_cannot_be_is_now(client, read, shown_at):
    read()

    client.post(HERE, {"shown_at": shown_at})

    assert Convening.objects.filter(looked_at__lte=clock.now()).count() == 1


def test_who_looks_after_what_and_until_when(client, ada, read):
    read()
    form = {"task": "The door", "planned_until": "2027-05-01"}

    saved = client.post("/gatherings/spring/convenors/term/", form)

    assert saved["Location"] == HERE
    assert "The door · until 1 May 2027" in read()


def test_readers_read_until_the_day_that_was_chosen_itself_included(spring, ada, bo, read):
    until = datetime(2027, 2, 1, tzinfo=spring.zone)
    Readership.objects.create(gathering=spring, person=bo, until=until, by=ada)

    assert "until 31 January 2027" in " ".join(read().split())


def test_a_year_that_is_a_slip_is_asked_again(client, read):
    read()

    assert client.post("/gatherings/spring/convenors/term/", {"planned_until": "0020-05-01"}).status_code == 422


def test_a_keeper_who_steps_in_has_no_term(client, kim, spring):
    client.force_login(kim)

    assert client.get(HERE).status_code == 200
    assert client.get("/gatherings/spring/convenors/term/").status_code == 404


def test_one_steps_back_from_there_and_sees_it_no_more(client, ada, bo, spring):
    Convening.objects.create(gathering=spring, person=bo)
    client.force_login(ada)
    page = client.get(HERE).content.decode()

    convening.step_back(spring, ada)

    assert "/gatherings/spring/convenors/departure/" in page
    assert client.get(HERE).status_code == 403


def test_once_it_has_been_nothing_offers_to_open_fill_or_move_it(client, read, spring):
    offers = ["bookings/opening/", "bookings/paper/", "turns/settlement/", "turns/fullness/", "turns/postponement/"]
    before = read()
    Gathering.objects.update(day=date(2020, 4, 20))
    after, places = read(), client.get("/gatherings/spring/bookings/opening/").content.decode()
    settled = client.post("/gatherings/spring/turns/settlement/", {"because": ""})

    assert [offer for offer in offers if offer not in before] == []
    assert [offer for offer in offers if offer in after] == []
    assert places.partition("<main")[2].count("<form") == 0
    assert (settled.status_code, Gathering.objects.with_facts().get().is_settled) == (302, False)


@pytest.mark.parametrize("is_booked", [True, False])
def test_nor_does_any_page_for_convenors(client, read, request, is_booked):
    request.getfixturevalue("booked" if is_booked else "spring")
    offers = ["bookings/opening/", "bookings/paper/", "bookings/imports/", "turns/"]
    rooms = ["plan/", "bookings/", "tables/", "day/", "afterwards/", "bookings/needs/", "bookings/circulars/"]
    read()
    before = client.get("/gatherings/spring/bookings/").content.decode()
    Gathering.objects.update(day=date(2020, 4, 20))
    pages = [client.get(f"/gatherings/spring/{room}").content.decode() for room in rooms]

    assert "bookings/opening/" in before
    assert [(room, offer) for room, page in zip(rooms, pages, strict=True) for offer in offers if offer in page] == []
