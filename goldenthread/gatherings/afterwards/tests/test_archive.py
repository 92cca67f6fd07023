"""The archive: the whole gathering as a folder, as it looks on the site, with nobody in it who came."""

import io
import re
import zipfile

import pytest

from goldenthread.gatherings.afterwards import archiving
from goldenthread.gatherings.afterwards.models import Outcome
from goldenthread.gatherings.bookings.models import SectorCounts
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, Release, Session, SessionVoice
from goldenthread.gatherings.programme.tests.showing import show

PAGES = ["changes.html", "feedback.html", "index.html", "wall.html"]
LINK = re.compile(r'(?:href|src)="([^"#]+)')


@pytest.fixture
def wall(today):
    Reflection.objects.create(gathering=today, words="We laughed.", is_read=True)
    Reflection.objects.create(gathering=today, words="Not read yet.")


@pytest.fixture
def full_plan(today, ada):
    """All that a plan can say."""
    facts = {
        "about": "About bread.",
        "for_whom": "Anybody who eats.",
        "hosted_by": "The Bakers",
        "cost": "Nothing, or five pounds",
        "getting_there": "By tram.",
        "expect": "Soup at noon.",
        "safeguarding": "Mo, at the door",
        "step_free": True,
        "hearing_loop": False,
        "aims": {"health": 12},
    }
    today.replan(facts, since=today.sequence, by=ada, is_small=False)
    return Gathering.objects.with_facts().get(pk=today.pk)


@pytest.fixture
def packed(convenor, to, full_plan, wall):
    """The pages by name, as they come out of the zip."""

    def unpacked():
        folder = zipfile.ZipFile(io.BytesIO(to.get("archive.zip").content))
        return {name.removeprefix("spring/"): folder.read(name) for name in folder.namelist()}

    return unpacked


def test_it_is_the_whole_gathering(packed, full_plan):
    Outcome.objects.create(gathering=full_plan, words="Three circles.")
    SectorCounts.objects.update_or_create(
        gathering=full_plan, defaults={"counts": {"health": 10}, "counted_on": full_plan.day}
    )
    files = packed()

    plan = files["index.html"].decode()
    facts_on_it = [
        *("Tuesday 20 April 2027", "The Old School", "step-free · no hearing loop", "Ada Foxglove", "The Bakers", "30"),
        *(
            "Nothing, or five pounds",
            "Mo, at the door",
            "Three circles.",
            "About bread.",
            "Anybody who eats.",
            "By tram.",
        ),
        *("Soup at noon.", "Round 1", "10:00", "Round 2", "11:00", "Health", "about 10 of 12"),
    ]
    assert [words for words in facts_on_it if words not in plan] == []
    assert ("We laughed." in files["wall.html"].decode(), "About bread." in files["changes.html"].decode()) == (
        True,
        True,
    )


def test_nobody_is_in_it_who_came(packed):
    everything = "".join(content.decode() for name, content in packed().items() if name.endswith(".html"))

    assert [words for words in ("Not read yet.", "Ann", "Weir", "<script", "src=") if words in everything] == []


def test_it_needs_no_site_and_no_network(packed):
    files = packed()
    links = {link for name in PAGES for link in LINK.findall(files[name].decode())}
    urls = re.findall(r'url\(["\']?([^)"\']+)', files["thread.css"].decode())

    assert sorted(links) == sorted([*PAGES, "thread.css"])
    assert [url for url in urls if url not in files and not url.startswith("data:")] == []
    assert [name for name in files if name.startswith("fonts/") and name.endswith(".woff2")] != []
    # Where it was, and nothing that a browser would fetch.
    assert set(re.findall(r"https?://[^< ]*", files["index.html"].decode())) == {
        "http://localhost:8000/gatherings/spring/"
    }


def test_a_bare_plan_has_no_empty_headings(convenor, to, today):
    Gathering.objects.filter(pk=today.pk).update(venue="", address="")
    folder = zipfile.ZipFile(io.BytesIO(to.get("archive.zip").content))

    plan = folder.read("spring/index.html").decode()
    assert re.findall(r"<dt>(.*?)</dt>", plan) == ["When", "Convened by", "Places"]
    assert re.findall(r'<h2 id="(.+?)"', plan) == ["programme"]


def test_the_same_folder_can_be_written_anywhere(wall, today, evening, tmp_path):
    written = archiving.as_folder(today, evening, tmp_path / "kept")

    assert [path.name for path in written if path.suffix == ".html"] == [
        "index.html",
        "wall.html",
        "feedback.html",
        "changes.html",
    ]
    assert archiving.as_zip(today, evening) == archiving.as_zip(today, evening)


def test_the_programme_is_in_it_as_a_page_and_as_files(packed, full_plan):
    session = Session.objects.create(gathering=full_plan, title="Eleven chairs", words="Bring one.")
    SessionVoice.objects.create(session=session, number=1, name="Priya Ashdown")
    SessionVoice.objects.create(session=session, number=2, name="Jude Oakmoor")
    Placing.objects.create(session=session, day=full_plan.day, from_time="11:00")
    show(full_plan)
    SessionVoice.objects.filter(name="Jude Oakmoor").delete()

    files = {name: content.decode() for name, content in packed().items() if not name.startswith("fonts/")}

    held = [name for name, content in files.items() if "Eleven chairs" in content]
    named = [name for name, content in files.items() if "Priya Ashdown" in content]
    assert sorted(held) == ["programme.html", "schedule.ics", "schedule.json", "schedule.xml"]
    assert sorted(named) == sorted(held)
    # Whoever went since the release is gone from here, too.
    assert [name for name, content in files.items() if "Jude" in content] == []
    assert 'href="programme.html"' in files["index.html"]
    assert "<script" not in files["programme.html"]


def test_a_programme_that_was_never_settled_is_in_it_as_a_draft_and_as_no_file(packed, full_plan):
    session = Session.objects.create(gathering=full_plan, title="Eleven chairs")
    Placing.objects.create(session=session, day=full_plan.day, from_time="11:00")
    show(full_plan)
    Release.objects.update(is_draft=True)

    files = packed()

    assert "It was never settled." in files["programme.html"].decode()
    assert [name for name in files if name.startswith("schedule")] == []
