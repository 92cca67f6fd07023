"""The rules of a plan, to the moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from goldenthread.gatherings.plan import rules
from goldenthread.gatherings.plan.models import Cancellation, ConvenorInvitation, Gathering, Postponement

END = datetime(2027, 4, 20, 15, 30, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)


@pytest.fixture
def tea(db):
    """Not saved: what is asked of it here, it knows itself. The clock asks for the site."""
    return Gathering(title="Tea", day=date(2027, 4, 20), to_time=time(16, 30))


@pytest.fixture
def invite(spring, ada):
    """So many invitations by Ada, all at the same moment."""

    def invite(number, at):
        ConvenorInvitation.objects.bulk_create(
            ConvenorInvitation(gathering=spring, name="Di", email=f"di{n}@example.org", by=ada, at=at)
            for n in range(number)
        )

    return invite


@pytest.mark.parametrize(("now", "is_over"), [(END - A_MOMENT, False), (END, False), (END + A_MOMENT, True)])
def test_it_is_over_when_its_last_moment_has_gone(tea, now, is_over):
    answers = (rules.is_over(tea, now), rules.has_been(tea, now), rules.may_offer_help(tea, now))

    assert answers == (is_over, is_over, not is_over)


def test_without_a_day_it_is_never_over():
    assert rules.is_over(Gathering(title="Tea"), END) is False


def test_what_was_postponed_is_still_to_come(tea):
    Postponement(gathering=tea)

    assert rules.has_been(tea, END + A_MOMENT) is False


def test_nobody_helps_with_what_was_called_off(tea):
    Cancellation(gathering=tea)

    assert rules.may_offer_help(tea, END) is False


@pytest.mark.parametrize(("number", "may"), [(19, True), (20, False)])
def test_twenty_people_are_asked_in_a_day_and_no_more(ada, invite, number, may):
    invite(number, END)

    assert rules.may_ask_more_people(ada, END) is may


def test_the_next_day_others_are_asked(ada, invite):
    invite(20, END - timedelta(days=1))

    assert rules.may_ask_more_people(ada, END) is True


def test_whoever_others_asked_does_not_count(bo, invite):
    invite(20, END)

    assert rules.may_ask_more_people(bo, END) is True
