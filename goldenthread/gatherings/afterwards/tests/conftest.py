"""After the day that goldenthread/gatherings/day/tests tells of: Ann, Ben, Cat and Dot came, and Eli did not."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.day.arriving import close_the_list
from goldenthread.gatherings.day.tests.conftest import (  # noqa: F401 (pytest finds them here)
    ask,
    at,
    come,
    laid,
    now,
    press,
    sat,
    seat,
    send,
    today,
)


@pytest.fixture
def evening(sat, today, ada):  # noqa: F811 (a fixture that takes fixtures)
    """It is over, and the list is closed."""
    with time_machine.travel(today.ends_at + timedelta(hours=1), tick=False):
        close_the_list(today, now=today.ends_at + timedelta(minutes=5), by=ada)
        yield today.ends_at + timedelta(hours=1)


@pytest.fixture
def issued(sat, today, ada, evening):  # noqa: F811
    """Certificates by name."""
    issue(today, by=ada, now=evening)
    return {name: booking.certificate for name, booking in sat.items() if hasattr(booking, "certificate")}


@pytest.fixture
def convenor(client, ada, evening):
    client.force_login(ada)


@pytest.fixture
def to(client, today):  # noqa: F811
    """Pages of the gathering, read and sent."""

    class Pages:
        def get(self, path):
            return client.get(f"/gatherings/{today.slug}/{path}")

        def post(self, path, form_data=None):
            return client.post(f"/gatherings/{today.slug}/{path}", form_data or {})

    return Pages()
