"""What people ask of the rooms above: whose a row is, who is close to whom, where a page leads on, what goes when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from goldenthread.journal.above import RoomAboveJournal
from goldenthread.people.models import Audience, Person

OwnedRows = Callable[[Person], QuerySet[Any]]
# Of a row, what this person calls somebody else in it.
NameOfAnother = Callable[[Any, Person], str | None]
RowMerger = Callable[[Any, Any], None]


@dataclass(frozen=True)
class WayOn:
    """A link on somebody's page: what it says, and where it leads."""

    words: str
    path: str


class RoomAbovePeople(RoomAboveJournal):
    """A room that knows persons, and what it is asked about them."""

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """By model, which rows are about a person: where a row neither points at them nor holds their address, or speaks of
        several people."""
        return {}

    def columns_that_name_others(self) -> Mapping[type[Model], Collection[str]]:
        """By model, where somebody else stands whom the person knows by it. Others are not named to them."""
        return {}

    def names_of_others(self) -> Mapping[tuple[type[Model], str], NameOfAnother]:
        """By model and column, where something of somebody else stands, of which the person may know less than all; None: as it stands."""
        return {}

    def closeness(self, by: Person, to: Collection[int]) -> Mapping[int, Collection[Audience]]:
        """For the keys of some people, to which audiences `by` belongs: `HOSTS` where they host a gathering that those come
        to, `MET` where both have met. In one query, however many they are."""
        return {}

    def ways_on(self, by: Person, to: Person) -> Sequence[WayOn]:
        """Where the page of `to` leads on in this room, for `by`. The same whatever `to` said in confidence."""
        return ()

    def first_steps(self, person: Person) -> Sequence[WayOn]:
        """Where somebody who has just joined could go in this room."""
        return ()

    def are_to_be_left_apart(self, one: Person, other: Person) -> bool:
        """Whether something that is told to nobody keeps these two from hearing of each other."""
        return False

    def their_places(self, person: Person) -> Sequence[tuple[str, str]]:
        """Where they are going, and what they told for it: in words, with the address of the page that is theirs."""
        return ()

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        """Forgets what hangs on no row of theirs. Answers with marks by which the same is recognised in an older backup."""
        return []

    def forget_again(self, marks: set[str]) -> None:
        """Forgets in a house that was brought back from an older backup whatever bears one of these marks."""

    def before_merging(self, stays: Person, goes: Person) -> None:
        """Moves rows that cannot move by themselves when two pages of one person become one."""

    def row_mergers(self) -> Mapping[type[Model], RowMerger]:
        """By model, what brings two rows together that say the same, one on each page. Without one, the row of the page that
        stays is right, and the other goes."""
        return {}
