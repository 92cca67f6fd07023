"""Sixty contributions are decided and told in one press, and workers are killed with -9 while they write: each is told once."""

import json
import signal
from collections import Counter

from tests.emails.conftest import house_of_its_own
from tests.mail_server import mail_server

__all__ = ["house_of_its_own", "mail_server"]
YES, NO = "decided: in", "decided: not_now"
# Of 66 voices: the twenty-first e-mail of the first worker, and the thirty-first of the next.
KILLED_AT = ("21", "31")


def expected():
    """Every tenth is brought by two, and every other one is in."""
    answers = [(f"guest-{n}@example.org", YES if n % 2 else NO) for n in range(60)]
    return Counter(answers + [(f"guest-{60 + n}@example.org", NO) for n in range(6)])


def test_each_is_told_once_whoever_is_killed_meanwhile(house_of_its_own, mail_server):
    house_of_its_own.do("begin_telling")
    for moment in KILLED_AT:
        worker = house_of_its_own.start("write_told", moment)
        assert worker.stdout.readline() == "now\n"
        worker.send_signal(signal.SIGKILL)
        worker.communicate(timeout=30)

    answer = json.loads(house_of_its_own.do("write_told", "0"))

    emails = answer["told"]
    assert Counter((address, kind) for address, kind, _at, _state in emails) == expected()
    assert (answer["owed"], {state for *_, state in emails}) == (0, {"sent"})
    # A yes and a no within the same minute, in the order in which people had sent it and not the yes first.
    assert {kind for _address, kind, *_ in emails[:10]} == {YES, NO}
    assert max(at for *_, at, _state in emails) - min(at for *_, at, _state in emails) < 60
    assert Counter(Counter(map(tuple, mail_server.receivers)).values()) == {1: 66}
