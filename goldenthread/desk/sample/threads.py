"""Evenings before the launch at which invented people met: so that threads and the weave are alive from the first day."""

from datetime import datetime, timedelta

from goldenthread.people.models import Person
from goldenthread.threads.meeting import everybody_with_everybody, they_met_at
from goldenthread.threads.models import Asking, Ending, Introduction, Pair, Side, Thread, Where, pair_of
from goldenthread.threads.weave_counts import count_the_weave

EVENINGS = [("Soup and stories in Bristol", 96), ("A walk along the canal", 61), ("Tea after a long day", 33)]
AT_A_TABLE, TABLES = 6, 11
# Every so many of those who met begin a thread, and every so many of these ends it.
BEGIN, END = 6, 17
NOTES = ["Has a garden behind the ward. Ask about the hens.", "We laughed about forms. Wants to start a choir."]
WHY = (
    "I know somebody who runs evenings in a school much like yours was ten years ago. You would make each other laugh, "
    "and you both stopped writing reports."
)


def let_them_meet(now: datetime) -> None:
    keeper, *others = Person.objects.filter(email__isnull=False).order_by("-keepings", "pk")
    people = [keeper, *others]
    met = {
        pair: where
        for number, (label, days) in enumerate(EVENINGS)
        for where, pairs in _sit(number, label, people, now - timedelta(days=days)).items()
        for pair in pairs
    }
    _begin(met, now)
    _keep_notes(keeper, now)
    _introduce(keeper, others, now)
    count_the_weave(now)


def _sit(number: int, label: str, people: list[Person], at: datetime) -> dict[Where, list[Pair]]:
    """The keeper, and others who walk on by another step each evening, so that they hardly ever sit together again."""
    step = (1, 7, 11)[number]
    tables = {
        Where(f"sample:{number}", label, 1, f"{table + 1}"): everybody_with_everybody(
            people[(table + seat * TABLES) * step % len(people)] for seat in range(AT_A_TABLE)
        )
        for table in range(TABLES)
    }
    they_met_at(tables.items(), at=at)
    return tables


def _begin(met: dict[Pair, Where], now: datetime) -> None:
    days = {f"sample:{number}": days for number, (_label, days) in enumerate(EVENINGS)}
    chosen = sorted(met)[::BEGIN]
    Thread.objects.bulk_create(
        Thread(
            one_id=one,
            other_id=other,
            at=now - timedelta(days=days[met[one, other].key] - 1),
            **met[one, other].columns(),
        )
        for one, other in chosen
    )
    Ending.objects.bulk_create(
        Ending(one_id=one, other_id=other, by_id=one, at=now - timedelta(days=5)) for one, other in chosen[7::END]
    )


def _keep_notes(keeper: Person, now: datetime) -> None:
    threads = Thread.objects.live().of(keeper).order_by("pk")[: len(NOTES)]
    Side.objects.bulk_create(
        Side(owner=keeper, whom_id=thread.other_than(keeper), note=note, is_near=number == 0)
        for number, (thread, note) in enumerate(zip(threads, NOTES, strict=False))
    )
    Side.objects.bulk_create(
        Side(owner_id=thread.other_than(keeper), whom=keeper, reach="Evenings, by telephone: 0000 000 000")
        for thread in threads[:1]
    )


def _introduce(keeper: Person, others: list[Person], now: datetime) -> None:
    """Somebody introduces the keeper to somebody; nothing is said yet."""
    by, whom = others[3], others[-2]
    one, other = pair_of(keeper, whom)
    introduction = Introduction.objects.create(one_id=one, other_id=other, by=by, why=WHY, at=now - timedelta(days=2))
    Asking.objects.bulk_create(
        Asking(introduction=introduction, person=person, why=WHY, asked_at=introduction.at) for person in (keeper, whom)
    )
