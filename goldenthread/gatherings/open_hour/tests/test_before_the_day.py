"""Months early the wall names its day, and asks for nothing that came of it."""

from datetime import UTC, datetime

import time_machine


def test_the_wall_speaks_of_its_day_until_it_comes(client, spring, card, ada):
    card("Tea at night")
    with time_machine.travel(datetime(2027, 2, 1, 9, tzinfo=UTC), tick=False):
        client.force_login(ada)
        early = client.get("/gatherings/spring/open-hour/").content.decode()
    with time_machine.travel(datetime(2027, 4, 20, 9, tzinfo=UTC), tick=False):
        client.force_login(ada)
        that_day = client.get("/gatherings/spring/open-hour/").content.decode()

    assert ("talk about on Tuesday 20 April?" in " ".join(early.split()), "What came of it?" in early) == (True, False)
    assert ("talk about today?" in that_day, "What came of it?" in that_day) == (True, True)
