"""That people met is written down from what really took place, and taken back when it did not."""

from collections.abc import Iterable
from datetime import datetime
from itertools import combinations

from django.db import transaction

from goldenthread.people.models import Person
from goldenthread.threads.models import Encounter, Pair, Where, Who, keys_of, pair_of

Pairs = Iterable[tuple[Who, Who]]
AT_ONCE = 1000


def everybody_with_everybody(people: Iterable[Who]) -> list[Pair]:
    """All pairs of those who sat together."""
    return list(combinations(sorted(keys_of(people)), 2))


def they_met(pairs: Pairs, *, where: Where, at: datetime) -> None:
    """Twice is once."""
    they_met_at([(where, pairs)], at=at)


@transaction.atomic
def they_met_at(places: Iterable[tuple[Where, Pairs]], *, at: datetime) -> None:
    """The same for many places in one go, however many thousand pairs. Whoever has left meanwhile is left out."""
    met = [(where, pair) for where, pairs in places for pair in {pair_of(one, other) for one, other in pairs}]
    existing = _here({key for _where, pair in met for key in pair})
    Encounter.objects.bulk_create(
        (
            Encounter(one_id=one, other_id=other, at=at, **where.columns())
            for where, (one, other) in met
            if {one, other} <= existing
        ),
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )


@transaction.atomic
def unmeet(where: Where, pairs: Pairs | None = None) -> None:
    """They did not meet there: these pairs, or nobody did."""
    there = Encounter.objects.filter(**where.identity())
    if pairs is None:
        there.delete()
        return
    wrong = {pair_of(one, other) for one, other in pairs}
    gone = [pk for pk, *pair in there.values_list("pk", "one_id", "other_id") if tuple(pair) in wrong]
    for start in range(0, len(gone), AT_ONCE):
        Encounter.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()


def _here(keys: set[int]) -> set[int]:
    return set(Person.objects.filter(pk__in=keys).values_list("pk", flat=True))
