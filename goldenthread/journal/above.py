"""What the journal asks of the rooms that write in it: how an entry of theirs is said to those who may read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.house import the_house
from goldenthread.kit.registry import Room, rooms

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

SOMEBODY, SOMEBODY_WHO_LEFT = _("Somebody"), _("Somebody who has left")


@dataclass(frozen=True)
class Act:
    """One kind of entry, by its `did`: a sentence for the record, or none, where no record may speak of it."""

    did: str
    # With %(name)s for whoever did it and %(whose)s for the one it was done for.
    words: StrPromise | str = ""
    # The same where nobody did it, or the one whom it concerns did.
    alone: StrPromise | str = ""
    # The address of what there is to see; it takes that of its gathering, if it has one.
    page: str = ""
    # It speaks of one person's place: for the convenors who see them on their list, and for no keeper.
    is_of_one: bool = False
    # What is said of the entry's `why`. Without it nothing is.
    because: Callable[[str], str] | None = None
    # One after the other so soon, by the same person, it is one line: of many people in these words, with %(n)s, else as of the newest.
    within: timedelta = timedelta(0)
    many: StrPromise | str = ""
    page_of_many: str = ""

    def sentence(self, by: Any, whose: str = "", *, is_their_own: bool = False) -> str:
        words = self.alone if self.alone and (by is None or is_their_own) else self.words
        return str(words) % {"name": by.known_as if by else _unnamed(), "whose": whose}

    def of_many(self, by: Any, n: int) -> str:
        return str(self.many) % {"name": by.known_as if by else _unnamed(), "n": n}


def _unnamed() -> StrPromise:
    """A sample puts no invented act down to its convenors, who are real; nobody has left there."""
    house = the_house()
    return SOMEBODY if house and house.is_sample else SOMEBODY_WHO_LEFT


class RoomAboveJournal(Room):
    """A room that writes in the journal."""

    def acts(self) -> Sequence[Act]:
        """Every kind of entry that it writes, those that are on no record among them."""
        return ()


def silent(*dids: str) -> tuple[Act, ...]:
    """Kinds of entries that no record speaks of."""
    return tuple(Act(did) for did in dids)


def acts_by_did() -> dict[str, Act]:
    return {act.did: act for room in rooms(RoomAboveJournal) for act in room.acts()}
