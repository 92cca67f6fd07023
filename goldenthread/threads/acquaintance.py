"""Who knows whom: what the mixer asks, and the one place that decides who are "people I have met"."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Count, QuerySet

from goldenthread.threads.models import Encounter, Ending, Pair, Thread, Who, key_of


def ties_among(people: Iterable[Who]) -> dict[Pair, int]:
    """For each pair of these who know each other: how often they met, and one more for a thread."""
    everybody = list(people)
    met = Encounter.objects.among(everybody).values_list("one_id", "other_id").annotate(times=Count("pk"))
    ties = Counter({(one, other): times for one, other, times in met})
    ties.update(Thread.objects.live().among(everybody).pairs())
    return dict(ties)


def met_by(person: Who, among: Collection[int]) -> set[int]:
    """Those of these whom this person has met: who share an encounter or a thread with them.

    What one of the two ended is ended for both, and closes whatever it had opened.
    """
    first, *more = [*_beside(Encounter, person, among), *_beside(Thread, person, among)]
    ended, ended_too = _beside(Ending, person, among)
    return set(first.union(*more)) - set(ended.union(ended_too))


def _beside(model: Any, person: Who, among: Collection[int]) -> Iterator[QuerySet[Any, int]]:
    """The others in rows of two, whichever of the two comes first there."""
    me = key_of(person)
    yield model.objects.filter(one=me, other__in=among).values_list("other_id", flat=True)
    yield model.objects.filter(other=me, one__in=among).values_list("one_id", flat=True)
