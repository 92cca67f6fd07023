"""Everything that is kept about one person, from every room: found by what the rooms say that they keep, so that none is forgotten.

A row is somebody's if it points at them or holds their address. Where neither tells, its room does
(`RoomAbovePeople.owned_rows`). Others who stand in such a row are not named, unless the room says that the person knows them
by it (`columns_that_name_others`, `names_of_others`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import EmailField, Field, Model, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from goldenthread.kit.keeping import Kept
from goldenthread.kit.personal_fields import everything_kept
from goldenthread.kit.registry import rooms
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import whose
from goldenthread.outbox.without_keys import without_keys
from goldenthread.people.above import NameOfAnother, OwnedRows, RoomAbovePeople
from goldenthread.people.limits import counts_of
from goldenthread.people.models import Allowance, Hello, Person

# They open doors. That they are kept is told; what they are would be safe nowhere.
SECRETS = {"password", "token", "token_hash", "code_hash", "seed", "session_key", "session_data", "data"} | {
    # Of a booking, from its e-mail; of an entry in the journal it is a number that tells nobody anything.
    "key",
    # They refuse, and lead on, for whoever has them.
    "fewer_at",
    "then",
}
# The file that somebody takes may be read by programs: there a table keeps its name, whatever we call the model.
NAMES_IN_THE_FILE = {"outbox.Email": "outbox.Letter"}


class NobodyKnowsWhose(Exception):
    """A room keeps something about people and does not say how to find whose it is."""


@dataclass(frozen=True)
class FieldInWords:
    """One field of one row, in words."""

    # As programs call it, and as people do.
    field: str
    name: str
    value: str


@dataclass(frozen=True)
class RowsAboutMe:
    """All rows of one table about one person, why they are kept, and until when."""

    model: type[Model]
    kept: list[Kept]
    rows: QuerySet[Any]

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def name_in_the_file(self) -> str:
        return NAMES_IN_THE_FILE.get(self.label, self.label)

    @property
    def purposes(self) -> list[tuple[str, str]]:
        return list(dict.fromkeys((str(kept.purpose), str(kept.until.words)) for kept in self.kept))

    def in_words(self, person: Person, most: int | None = None) -> Iterator[list[FieldInWords]]:
        names = [name for kept in self.kept for name in kept.fields]
        named = [name for name in names if name in columns_that_name_others(self.model)]
        rows = self.rows.select_related(*named) if named else self.rows
        for row in rows.order_by("-pk")[:most]:
            yield [line for name in names if (line := _line(row, name, person)) is not None]


def everything_about(person: Person) -> list[RowsAboutMe]:
    """One drawer for each table, with or without something in it."""
    kept = everything_kept()
    labels = dict.fromkeys(entry.model for entry in kept)
    return [
        RowsAboutMe(model, [entry for entry in kept if entry.model == label], rows_of(person, model))
        for label, model in ((label, apps.get_model(label)) for label in labels)
    ]


def rows_of(person: Person, model: type[Model]) -> QuerySet[Any]:
    """The rows of this table that are about this person."""
    if rows := _owned_rows().get(model):
        return rows(person)
    mine = _pointing(model, person) | _addressed(model, person)
    if not mine:
        raise NobodyKnowsWhose(f"{model._meta.label}: say whose it is, in owned_rows of its room.")
    return model._base_manager.filter(mine)


def _pointing(model: type[Model], person: Person) -> Q:
    """By the shortest way from this table to the person: a row of a row of theirs is theirs."""
    if model is Person:
        return Q(pk=person.pk)
    ways, seen = [((), model)], {model}
    while ways:
        if paths := [(*way, field.name) for way, current in ways for field in _relations(current) if _leads(field)]:
            return Q(*((("__".join(way)), person.pk) for way in paths), _connector=Q.OR)
        ways = [((*way, f.name), f.related_model) for way, current in ways for f in _relations(current)]  # type: ignore[misc]
        ways = [(way, there) for way, there in ways if there not in seen]
        seen |= {there for _way, there in ways}
    return Q()


def _relations(model: type[Model]) -> list[Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _leads(field: Field[Any, Any]) -> bool:
    return field.related_model is Person


def _addressed(model: type[Model], person: Person) -> Q:
    addresses = [field.name for field in model._meta.concrete_fields if isinstance(field, EmailField)]
    if not person.email or not addresses:
        return Q()
    return Q(*((name, person.email) for name in addresses), _connector=Q.OR)


def _line(row: Model, name: str, person: Person) -> FieldInWords | None:
    field = row._meta.get_field(name)
    if name in SECRETS or (value := getattr(row, field.attname)) in (None, ""):  # type: ignore[union-attr]
        return None
    label = capfirst(str(getattr(field, "verbose_name", name)))
    if (called := names_of_others().get((type(row), name))) and (words := called(row, person)) is not None:
        return FieldInWords(name, label, words)
    is_somebody = field.is_relation and field.related_model is Person
    if is_somebody and (value == person.pk or name not in columns_that_name_others(type(row))):
        # Another person in the same row has a right of their own; that this one is meant goes without saying.
        return None
    return FieldInWords(name, label, _in_words(row, name, value))


def _in_words(row: Model, name: str, value: Any) -> str:
    if shown := getattr(row, f"get_{name}_display", None):
        return str(shown())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    words = str(getattr(row, name) if row._meta.get_field(name).is_relation else value)
    return without_keys(words) if isinstance(row, Email) else words


def columns_that_name_others(model: type[Model]) -> set[str]:
    # Who wrote to me stands in their e-mail, if it was passed on.
    own = {"to"} if model is Hello else set()
    return own | {name for room in rooms(RoomAbovePeople) for name in room.columns_that_name_others().get(model, ())}


def names_of_others() -> dict[tuple[type[Model], str], NameOfAnother]:
    return {column: called for room in rooms(RoomAbovePeople) for column, called in room.names_of_others().items()}


def _owned_rows() -> dict[type[Model], OwnedRows]:
    """Ours, and those of the packages and the rooms below that know no persons; then what the rooms above say."""
    owned: dict[type[Model], OwnedRows] = {
        Session: _sessions_of,
        Allowance: _counts_of,
        Refusal: _refusals_of,
        Email: _emails_to,
    }
    for room in rooms(RoomAbovePeople):
        owned |= room.owned_rows()
    return owned


def _counts_of(person: Person) -> QuerySet[Any]:
    return counts_of(person.email or "")


def _sessions_of(person: Person) -> QuerySet[Any]:
    return Session.objects.filter(session_key__in=UserSession.objects.filter(user=person).values("session_key"))


def _refusals_of(person: Person) -> QuerySet[Any]:
    """It names nobody; who knows the address finds it."""
    return Refusal.objects.filter(whose=whose(person.email or ""))


def _emails_to(person: Person) -> QuerySet[Any]:
    """Of whoever it was written to, not of whom it speaks."""
    return Email.objects.filter(Q(to=person) | (Q(address__iexact=person.email) if person.email else Q()))
