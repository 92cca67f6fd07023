"""A draw closes earlier, or gives fewer: who has wished already hears it, and the convenor says that it is meant."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.signup.chores import write_of_sessions
from goldenthread.gatherings.signup.drawing import wish
from goldenthread.gatherings.signup.models import Draw, SignUpOpening
from goldenthread.gatherings.signup.opening_sign_up import set_draw
from goldenthread.outbox.models import Email

ADDRESS = "/gatherings/spring/programme/sign-up/"
IN_TWO_HOURS = {"how": "by_wishes", "until_day": "2027-04-13", "until_time": "16:00", "most_each": "1"}


@pytest.fixture
def wished(drawn_in_two_days, comes, now):
    sessions = [opening.session for opening in SignUpOpening.objects.order_by("pk")]
    wish(comes("Di"), drawn_in_two_days, sessions, now=now)
    return drawn_in_two_days


@pytest.mark.parametrize(("change", "emails"), [((48, 2), 0), ((72, 3), 0), ((2, 2), 1), ((48, 1), 1)])
def test_who_wished_is_told_once_of_less(wished, day, ada, now, change, emails):
    hours, most_each = change
    until = now + timedelta(hours=hours)
    set_draw(day, by=ada, now=now, until=until, most_each=most_each)
    write_of_sessions(now)
    write_of_sessions(now)

    assert len(Email.objects.filter(subject="Your wishes for sessions: A spring day")) == emails


def test_a_convenor_says_that_it_is_meant(wished, client, ada, held, hall):
    more = held("A talk", hall, 14)
    client.force_login(ada)

    first = client.post(ADDRESS, IN_TWO_HOURS | {"sessions": [more.pk]})
    unchanged = Draw.objects.get().most_each
    client.post(ADDRESS, IN_TWO_HOURS | {"sessions": [more.pk], "agrees": "on"})

    assert (first.status_code, unchanged, Draw.objects.get().most_each) == (422, 2, 1)
    assert "People have wished already." in first.content.decode()
