"""Whoever was asked to convene hears that the day moved: each once, and of the version that they know."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.gatherings.plan import emails
from goldenthread.gatherings.plan.chores import write_to_invited
from goldenthread.gatherings.plan.models import ConvenorInvitation, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.fixture
def invited(spring, ada):
    """Di and Ed are owed an e-mail; and there is another gathering."""
    Gathering.begin("Another", by=ada)
    return [
        ConvenorInvitation.objects.create(
            gathering=spring, name=name, email=f"{name}@example.org", by=ada, owed_since=1
        )
        for name in ("di", "ed")
    ]


def written_to():
    return list(Email.objects.order_by("pk").values_list("address", flat=True))


def test_each_of_them_is_written_to_once(invited):
    write_to_invited(clock.now())
    write_to_invited(clock.now())

    assert written_to() == ["di@example.org", "ed@example.org"]


@pytest.mark.parametrize("changes", [{"accepted_at": datetime(2026, 3, 2, 9, tzinfo=UTC)}, {"owed_since": 2}])
def test_whoever_said_yes_meanwhile_or_knows_of_another_version_is_let_be(invited, monkeypatch, changes):
    compose = emails.invitation_changed

    def changed_meanwhile(invitation):
        ConvenorInvitation.objects.filter(name="ed").update(**changes)
        return compose(invitation)

    monkeypatch.setattr(emails, "invitation_changed", changed_meanwhile)
    write_to_invited(clock.now())

    assert written_to() == ["di@example.org"]


def test_another_day_is_told_since_the_version_they_know(spring, ada):
    invitation = ConvenorInvitation.objects.create(gathering=spring, name="Di", email="di@example.org", by=ada)
    known = spring.sequence
    spring.replan({"day": date(2027, 4, 27)}, since=known, by=ada, is_small=False)
    invitation.refresh_from_db()

    assert invitation.owed_since == known
