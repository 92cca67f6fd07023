"""Programmes as the programs of others take them: both official schemas, c3voc's own tools, and calendars."""

import json
import subprocess
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
import vobject
from icalendar import Calendar

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.calendar import calendar_of
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.programme.public import public_programme
from goldenthread.gatherings.programme.releasing import next_release, release
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from tests.formats.conftest import NASTY, by_utc
from tests.needed import ROOT

MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)
NEW_YORK = "America/New_York"
DAY, CLOCKS_BACK = date(2027, 4, 20), date(2027, 10, 31)
JUDGE = ROOT / "tests" / "judges" / "schedules.py"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(ada):
    """A released programme of such sessions: title, day, hour, minutes, and in which of its rooms."""

    def show(sessions, slug="launch-9f3a", **plan):
        gathering = Gathering.begin("A day together", by=ada, **({"day": DAY} | plan))
        Gathering.objects.filter(pk=gathering.pk).update(slug=slug)
        rooms = _rooms(gathering, {room for *_rest, room in sessions if room})
        made = Session.objects.bulk_create(
            Session(gathering=gathering, title=title, words=title, minutes=minutes)
            for title, _day, _hour, minutes, _room in sessions
        )
        SessionVoice.objects.bulk_create(SessionVoice(session=session, number=1, name="Priya") for session in made)
        Placing.objects.bulk_create(
            Placing(session=session, day=day, from_time=hour, room=rooms.get(room))
            for session, (_title, day, hour, _minutes, room) in zip(made, sessions, strict=True)
        )
        return _released(gathering)

    return show


def _rooms(gathering, names):
    return {
        name: ProgrammeRoom.objects.create(gathering=gathering, number=number, name=name)
        for number, name in enumerate(sorted(names), start=1)
    }


def _released(gathering):
    found = Gathering.objects.with_facts().get(pk=gathering.pk)
    release(found, by=None, words="", seen=next_release(found, MARCH).stamp, now=MARCH)
    return public_programme(found, MARCH)


def many(how_many, days=1):
    """Sessions of a quarter of an hour, in twelve rooms."""
    return [
        (
            f"Session {n}",
            DAY + timedelta(days=n % days),
            time(8 + n // 12 // 4 % 14, n // 12 % 4 * 15),
            15,
            f"Room {n % 12}",
        )
        for n in range(how_many)
    ]


CASES = {
    "one": many(1),
    "sixty": many(60),
    "sixty in three days": many(60, days=3),
    "five hundred in three days": many(500, days=3),
    "past midnight": [
        ("Night walk", DAY, time(23, 30), 90, "Hall"),
        ("Fire", DAY + timedelta(1), time(0, 45), 30, "Yard"),
    ],
    "a whole day": [("Vigil", DAY, time(0), 24 * 60, "Hall")],
    "everywhere, and in a room of that name": [
        ("Tea", DAY, time(9), 30, ""),
        ("Talk", DAY, time(10), 30, "Everywhere"),
    ],
    "the night the clocks go back": [
        ("Watch", CLOCKS_BACK, time(0, 30), 120, "Hall"),
        ("Tea", CLOCKS_BACK, time(2), 9, ""),
    ],
    "titles that slugs do not know": [
        ("Joy", DAY, time(9), 30, "Hall"),
        ("喜", DAY, time(10), 30, "Hall"),
        ("مرحبا", DAY, time(11), 30, "Hall"),
        ("👩‍👩‍👧‍👦", DAY, time(12), 30, "Hall"),
        ("-", DAY, time(13), 30, "Hall"),
    ],
    "what people write": [(text[:160], DAY, time(n), 30, text[:80]) for n, text in enumerate(NASTY.values())],
}


@pytest.fixture
def judge_schedules(needed, tmp_path):
    """What both schemas and c3voc's tools say, of all files in one go."""

    def judge(files):
        python, schemas = needed("schedule-tools"), needed("shared") / "data" / "programmes"
        paths = [tmp_path / name for name in files]
        [path.write_bytes(content) for path, content in zip(paths, files.values(), strict=True)]
        ran = subprocess.run([python, JUDGE, schemas, *paths], check=True, capture_output=True, text=True, timeout=120)
        return dict(zip(files, json.loads(ran.stdout), strict=True))

    return judge


def test_both_official_schemas_allow_every_kind_and_c3vocs_tools_read_it(needed, judge_schedules, shown):
    programmes = {kind: shown(sessions, slug=f"day-{n}") for n, (kind, sessions) in enumerate(CASES.items())}
    programmes |= {
        "of three letters": shown(many(1), slug="day"),
        "elsewhere": shown(many(1), slug="over-there", time_zone=NEW_YORK),
        "in a zone without a town": shown(many(1), slug="no-town", time_zone="Etc/GMT"),
    }
    files = {f"{kind}.xml": schedule_xml(programme) for kind, programme in programmes.items()}
    files |= {f"{kind}.json": schedule_json(programme) for kind, programme in programmes.items()}
    control = {"control.json": (needed("shared") / "data/programmes/invalid-example.json").read_bytes()}
    control |= {"control.xml": files["one.xml"].replace(b"<duration>00:15", b"<duration>100:00")}

    answers = judge_schedules(files | control)

    assert {name: answers[name]["faults"] for name in files if answers[name]["faults"]} == {}
    assert [bool(answers[name]["faults"]) for name in control] == [True, True]
    read = {name: sorted(answers[name]["events"]) for name in files}
    assert {kind: read[f"{kind}.xml"] for kind in programmes} == {kind: read[f"{kind}.json"] for kind in programmes}
    assert {kind: len(read[f"{kind}.json"]) for kind in programmes} == {
        kind: len(programme.placings) for kind, programme in programmes.items()
    }


def test_the_same_session_twice_is_two_events(shown):
    programme = shown(many(1))
    session = Session.objects.get()
    Placing.objects.create(session=session, number=2, day=DAY, from_time=time(15))
    again = _released(programme.gathering)

    events = [
        event
        for room in json.loads(schedule_json(again))["schedule"]["conference"]["days"][0]["rooms"].values()
        for event in room
    ]

    assert [len({event[key] for event in events}) for key in ("guid", "id", "slug", "title")] == [2, 2, 2, 1]


def test_what_others_know_it_by_stays_the_same_over_releases(shown):
    programme = shown(many(3))
    before = guids(programme)
    Placing.objects.filter(session__title="Session 1").update(from_time=time(15))

    assert sorted(guids(_released(programme.gathering))) == sorted(before)


def guids(programme):
    [day] = json.loads(schedule_json(programme))["schedule"]["conference"]["days"]
    return [event["guid"] for room in day["rooms"].values() for event in room]


def test_a_calendar_has_all_that_the_format_asks_for(shown):
    content = calendar(shown(CASES["what people write"]))

    whole = Calendar.from_ical(content)
    assert [part.name for part in whole.walk() if any(name not in part for name in part.required)] == []
    assert [part for part in whole.walk("VEVENT") if not part.get("location")] == []
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
