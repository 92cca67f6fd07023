"""Two people, the lower key first: there is one way to write a pair down, and it says nothing of who wanted what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.db.models import F, Q

from goldenthread.people.models import Person

Pair = tuple[int, int]
Who = Person | int


class OnePerson(Exception):
    """Nobody meets themselves."""


def key_of(who: Who) -> int:
    return who if isinstance(who, int) else who.pk


def pair_of(one: Who, other: Who) -> Pair:
    low, high = sorted((key_of(one), key_of(other)))
    if low == high:
        raise OnePerson
    return low, high


def keys_of(people: Iterable[Who]) -> set[int]:
    return {key_of(who) for who in people}


def in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(one__lt=F("other")), name=name)


AnyBetween = TypeVar("AnyBetween", bound="Between", covariant=True)


class BetweenQuerySet(models.QuerySet[AnyBetween]):
    """Questions about rows of two people."""

    def of(self, person: Who) -> BetweenQuerySet[AnyBetween]:
        return self.filter(Q(one=key_of(person)) | Q(other=key_of(person)))

    def of_pair(self, pair: Pair) -> BetweenQuerySet[AnyBetween]:
        return self.filter(one=pair[0], other=pair[1])

    def among(self, people: Iterable[Who]) -> BetweenQuerySet[AnyBetween]:
        """Both are among these."""
        keys = keys_of(people)
        return self.filter(one__in=keys, other__in=keys)

    def pairs(self) -> set[Pair]:
        return set(self.values_list("one_id", "other_id"))


class Between(models.Model):
    """Something between two people, the same for both."""

    one = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @property
    def pair(self) -> Pair:
        return self.one_id, self.other_id

    def is_of(self, who: Who) -> bool:
        return key_of(who) in self.pair

    def other_than(self, who: Who) -> int:
        """The key of the other one."""
        return self.other_id if key_of(who) == self.one_id else self.one_id
