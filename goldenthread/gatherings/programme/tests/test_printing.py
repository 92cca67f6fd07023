"""Who may print what: the programme that was shown for everybody, the draft for its convenors, slips with names."""

from datetime import UTC, datetime, time

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.programme import paper_pdf
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.models import Release, SessionVoice
from goldenthread.gatherings.programme.paper_loading import drafted, shown
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit import clock
from tests.on_paper import pages_of

HERE = "/gatherings/spring/programme/"
PROVED = {"confirmed_at": datetime(2026, 3, 2, 9, tzinfo=UTC)}


@pytest.fixture
def bread(a_session, held, library):
    return held(a_session("Bread", "Ann Weir"), "09:30", library)


@pytest.fixture
def released(spring, bread):
    """As it was shown: at half past nine, under another title than today."""
    content = freeze(spring).content
    content["sessions"][0]["title"] = "Bread and salt"
    return Release.objects.create(gathering=spring, number=3, content=content, at=clock.now())


def lines(programme):
    return [(row.title, row.names, row.room, row.hours) for row in programme.sessions]


def test_before_it_was_shown_nobody_knows_of_paper(client, ada, bread):
    client.force_login(ada)

    assert [client.get(f"{HERE}{page}").status_code for page in ("print/", "print/list.pdf")] == [404, 404]


def test_what_was_shown_is_printed_as_it_was_shown(client, spring, released, bread):
    bread.from_time = time(11)
    bread.save()
    client_sees = client.get(f"{HERE}print/").content.decode()
    taken = client.get(f"{HERE}print/list.pdf?paper=us-letter")

    assert f"{HERE}print/wall.pdf" in client_sees
    assert taken["Content-Disposition"] == 'attachment; filename="Programme, A list, A spring day, version 3.pdf"'
    assert "Bread and salt" in pages_of(taken.content)[0].text
    assert lines(shown(spring, clock.now())) == [("Bread and salt", "Ann Weir", "The library", ("9:30", "10:15"))]
    assert lines(drafted(spring)) == [("Bread", "Ann Weir", "The library", ("11:00", "11:45"))]


def test_a_name_that_went_is_on_no_paper(spring, released, bread, offered):
    contribution = offered("Bread", "Bo Hill")
    voice = contribution.voices.get()
    SessionVoice.objects.update(voice=voice, name="")
    before = lines(shown(spring, clock.now()))
    Voice.objects.update(left_at=clock.now())

    assert (before[0][1], lines(shown(spring, clock.now()))[0][1], lines(drafted(spring))[0][1]) == ("Bo Hill", "", "")


def test_a_kind_of_paper_that_nobody_knows_is_not_found(client, ada, released):
    client.force_login(ada)

    assert [client.get(f"{HERE}{page}").status_code for page in ("print/x.pdf", "draft/print/x.pdf")] == [404, 404]


def test_the_draft_is_for_its_convenors(client, ada, bo, bread):
    client.force_login(bo)
    refused = [client.get(f"{HERE}draft/{page}").status_code for page in ("print/", "print/list.pdf")]
    client.force_login(ada)
    page, taken = client.get(f"{HERE}draft/print/").content.decode(), client.get(f"{HERE}draft/print/list.pdf")

    assert refused == [403, 403]
    assert "Each sheet says that it is one." in page
    assert "Draft" in pages_of(taken.content)[0].text


def test_everybody_has_a_slip_of_their_own(spring, bread, a_session, held, hall):
    salt = held(a_session("Salt"), "09:30", hall)
    held(a_session("Lunch", kind="break"), "12:00")
    # Nobody has shown that Eli’s address is his, so a stranger may have typed the name.
    dot, cat, eli = (
        Booking.objects.create(gathering=spring, name=name, email=f"{name}@example.org", state=State.COMING, **more)
        for name, more in {"dot": PROVED, "cat": PROVED, "eli": {}}.items()
    )
    chosen = {dot.pk: [bread.pk], cat.pk: [salt.pk], eli.pk: [salt.pk]}
    [page] = pages_of(paper_pdf.slips(spring, drafted(spring), chosen))

    words = page.text.lower().split()
    assert [words.count(word) for word in ("lunch", "bread", "salt", "dot", "cat", "eli")] == [2, 1, 1, 1, 1, 0]
