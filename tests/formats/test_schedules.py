"""Programmes as the programs of others take them: both official schemas, and c3voc's own tools."""

import json
import subprocess
from datetime import time
from functools import partial

import pytest
import time_machine

from goldenthread.gatherings.programme.models import Placing, Session
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from tests.formats.programmes import CASES, DAY, MARCH, NEW_YORK, many, release_of, released
from tests.needed import ROOT

JUDGE = ROOT / "tests" / "judges" / "schedules.py"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(ada):
    return partial(release_of, ada)


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
    programmes["what breaks other programs"] = shown(naughty(needed("shared")), slug="naughty")
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


def naughty(shared):
    """The big list of naughty strings, each the title of a session."""
    texts = json.loads((shared / "data" / "names" / "blns.json").read_text())
    return [(text[:160], DAY, time(n // 60, n % 60), 15, f"Room {n % 12}") for n, text in enumerate(texts)]


def test_the_same_session_twice_is_two_events(shown):
    programme = shown(many(1))
    session = Session.objects.get()
    Placing.objects.create(session=session, number=2, day=DAY, from_time=time(15))
    again = released(programme.gathering)

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

    assert sorted(guids(released(programme.gathering))) == sorted(before)


def guids(programme):
    [day] = json.loads(schedule_json(programme))["schedule"]["conference"]["days"]
    return [event["guid"] for room in day["rooms"].values() for event in room]
