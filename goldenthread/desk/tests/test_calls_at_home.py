"""An open call of a gathering that somebody follows stands on their home, and goes when it closes."""

from goldenthread.gatherings.plan.models import Following
from goldenthread.gatherings.voices.calling import close_call
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock


def test_home_says_until_when_something_can_be_offered(client, spring, ada, bo):
    call = a_call_at(spring, ada)
    client.force_login(bo)

    def home():
        return " ".join(client.get("/").content.decode().split())

    before = home()
    Following.begin(spring, bo)
    followed = home()
    close_call(call, now=clock.now(), by=ada)

    words = "you can offer something until Monday 1 March 2027, 23:59, London time"
    assert (words in before, words in followed, words in home()) == (False, True, False)
