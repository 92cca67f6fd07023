"""A slip for each who comes, with their own sessions and tables; and one's own day, from the page of one's place."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix, Round, Seat, Table
from tests.on_paper import pages_of

SLIPS = "/gatherings/spring/programme/sign-up/slips.pdf"


@pytest.fixture
def chairs(opened, held, hall, comes, sit, released):
    """Di has a chair in the workshop at ten, Ed in the circle; at three both can choose, and tea is for everybody."""
    held("Songs", hall, 15)
    Session.objects.filter(pk=held("Tea", None, 11).pk).update(kind="break")
    released()
    sit(comes("Di"), opened[0])
    sit(comes("Ed"), opened[2])


@pytest.fixture
def at_table(day, now):
    """In the first round, at four in the afternoon, Di sits at the window."""
    arrangement = Arrangement.objects.create(gathering=day)
    round_ = Round.objects.create(arrangement=arrangement, number=1, starts_at=day.starts_at + timedelta(hours=6))
    table = Table.objects.create(arrangement=arrangement, number=1, label="The window")
    mix = Mix.objects.create(arrangement=arrangement, number=1, seed=1)
    Announcement.objects.create(mix=mix, at=now - timedelta(hours=1))
    return lambda booking: Seat.objects.create(mix=mix, round=round_, table=table, booking=booking)


def words(answer):
    return " ".join(" ".join(page.text.split()) for page in pages_of(answer.content))


def my_day(booking):
    return f"/gatherings/spring/booking/{booking.key}/sessions/my-day.pdf"


def test_my_day_has_my_sessions_my_tables_and_what_is_for_everybody(client, chairs, at_table):
    di = Booking.objects.get(name="Di")
    at_table(di)

    day = words(client.get(my_day(di)))

    assert [word in day for word in ("Di", "A workshop", "Tea", "Round 1", "The window")] == [True] * 5
    # Nothing of others, and what can still be chosen is a line to write on.
    assert [word in day for word in ("Ed", "A circle", "Songs")] == [False] * 3
    assert "15:00" in day


def test_convenors_print_a_slip_for_each_who_comes(client, ada, chairs, at_table, comes):
    at_table(Booking.objects.get(name="Di"))
    comes("Flo")
    client.force_login(ada)

    slips = words(client.get(SLIPS))

    counted = [slips.count(word) for word in ("A workshop", "A circle", "Tea", "The window", "Flo")]
    assert counted == [1, 1, 3, 1, 1]


def test_slips_are_the_convenors_alone_and_of_what_was_shown(client, ada, bo, day, workshop, comes):
    flo = comes("Flo")
    client.force_login(ada)
    before = client.get(SLIPS).status_code, client.get(my_day(flo)).status_code
    client.force_login(bo)

    assert (before, client.get(SLIPS).status_code) == ((404, 404), 403)


def test_ways_lead_there(client, ada, chairs):
    di = Booking.objects.get(name="Di")
    pages = [di.get_absolute_url(), f"/gatherings/spring/booking/{di.key}/sessions/"]
    ways = [f'href="{my_day(di)}"' in client.get(page).content.decode() for page in pages]
    client.force_login(ada)

    assert ways == [True, True]
    assert f'{SLIPS}?paper=a4"' in client.get("/gatherings/spring/programme/draft/print/").content.decode()


def test_who_is_on_the_waiting_list_of_the_gathering_has_no_slip(client, chairs):
    di = Booking.objects.get(name="Di")
    Booking.objects.filter(pk=di.pk).update(state="waiting")

    assert client.get(my_day(di)).status_code == 302


def test_no_slip_is_cut_in_two(client, ada, day, held, comes, released):
    for hour in range(5, 21):
        Session.objects.filter(pk=held(f"Tea at {hour}", None, hour).pk).update(kind="break")
    released()
    for number in range(6):
        comes(f"Guest{number}")
    client.force_login(ada)

    pages = pages_of(client.get(SLIPS).content)

    assert [(page.text.count("Guest"), page.text.count("Tea at 20")) for page in pages] == [(4, 4), (2, 2)]
