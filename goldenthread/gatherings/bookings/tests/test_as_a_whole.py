"""Each act is done as a whole or not at all: nothing of it comes before its transaction, and nothing after."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm, say_yes_for
from goldenthread.gatherings.bookings.giving_up import Friend, decline, end_for, give_to, give_up
from goldenthread.gatherings.bookings.models import State


def begins_and_ends(act):
    """The first statement, and the one that ends what it began if nothing is left outside."""
    with CaptureQueriesContext(connection) as captured:
        act()
    first, last = (captured[place]["sql"].replace('"', "") for place in (0, -1))
    return first.partition(" ")[0], last.removeprefix("RELEASE ") == first


@pytest.mark.parametrize(
    "act",
    [
        lambda nan, now, ada: confirm(nan, now),
        lambda nan, now, ada: say_yes_for(nan, now=now, by=ada),
        lambda nan, now, ada: give_up(nan, State.CANCELLED, now=now, by=None),
        lambda nan, now, ada: end_for(nan, apologies=False, now=now, by=ada),
        lambda nan, now, ada: decline(nan, now=now),
        lambda nan, now, ada: give_to(nan, Friend("Flo", "flo@example.org"), now=now),
        lambda nan, now, ada: chores._remind(nan, now),
        lambda nan, now, ada: chores._keep([]),
    ],
)
def test_an_act_is_one_transaction(nan, now, ada, act):
    assert begins_and_ends(lambda: act(nan, now, ada)) == ("SAVEPOINT", True)


def test_two_in_a_row_would_be_noticed(nan, full, now):
    """The control."""

    def two():
        give_up(nan, State.CANCELLED, now=now, by=None)
        give_up(full["Ann"], State.CANCELLED, now=now, by=None)

    assert begins_and_ends(two) == ("SAVEPOINT", False)
