"""What another worker did a moment ago is not done again: each chore is shown a row that has changed since it was read."""

from datetime import timedelta

import pytest

from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.threads import chores, emails, introducing
from goldenthread.threads.models import Asking


@pytest.fixture
def read_before(ada, bo, cy):
    """As the slower worker read it, before the quicker one began."""
    introducing.introduce(ada, bo, by=cy, why="You both bake.", at=clock.now(), is_wanted=True)
    return Asking.objects.with_introduction().get(person=ada)


def test_nobody_is_asked_twice(read_before):
    chores.ask(clock.now())

    chores._ask(read_before, clock.now())

    first = Asking.objects.get(pk=read_before.pk).letter
    assert (Email.objects.filter(to=read_before.person).count(), first is not None) == (1, True)


@pytest.mark.parametrize(
    ("write", "moment"), [(emails.introduced, "told_at"), (emails.did_you_meet, "wondered_at")], ids=["told", "asked"]
)
def test_nobody_is_written_to_twice(read_before, write, moment):
    now = clock.now() + timedelta(days=22)
    chores._write(write, read_before, **{moment: now})

    again = chores._write(write, read_before, **{moment: now})

    assert (again, Email.objects.count()) == (None, 1)
