"""Wishes not to sit with, or be introduced to, somebody. They leave no trace but on the page of whoever wishes it.

No journal, no log, no e-mail and no explanation speaks of one. Whoever mixes people gets pairs, which have no direction.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from goldenthread.people.models import Person
from goldenthread.threads.models import KeepApart, OnePerson, Pair, Who, key_of, keys_of, pair_of


def keep_apart(owner: Who, whom: Who) -> None:
    """Twice is once."""
    if key_of(owner) == key_of(whom):
        raise OnePerson
    KeepApart.objects.get_or_create(owner_id=key_of(owner), whom_id=key_of(whom))


def let_be(owner: Who, whom: Who) -> None:
    """They do not wish it any more."""
    KeepApart.objects.filter(owner=key_of(owner), whom=key_of(whom)).delete()


def pairs_among(people: Iterable[Who]) -> set[Pair]:
    """Pairs of these who are to be kept apart; the lower key first, whoever of the two it was that wished it."""
    keys = keys_of(people)
    wished = KeepApart.objects.filter(owner__in=keys, whom__in=keys)
    return {pair_of(*pair) for pair in wished.values_list("owner_id", "whom_id")}


def wishes_of(owner: Person) -> QuerySet[KeepApart]:
    """For the page of the owner alone."""
    return KeepApart.objects.filter(owner=owner).select_related("whom").order_by("-pk")
