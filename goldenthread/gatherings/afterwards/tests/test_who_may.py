"""Certificates are issued when the day is over and the list is closed, and not before."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.afterwards.rules import may_issue
from goldenthread.gatherings.day.models import LastCall
from goldenthread.gatherings.plan.models import Gathering


@pytest.fixture
def closed(today, ada):
    return LastCall.objects.create(gathering=today, by=ada)


@pytest.mark.parametrize(("seconds", "may"), [(0, False), (1, True)])
def test_not_while_it_goes_on(today, closed, seconds, may):
    assert may_issue(today, today.ends_at + timedelta(seconds=seconds)) is may


def test_not_before_the_list_of_arrivals_is_complete(today):
    assert may_issue(today, today.ends_at + timedelta(seconds=1)) is False


def test_the_list_of_another_gathering_says_nothing(today, closed, ada):
    other = Gathering.begin("Another", by=ada)
    other.day = today.day

    assert may_issue(other, today.ends_at + timedelta(days=1)) is False
