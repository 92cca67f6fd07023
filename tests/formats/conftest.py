"""Gatherings of every kind, as other programs get to see them."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from tests.needed import JUDGES

# What a plan says, and the same told by UTC; or by days alone, while there are no hours.
KINDS: dict[str, tuple[dict[str, Any], Any]] = {
    "the day the clocks go forward": (
        {"day": date(2023, 3, 26), "from_time": time(10), "to_time": time(16)},
        ("2023-03-26T09:00:00Z", "2023-03-26T15:00:00Z"),
    ),
    "the night the clocks go forward": (
        {"day": date(2023, 3, 25), "last_day": date(2023, 3, 26), "from_time": time(20), "to_time": time(10)},
        ("2023-03-25T20:00:00Z", "2023-03-26T09:00:00Z"),
    ),
    "the day the clocks go back": (
        {"day": date(2023, 10, 29), "from_time": time(10), "to_time": time(16)},
        ("2023-10-29T10:00:00Z", "2023-10-29T16:00:00Z"),
    ),
    "the day before": (
        {"day": date(2023, 10, 28), "from_time": time(10), "to_time": time(16)},
        ("2023-10-28T09:00:00Z", "2023-10-28T15:00:00Z"),
    ),
    "elsewhere": (
        {"day": date(2023, 3, 20), "from_time": time(9), "to_time": time(12), "time_zone": "America/New_York"},
        ("2023-03-20T13:00:00Z", "2023-03-20T16:00:00Z"),
    ),
    "half an hour off": (
        {"day": date(2023, 7, 4), "from_time": time(9, 30), "to_time": time(12), "time_zone": "Asia/Kolkata"},
        ("2023-07-04T04:00:00Z", "2023-07-04T06:30:00Z"),
    ),
    "years from now": (
        {"day": date(2045, 7, 4), "from_time": time(10), "to_time": time(16)},
        ("2045-07-04T09:00:00Z", "2045-07-04T15:00:00Z"),
    ),
    "from an hour on": (
        {"day": date(2023, 5, 30), "from_time": time(9, 30)},
        ("2023-05-30T08:30:00Z", "2023-05-30T08:30:00Z"),
    ),
    "from an hour on, several days": (
        {"day": date(2023, 6, 1), "last_day": date(2023, 6, 2), "from_time": time(9, 30)},
        ("2023-06-01T08:30:00Z", "2023-06-02T23:00:00Z"),
    ),
    "a whole day": ({"day": date(2023, 5, 8)}, ("2023-05-08", "2023-05-09")),
    "several days": ({"day": date(2023, 5, 10), "last_day": date(2023, 5, 12)}, ("2023-05-10", "2023-05-13")),
    "a leap day": ({"day": date(2024, 2, 29)}, ("2024-02-29", "2024-03-01")),
}
NASTY = {
    "punctuation": 'Tea, cake; talk: "yes" \\ no \\n',
    "lines": "One\nTwo\r\nThree\rFour",
    "injection": "Tea\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:planted\r\nATTACH:http://evil.example/",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 " * 7,
    "arabic": "لقاء الربيع، خيط ذهبي " * 5,
    "long": "x" * 120,
    "controls": "Tea\x01\x08\x0b\x0c\x1b\x7f\ufffe\uffff time",
    "separators": "Tea\u2028and\u2029talk\x85here",
    "html": "</script><script>alert(1)</script><b>&amp;",
}

KHAL = """
[calendars]
[[house]]
path = {place}/house
type = calendar
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {place}/khal.db
"""


@pytest.fixture
def planned(ada):
    """A public gathering with such a plan."""

    def plan(title="A day together", **plan):
        gathering = Gathering.begin(title, by=ada)
        gathering.replan(plan, since=1, by=ada, is_small=False)
        turns.publish(gathering, by=ada)
        return Gathering.objects.with_facts().get(pk=gathering.pk)

    return plan


@pytest.fixture
def one_of_each(planned):
    return {kind: planned(kind, **plan) for kind, (plan, _times) in KINDS.items()}


@pytest.fixture
def judged(needed, tmp_path):
    """What a judge under tests/judges says of some texts, as JSON."""

    def judge(script, *texts):
        node, _installed = needed("node"), needed("judges")
        files = [tmp_path / f"{number}.txt" for number, _text in enumerate(texts)]
        [file.write_bytes(text) for file, text in zip(files, texts, strict=True)]
        process = subprocess.run(
            [node, JUDGES.parent / script, *files], check=True, capture_output=True, text=True, timeout=60
        )
        return json.loads(process.stdout)

    return judge


@pytest.fixture
def khal(tmp_path):
    (tmp_path / "house").mkdir()
    settings = tmp_path / "settings"
    settings.write_text(KHAL.format(place=tmp_path))
    command = [Path(sys.executable).with_name("khal"), "-c", settings]
    at_home = os.environ | {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "200",
    }

    def ask(*words):
        done = subprocess.run([*command, *words], check=True, capture_output=True, text=True, env=at_home, timeout=60)
        return done.stdout.splitlines()

    return ask


def by_utc(moment):
    """As in KINDS."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


@pytest.fixture
def calcurse(needed, tmp_path):
    """What it lists of a calendar, in London: day, from, to and title."""

    def listed(content):
        (tmp_path / "feed.ics").write_bytes(content)
        command = [needed("calcurse"), "-D", tmp_path, "-C", tmp_path]
        at_home = os.environ | {"HOME": str(tmp_path), "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}

        def ask(*words):
            done = subprocess.run(
                [*command, *words], check=True, capture_output=True, text=True, env=at_home, timeout=60
            )
            return done.stdout.splitlines()

        ask("-i", tmp_path / "feed.ics")
        line = "%(start:%Y-%m-%d %H:%M) %(end:%H:%M) %m\\n"
        shown = ask("-Q", "--filter-type", "cal", "--from", "01/01/2027", "--days", "400", "--format-apt", line)
        # Each day has a heading, which begins otherwise.
        return sorted(row for row in shown if row.startswith("2027-"))

    return listed
