"""A decision that is held back cannot be read off anything: a yes, a no and none at all are the same house, byte by byte.

Every address of the house is walked, as everybody from whom it is held back, so a page that is new is walked by itself.
"""

import pytest

from goldenthread.desk.duties import DUTIES
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.models.decision import DecisionQuerySet
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from tests.trust.held_cast import REASON, addresses, answers, hold_back, in_state, touching

ROLES = ("stranger", "offerer", "co-voice", "reader", "guest", "other convenor", "keeper")
STATES = (None, "in", "not_now")


@pytest.fixture
def held(things, client_of, in_a_house, time_machine):
    in_a_house("real")
    # Nothing may differ because a second has gone by.
    time_machine.move_to(clock.now(), tick=False)
    return hold_back(things)


@pytest.fixture
def to_look_at(held, things):
    """Of all addresses, those on which a decision could be read by this one."""

    def pages(role):
        every = addresses(held, things)
        return in_state(held, "not_now", lambda: list(touching(held.browser_of(role), every)))

    return pages


@pytest.fixture
def seen_by(held, to_look_at):
    """What one of them is answered everywhere, in each state of the house."""

    def seen(role, states=STATES, *, is_told=False):
        pages = to_look_at(role)
        return [in_state(held, state, lambda: answers(held, role, pages), is_told=is_told) for state in states]

    return seen


@pytest.mark.parametrize("role", ROLES)
def test_nobody_can_tell_a_yes_from_a_no_or_from_nothing(seen_by, role):
    undecided, *decided = seen_by(role)

    assert [differing(undecided, answered) for answered in decided] == [set(), set()]
    assert REASON.encode() not in b"".join(body for *_more, body, _pressed in undecided.values())


@pytest.mark.parametrize("role", ["co-voice"])
def test_once_told_those_it_is_about_read_it(seen_by, role, held):
    is_in, not_now = seen_by(role, ("in", "not_now"), is_told=True)

    assert f"/gatherings/spring/contributions/{held.voices[0].key}/acceptance/" in differing(is_in, not_now)
    assert any(REASON.encode() in body for *_more, body, _pressed in not_now.values())


@pytest.mark.parametrize("role", ["reader", "keeper"])
def test_once_told_nobody_else_reads_it_without_their_link(seen_by, role):
    is_in, not_now = seen_by(role, ("in", "not_now"), is_told=True)

    assert {page for page in differing(is_in, not_now) if "/contributions/" not in page} == set()


def test_no_email_is_written_while_it_is_held_back(held):
    def written():
        for duty in DUTIES:
            duty.chore(duty.clock())
        # Codes are drawn by lot.
        assert not Email.objects.filter(text__contains=REASON).exists()
        return list(Email.objects.order_by("pk").values_list("address", "kind", "subject"))

    undecided, is_in, not_now = (in_state(held, state, written) for state in (None, "in", "not_now"))

    assert undecided == is_in == not_now


def test_once_told_each_gets_theirs(held):
    def written():
        tell_of_decisions(clock.now())
        return sorted(Email.objects.filter(kind__startswith="decided").values_list("address", "kind"))

    assert in_state(held, "not_now", written, is_told=True) == [
        ("bittern@example.org", "decided: not_now"),
        ("nightjar@example.org", "decided: not_now"),
    ]


def test_a_page_that_tells_too_soon_would_be_noticed(seen_by, monkeypatch):
    monkeypatch.setattr(DecisionQuerySet, "made_known", lambda decisions: decisions)

    undecided, is_in, not_now = seen_by("offerer", (None, "in", "not_now"))

    assert differing(undecided, is_in)
    assert differing(is_in, not_now)


def differing(before, after):
    return {page for page in before if before[page] != after[page]}
