"""When two pages of one person become one: what stood between the two is nothing, and every pair is written in order again."""

from typing import Any

from django.db import IntegrityError, transaction

from goldenthread.people.models import Person
from goldenthread.threads.models import Encounter, Ending, Introduction, Side, Thread, pair_of

BETWEEN: tuple[Any, ...] = (Encounter, Ending, Introduction, Thread)


def rewrite_pairs(stays: Person, goes: Person) -> None:
    for model in BETWEEN:
        model.objects.of_pair(pair_of(stays, goes)).delete()
        for row in model.objects.of(goes):
            _hand_over(row, stays, goes)


def _hand_over(row: Any, stays: Person, goes: Person) -> None:
    one, other = pair_of(stays, row.other_than(goes))
    try:
        with transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(one=one, other=other)
    except IntegrityError:
        # The same stands on the page that stays; or they had introduced themselves.
        row.delete()


def merge_sides(stays: Side, goes: Side) -> None:
    stays.note = "\n\n".join(note for note in (stays.note, goes.note) if note)
    stays.reach = stays.reach or goes.reach
    stays.is_near = stays.is_near or goes.is_near
    stays.save(update_fields=["note", "reach", "is_near"])
