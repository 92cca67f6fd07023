"""Places where people met, and a moment."""

from datetime import timedelta

import pytest

from conftest import MORNING
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Where

SPRING, AUTUMN = (
    Where(f"gathering:{number}", name) for number, name in ((1, "A spring day"), (2, "An autumn evening"))
)


@pytest.fixture
def spring_day():
    """At a table of the first round."""
    return Where("gathering:1", "A spring day", 1, "Table 4")


@pytest.fixture
def autumn():
    return Where("gathering:2", "An autumn evening")


@pytest.fixture
def noon():
    return MORNING + timedelta(hours=3)


@pytest.fixture
def begun(spring_day, noon):
    """Two who have a thread."""

    def begun(one, other, *, where=spring_day, at=noon):
        return begin(one, other, where=where, at=at)

    return begun


@pytest.fixture
def met(spring_day, noon):
    """Two who met."""

    def met(one, other, *, where=spring_day, at=noon):
        they_met([(one, other)], where=where, at=at)

    return met
