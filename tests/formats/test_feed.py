"""The feed of what changed, as feed readers read it."""

import re
from datetime import date
from xml.etree.ElementTree import fromstring

import feedparser
import pytest
import time_machine

from goldenthread.gatherings.plan import turns
from tests.formats.conftest import NASTY

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@pytest.fixture
def eventful(planned, ada):
    """A gathering to which something happens on three days."""
    with time_machine.travel("2026-03-02 09:00Z", tick=False):
        gathering = planned("Spring", day=date(2026, 5, 5), venue="The Old School")
    with time_machine.travel("2026-03-03 10:00Z", tick=False):
        turns.postpone(gathering, by=ada, because="Snow")
    with time_machine.travel("2026-03-04 11:00Z", tick=False):
        turns.call_off(gathering, by=ada, because="More snow")
    return gathering


def feed_of(client, gathering):
    return client.get(f"{gathering.get_absolute_url()}changes.atom").content


def test_a_reader_finds_each_change_newest_first(client, eventful):
    feed = feedparser.parse(feed_of(client, eventful))

    assert (feed.bozo, feed.version, feed.feed.title) == (False, "atom10", "What changed: Spring")
    assert [(entry.title, entry.summary, entry.updated) for entry in feed.entries] == [
        ("The gathering is called off", "More snow", "2026-03-04T11:00:00+00:00"),
        ("The gathering is postponed", "Snow", "2026-03-03T10:00:00+00:00"),
        ("The draft was shown to everybody", "The draft was shown to everybody", "2026-03-02T09:00:00+00:00"),
        (
            "The plan changed",
            "There is a date: Tuesday 5 May 2026. A venue was found: The Old School.",
            "2026-03-02T09:00:00+00:00",
        ),
        ("The plan was started", "The plan was started", "2026-03-02T09:00:00+00:00"),
    ]


def test_what_was_told_keeps_its_name_and_its_words(client, eventful, ada):
    before = feedparser.parse(feed_of(client, eventful))
    eventful.refresh_from_db()
    eventful.replan({"title": "Summer"}, since=eventful.sequence, by=ada, is_small=False)

    after = feedparser.parse(feed_of(client, eventful))

    assert entries_of(after)[1:] == entries_of(before)
    assert after.feed.id == before.feed.id
    assert len({entry.id for entry in after.entries}) == 6


def test_the_feed_is_as_new_as_its_newest_entry(client, eventful):
    feed = feedparser.parse(feed_of(client, eventful))

    assert feed.feed.updated == "2026-03-04T11:00:00+00:00"


def test_every_moment_is_written_as_the_format_asks(client, eventful):
    dates = [part.text for part in read(client, eventful) if part.tag in DATES]

    assert [text for text in dates if not RFC_3339.fullmatch(text)] == []
    assert len(dates) == 11


DATES = {f"{ATOM}updated", f"{ATOM}published"}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_whatever_people_write_is_only_words_to_a_reader(client, planned, ada, text):
    gathering = planned(text, lede=text, venue=text)
    turns.postpone(gathering, by=ada, because=text)

    words = [part for part in read(client, gathering) if part.tag in WORDS]
    assert [part for part in words if len(part) or part.get("type") not in {None, "text", "html"}] == []
    # Without a type, the format says plain text. What it calls HTML may hold no tag of theirs.
    assert [part.text for part in words if part.get("type") == "html" and "<" in (part.text or "")] == []


WORDS = {f"{ATOM}title", f"{ATOM}summary", f"{ATOM}subtitle", f"{ATOM}name"}


def test_a_tag_that_somebody_wrote_is_shown_as_written(client, planned, ada):
    gathering = planned("<b onclick=alert(1)>Tea</b>")
    turns.postpone(gathering, by=ada, because="<script>alert(1)</script> 5 < 6")

    feed = feedparser.parse(feed_of(client, gathering))

    assert (feed.feed.title_detail.type, feed.feed.title) == (
        "text/plain",
        "What changed: <b onclick=alert(1)>Tea</b>",
    )
    assert feed.entries[0].summary == "&lt;script&gt;alert(1)&lt;/script&gt; 5 &lt; 6"


def read(client, gathering):
    return list(fromstring(feed_of(client, gathering)).iter())  # noqa: S314  # we wrote it ourselves


def entries_of(feed):
    return [(entry.id, entry.title, entry.summary, entry.updated, entry.link) for entry in feed.entries]
