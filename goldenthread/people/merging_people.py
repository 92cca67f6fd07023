"""Two pages of one person become one: whatever hangs on the other moves over, in every room, however many there will be.

A row that cannot move, because the same fact stands on the page that stays (both follow a gathering), is decided by its room
(`RoomAbovePeople.row_mergers`). Rows that cannot move by themselves are moved by theirs before (`before_merging`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.db.models import Field, Model

from goldenthread.journal.note import note
from goldenthread.kit import wishes
from goldenthread.kit.registry import rooms
from goldenthread.people.above import RoomAbovePeople, RowMerger
from goldenthread.people.audience import CHOSEN
from goldenthread.people.leaving import mark_of
from goldenthread.people.models import Finding, PaperCode, Person, Portrait
from goldenthread.people.sessions import end
from goldenthread.people.telling import tell_the_directory

JOINED = "joined"


class SamePage(Exception):
    """There is only one page already."""


@transaction.atomic
def merge_people(stays: Person, goes: Person) -> None:
    """Both were proved to be of one person. `goes` is gone afterwards, with its address."""
    if stays.pk == goes.pk:
        raise SamePage
    stays, goes = _both_locked(stays, goes)
    for session in UserSession.objects.filter(user=goes):
        end(session)
    was_found = Finding.objects.filter(person=goes).delete()[0]
    PaperCode.objects.filter(person=goes).delete()
    for room in rooms(RoomAbovePeople):
        room.before_merging(stays, goes)
    move_all(stays, goes)
    _take_what_is_missing(stays, goes)
    if was_found and Finding.objects.filter(person=stays).exists():
        tell_the_directory(stays.pk)
    note(stays, "joined two pages", stays)
    marks = mark_of(goes), mark_of(stays)
    goes.delete()
    wishes.write_down(JOINED, *marks)


def _both_locked(stays: Person, goes: Person) -> tuple[Person, Person]:
    """In one order, so that two who join the same pages wait for each other instead of blocking each other."""
    both = Person.objects.select_for_update().filter(pk__in=[stays.pk, goes.pk]).order_by("pk").in_bulk()
    if len(both) != len({stays.pk, goes.pk}):
        raise SamePage
    return both[stays.pk], both[goes.pk]


def merge_again(joined: list[tuple[str, str]]) -> None:
    """What was joined after the backup was made that this house was brought back from, in the order of then. Where the page
    that stayed is younger than the backup, its person has only the other one here: that is where they were, and it is kept."""
    into = dict(joined)
    key_of_mark = {
        mark: person.pk for person in Person.objects.iterator() if (mark := mark_of(person)) in {*into, *into.values()}
    }
    for goes, stays in joined:
        while stays not in key_of_mark and stays in into:
            stays = into[stays]  # noqa: PLW2901 - that one was joined with another in its turn
        if goes in key_of_mark and stays in key_of_mark:
            merge_people(Person.objects.get(pk=key_of_mark[stays]), Person.objects.get(pk=key_of_mark.pop(goes)))


def with_pages_joined(gone: set[str], joined: list[tuple[str, str]]) -> set[str]:
    """Whoever left took every page with them that they had joined before, though a backup may still hold those apart."""
    everything = set(gone)
    for goes, stays in reversed(joined):
        if stays in everything:
            everything.add(goes)
    return everything


def move_all(stays: Model, goes: Model) -> None:
    """Whatever hangs on one row, to another of the same table."""
    mergers = _row_mergers()
    for field in relations(type(stays)):
        _move(field, stays, goes, mergers.get(field.model))


def relations(to: type[Model] = Person) -> Iterator[Field[Any, Any]]:
    """Every column of every table that points at such a row, hidden ones and histories too."""
    for back in to._meta.get_fields(include_hidden=True):
        if back.auto_created and not back.concrete and back.is_relation:
            yield back.field  # type: ignore[union-attr]


def _move(field: Field[Any, Any], stays: Model, goes: Model, merge: RowMerger | None) -> None:
    rows = field.model._base_manager.filter(**{field.name: goes.pk})
    try:
        with transaction.atomic():
            rows.update(**{field.name: stays.pk})
    except IntegrityError:
        for row in rows:
            _move_one(row, field, stays, merge)


def _move_one(row: Model, field: Field[Any, Any], stays: Model, merge: RowMerger | None) -> None:
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: stays.pk})
    except IntegrityError:
        twin = _twin_of(row, field, stays)
        if merge and twin:
            merge(twin, row)
        # Unless it was handed over, because it was the better of the two.
        type(row)._base_manager.filter(pk=row.pk, **{field.attname: getattr(row, field.attname)}).delete()


def _twin_of(row: Model, field: Field[Any, Any], stays: Model) -> Model | None:
    """The row at the one that stays that says the same: it shares one of the things that may be there once only."""
    moved = type(row)._base_manager.get(pk=row.pk)
    setattr(moved, field.attname, stays.pk)
    there = type(row)._base_manager.filter(**{field.name: stays.pk})
    for unique in _told_once(type(row)):
        if field.name in unique and (twin := there.filter(**{name: getattr(moved, name) for name in unique}).first()):
            return twin
    return None


def _told_once(model: type[Model]) -> Iterator[tuple[str, ...]]:
    yield from (tuple(constraint.fields) for constraint in model._meta.total_unique_constraints)
    yield from (tuple(c.fields) for c in model._meta.constraints if hasattr(c, "fields"))
    yield from ((field.name,) for field in model._meta.concrete_fields if field.unique)


def _row_mergers() -> dict[type[Model], RowMerger]:
    mergers: dict[type[Model], RowMerger] = {Portrait: _bring_portraits_together}
    for room in rooms(RoomAbovePeople):
        mergers |= room.row_mergers()
    return mergers


def _bring_portraits_together(stays: Portrait, goes: Portrait) -> None:
    """What one of them does not tell, the other may have told: to the same audience."""
    for line in CHOSEN:
        if not getattr(stays, line) and getattr(goes, line):
            setattr(stays, line, getattr(goes, line))
            setattr(stays, f"{line}_audience", getattr(goes, f"{line}_audience"))
    stays.access_needs = stays.access_needs or goes.access_needs
    stays.save()


def _take_what_is_missing(stays: Person, goes: Person) -> None:
    for name in ("chosen_name", "pronouns"):
        if not getattr(stays, name):
            setattr(stays, name, getattr(goes, name))
    joined = [person.joined_at for person in (stays, goes) if person.joined_at]
    stays.joined_at = min(joined, default=None)
    stays.save(update_fields=["chosen_name", "pronouns", "joined_at"])
