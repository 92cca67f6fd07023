"""What seldom happens by itself: another worker was quicker, somebody has no address, and a year is over."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import looks_on
from goldenthread.gatherings.programme import chores
from goldenthread.gatherings.programme.models import Session, SessionKind
from goldenthread.gatherings.signup import chores as signup_chores
from goldenthread.gatherings.signup import emails as signup_emails
from goldenthread.gatherings.voices import chores as voice_chores
from goldenthread.gatherings.voices import departure_emails
from goldenthread.gatherings.voices.models import Contribution, Readership, Reading
from goldenthread.kit import clock
from goldenthread.kit.jobs import ClaimLost

IN_TWO_YEARS = datetime(2029, 4, 20, tzinfo=UTC)


def test_who_convenes_does_not_look_on_and_a_keeper_does(spring, ada, bo):
    plain = Gathering.objects.get(pk=spring.pk)

    assert (looks_on(ada, plain), looks_on(bo, plain)) == (False, True)


def test_a_draft_that_another_worker_makes_is_let_be(monkeypatch):
    runs = iter(["a run", None])
    monkeypatch.setattr(chores, "take_up", lambda: next(runs))
    monkeypatch.setattr(chores, "carry_out", MagicMock(side_effect=ClaimLost))

    chores.draft_programmes(clock.now())

    assert list(runs) == []


def test_everybody_is_at_a_break():
    assert (Session(kind=SessionKind.BREAK).is_for_everybody, Session().is_for_everybody) == (True, False)


def test_nobody_without_an_address_is_written_to():
    owed: Any = SimpleNamespace(booking=SimpleNamespace(address=""))

    assert signup_emails.session_news(owed, clock.now()) is None


def test_what_another_worker_wrote_is_not_written_again(db, monkeypatch):
    rows, written = MagicMock(), MagicMock()
    rows.objects.select_related().order_by.return_value = [SimpleNamespace(pk=1)]
    rows.objects.filter().delete.return_value = (0, {})
    rows.objects.all().departed_untold().select_related().order_by.return_value = [MagicMock()]
    rows.objects.filter().update.return_value = 0
    monkeypatch.setattr(signup_chores, "OwedSession", rows)
    monkeypatch.setattr(signup_emails, "session_news", written)
    monkeypatch.setattr(voice_chores, "Voice", rows)
    monkeypatch.setattr(departure_emails, "departed", written)

    signup_chores.write_of_sessions(clock.now())
    voice_chores.tell_of_departures(clock.now())

    assert written.call_count == 0


def test_readings_go_after_two_weeks_and_what_was_offered_after_a_year(spring, bo):
    old = Contribution.objects.create(gathering=spring, title="Bread", sent_at=clock.now())
    Reading.objects.create(contribution=old, reader=bo, leaning="in", version=1)
    Readership.objects.create(gathering=spring, person=bo, until=datetime(2027, 4, 1, tzinfo=UTC))
    voice_chores.forget_readings(datetime(2027, 6, 1, tzinfo=UTC))
    kept = (Reading.objects.count(), Readership.objects.count(), Contribution.objects.count())
    voice_chores.forget_voices(IN_TWO_YEARS)

    assert (kept, Contribution.objects.count()) == ((0, 0, 1), 0)
