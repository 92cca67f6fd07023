"""Programmes in calendars: two strict libraries, Thunderbird's parser, and khal and calcurse in London."""

from functools import partial

import pytest
import time_machine
import vobject
from icalendar import Calendar

from goldenthread.gatherings.programme.programme_calendar import calendar_of
from tests.formats.conftest import by_utc
from tests.formats.programmes import CASES, MARCH, NEW_YORK, many, release_of


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(ada):
    return partial(release_of, ada)


def test_a_calendar_has_all_that_the_format_asks_for(shown):
    content = calendar(shown(CASES["what people write"]))

    parts = Calendar.from_ical(content).walk()
    assert [(part.name, set(part.required) - set(part)) for part in parts if set(part.required) - set(part)] == []
    assert [part for part in parts if part.name == "VEVENT" and not part.get("location")] == []
    assert [read.validate(raiseException=True) for read in vobject.readComponents(content.decode())] == [True]


def calendar(programme):
    return calendar_of(programme, programme.placings)


def test_thunderbirds_parser_reads_every_hour(judged, shown):
    programmes = [shown(sessions, slug=f"day-{n}") for n, sessions in enumerate(CASES.values())]
    programmes += [shown(many(3), slug="over-there", time_zone=NEW_YORK)]

    calendars = judged("calendar.mjs", *map(calendar, programmes))

    assert [sorted((event["start"], event["end"]) for event in read["events"]) for read in calendars] == [
        sorted((by_utc(placing.starts_at), by_utc(placing.ends_at)) for placing in programme.placings)
        for programme in programmes
    ]


def test_khal_shows_the_night_the_clocks_go_back_at_its_local_hours(khal, shown, tmp_path):
    (tmp_path / "feed.ics").write_bytes(calendar(shown(CASES["the night the clocks go back"])))
    khal("import", "--batch", "-a", "house", str(tmp_path / "feed.ics"))

    listed = khal(
        "list", "--once", "--day-format", "", "--format", "{title}: {start-long} - {end-long}", "2027-10-30", "3d"
    )

    assert set(filter(None, listed)) == {
        "Watch: 2027-10-31 00:30 - 2027-10-31 01:30",
        "Tea: 2027-10-31 02:00 - 2027-10-31 02:09",
    }


@pytest.mark.parametrize(
    "case", ["sixty in three days", "the night the clocks go back", "titles that slugs do not know"]
)
def test_calcurse_shows_as_many_events_as_sessions_at_their_hours(calcurse, shown, case):
    programme = shown(CASES[case])

    assert calcurse(calendar(programme)) == sorted(
        f"{placing.starts_at:%Y-%m-%d %H:%M} {placing.ends_at:%H:%M} {placing.session.title}"
        for placing in programme.placings
    )
