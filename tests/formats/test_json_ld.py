"""What search engines are told of a gathering, as schema.org's own vocabulary allows it."""

import json
from datetime import date, time
from html.parser import HTMLParser
from typing import Any

import pytest

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.programme.tests.showing import held, room, show
from goldenthread.kit import clock
from tests.formats.conftest import NASTY

VOCABULARY = "data/schemas/schemaorg-all-https.jsonld"
HOURS = {"day": date(2027, 5, 4), "from_time": time(10), "to_time": time(16)}
HERE = {"venue": "The Old School", "address": "1 Hill Street, Leeds", "hosted_by": "The Guild", "places": 80}
PLANS: dict[str, dict[str, Any]] = {
    "a day only": {"day": date(2027, 5, 4)},
    "several days": {"day": date(2027, 5, 4), "last_day": date(2027, 5, 6), **HERE},
    "with hours": HOURS | HERE | {"lede": "Come as you are."},
    "online": HOURS | {"way": "online"},
    "both": HOURS | HERE | {"way": "both"},
    "both, no place yet": HOURS | {"way": "both"},
}


@pytest.fixture
def vocabulary(needed):
    return (needed("shared") / VOCABULARY).read_bytes()


@pytest.fixture
def pages(client, planned, ada):
    """A page of each kind, and one with a fault planted."""
    called_off, postponed = planned("called off", **HOURS), planned("postponed", **HOURS)
    turns.call_off(called_off, by=ada, because="Snow")
    turns.postpone(postponed, by=ada, because="Snow")
    gatherings = [planned(kind, **plan) for kind, plan in PLANS.items()] + [called_off, postponed]
    for gathering in gatherings[:2]:
        held(gathering, "Eleven chairs", day=gathering.day, room=room(gathering), names=["Jude Oakmoor"])
        show(gathering, now=clock.now())
    shown = {gathering.title: client.get(gathering.get_absolute_url()).content for gathering in gatherings}
    return shown | {"planted": shown["a day only"].replace(b'"startDate"', b'"startsSometime"', 1)}


def test_schema_org_knows_all_that_is_told(judged, vocabulary, pages):
    answers = dict(zip(pages, judged("json_ld.mjs", vocabulary, *pages.values()), strict=True))

    assert {kind: answer["faults"] for kind, answer in answers.items()} == {kind: [] for kind in pages} | {
        "planted": [
            'WARNING: Property "startsSometime" for type "Event" is not supported by the schema.org specification'
        ]
    }
    assert {kind: len(answer["events"]) for kind, answer in answers.items()} == dict.fromkeys(pages, 1)


def test_it_tells_what_the_plan_says(pages):
    events = {kind: json_ld(page) for kind, page in pages.items() if kind != "planted"}

    assert {kind: (event["startDate"], event.get("endDate")) for kind, event in events.items()} == dict.fromkeys(
        events, ("2027-05-04T10:00:00+01:00", "2027-05-04T16:00:00+01:00")
    ) | {"a day only": ("2027-05-04", None), "several days": ("2027-05-04", "2027-05-06")}
    assert {kind: event["eventStatus"].rpartition("/")[2] for kind, event in events.items()} == dict.fromkeys(
        events, "EventScheduled"
    ) | {"called off": "EventCancelled", "postponed": "EventPostponed"}
    assert {kind: types(event.get("location")) for kind, event in events.items()} == {
        "a day only": [],
        "several days": ["Place"],
        "with hours": ["Place"],
        "online": ["VirtualLocation"],
        "both": ["Place", "VirtualLocation"],
        "both, no place yet": ["VirtualLocation"],
        "called off": [],
        "postponed": [],
    }


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_nothing_breaks_out_of_it(client, planned, text):
    page = client.get(planned(text, lede=text, venue=text, hosted_by=text, **HOURS).get_absolute_url()).content

    event = json_ld(page)

    assert (event["name"], event["description"], event["location"]["name"]) == (text, text, text)
    assert scripts(page) == ["application/ld+json"]


class Reader(HTMLParser):
    """The scripts of a page and what they hold, as a browser would take it apart; and its Open Graph."""

    def __init__(self, page):
        super().__init__()
        self.scripts, self.inside, self.graph = [], [], {}
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "script" and not attributes.get("src"):
            self.scripts.append(attributes.get("type"))
            self.inside.append("")
        if tag == "meta" and attributes.get("property", "").startswith("og:"):
            self.graph[attributes["property"].removeprefix("og:")] = attributes["content"]

    def handle_data(self, data):
        if self.cdata_elem == "script" and self.inside:
            self.inside[-1] += data


def test_it_is_told_how_it_looks_when_passed_on(client, planned):
    gathering = planned('Tea & "cake"', lede="Come as you are.")

    graph = Reader(client.get(gathering.get_absolute_url()).content).graph

    assert graph == {
        "site_name": "Home",
        "type": "website",
        "url": f"http://testserver{gathering.get_absolute_url()}",
        "image": "http://testserver/static/social.png",
        "title": 'Tea & "cake"',
        "description": "Come as you are.",
    }


def scripts(page):
    return Reader(page).scripts


def json_ld(page):
    return json.loads(Reader(page).inside[0])


def types(location):
    return [place["@type"] for place in (location if isinstance(location, list) else [location]) if place]
