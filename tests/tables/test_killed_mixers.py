"""Workers that are killed with -9 while they mix lose nothing and double nothing."""

import json
import signal
import time


def standing(house):
    return json.loads(house.do("tell"))


def until_it_mixes(house):
    ends = time.monotonic() + 60
    while not standing(house)["is_mixing"]:
        assert time.monotonic() < ends


def test_a_version_outlives_whoever_mixed_it(house):
    house.do("begin", "120")
    with house.start("mix") as killed:
        until_it_mixes(house)
        killed.send_signal(signal.SIGKILL)
    before = standing(house)
    # Nobody takes it up while the one before may still be at it; then somebody does, and only one of them ends it.
    house.do("mix")
    meanwhile = standing(house)
    house.do("hurry")
    workers = [house.start("mix") for _ in range(3)]
    ended = [worker.wait(120) for worker in workers]
    for worker in workers:
        worker.communicate()

    assert (before["is_done"], before["seats"], meanwhile) == (False, 0, before)
    assert ended == [0, 0, 0]
    assert standing(house) == {"tries": 2, "is_mixing": False, "is_done": True, "seats": 480}
