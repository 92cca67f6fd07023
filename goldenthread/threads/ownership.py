"""Whose a row is that speaks of two people: of both, of one of them only, or of nobody before both have agreed."""

from collections.abc import Collection, Mapping

from django.db.models import Model, Q, QuerySet

from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person
from goldenthread.threads.models import Asking, Encounter, Ending, Introduction, KeepApart, Side, Thread


def _wishes(person: Person) -> QuerySet[KeepApart]:
    """Theirs. That others wish to be apart from them is told to nobody."""
    return KeepApart.objects.filter(owner=person)


def _sides(person: Person) -> QuerySet[Side]:
    return Side.objects.filter(owner=person)


def _askings(person: Person) -> QuerySet[Asking]:
    return Asking.objects.known_to(person)


def _introductions(person: Person) -> QuerySet[Introduction]:
    """Those that they made, those that they were asked about, and that the house once thought of them."""
    asked_about = Introduction.objects.filter(askings__in=_askings(person)).values("pk")
    by_the_house = Q(by=None) & (Q(one=person) | Q(other=person))
    return Introduction.objects.filter(Q(by=person) | Q(pk__in=asked_about) | by_the_house)


OWNED_ROWS: Mapping[type[Model], OwnedRows] = {
    KeepApart: _wishes,
    Side: _sides,
    Asking: _askings,
    Introduction: _introductions,
}
# Whom they have met they know; whom they wish to be apart from, too. Not in an introduction: it names nobody before its time.
COLUMNS_THAT_NAME_OTHERS: Mapping[type[Model], Collection[str]] = {
    Encounter: ("one", "other", "introduced_by"),
    Thread: ("one", "other", "introduced_by"),
    Ending: ("one", "other"),
    KeepApart: ("whom",),
    Side: ("whom",),
}
