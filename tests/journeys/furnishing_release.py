"""A programme that was shown, and a draft that went on since: the sample's own, and a session whose words are long."""

from datetime import time, timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, Session, SessionVoice
from goldenthread.gatherings.programme.releasing import next_release, release
from goldenthread.kit import clock


def show_a_programme(long: str) -> dict[str, str]:
    launch, now = Gathering.objects.with_facts().get(slug="launch"), clock.now()
    session = Session.objects.create(gathering=launch, title=long, words=long, minutes=90, most_people=12)
    SessionVoice.objects.create(session=session, number=1, name=long)
    assert launch.day
    # Of two days, so that there are ways to each.
    for number, day in enumerate([launch.day, launch.day + timedelta(days=1)], start=1):
        Placing.objects.create(session=session, number=number, day=day, from_time=time(12))
    release(launch, by=None, words=f"- {long}", seen=next_release(launch, now).stamp, now=now)
    tea = Session.objects.of(launch).filter(title="Tea").order_by("pk")[0]
    Placing.objects.filter(session=tea).update(from_time=time(10, 50))
    Session.objects.create(gathering=launch, title=long + " without an hour")
    return {"shown session": f"/gatherings/launch/programme/sessions/{session.uid}/"}
