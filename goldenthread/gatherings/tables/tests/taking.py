"""The next run, for a test that knows that one waits."""

from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.runs import take_up


def taken() -> Mix:
    run = take_up()
    assert run is not None
    return run
