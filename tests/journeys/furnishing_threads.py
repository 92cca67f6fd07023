"""A thread with everything that can stand on it, for the pages that show it. Runs inside a house, with furnishing.py."""

from datetime import timedelta

from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.beginning import begin
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Asking, Ending, Introduction, Side, Where, pair_of

MANY = 70


def let_them_meet(bo: Person, ada: Person, layla: Person, long: str) -> dict[str, str]:
    """Many people whom the member met, by pages: somebody far, somebody near, and something that has ended."""
    now, where = clock.now(), Where("gathering:0", long, 2, long[:60])
    crowd = Person.objects.bulk_create(Person(name=f"{number} {long[:60]}", password="!") for number in range(MANY))
    they_met([(bo, person) for person in [ada, layla, *crowd]], where=where, at=now - timedelta(days=400))
    they_met([(bo, layla)], where=Where("gathering:1", "Supper"), at=now - timedelta(days=40))
    begin(bo, layla, where=where, at=now - timedelta(days=300))
    Side.objects.create(owner=bo, whom=layla, note=f"{long}\n\n{long}", is_near=True)
    Side.objects.create(owner=layla, whom=bo, reach=long)
    Ending.declare(by=bo, other=crowd[0])
    keep_apart(bo, crowd[1])
    new, late = (_asked(bo, crowd[place], ada, long) for place in (2, 3))
    Introduction.objects.filter(pk=late.introduction_id).update(agreed_at=now - timedelta(days=22))
    Asking.objects.filter(pk=late.pk).update(answer="yes", wondered_at=now)
    Introduction.objects.create(one_id=pair_of(ada, layla)[0], other_id=pair_of(ada, layla)[1], by=bo, why=long, at=now)
    ties = {"tie": layla, "tie to close": ada, "tie ended": crowd[0]}
    return {name: f"/me/thread/{key_of_tie(bo.pk, other.pk)}/" for name, other in ties.items()} | {
        "asking": f"/me/thread/introductions/{new.key}/",
        "did you meet": f"/me/thread/introductions/{late.key}/",
    }


def _asked(bo: Person, other: Person, by: Person, why: str) -> Asking:
    one, two = pair_of(bo, other)
    introduction = Introduction.objects.create(one_id=one, other_id=two, by=by, why=why, at=clock.now())
    return Asking.objects.create(introduction=introduction, person=bo, why=why, asked_at=clock.now())
