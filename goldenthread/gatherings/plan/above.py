"""What a plan asks of the wings above: what follows there from a new version of it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from goldenthread.outbox.delivery import emailed
from goldenthread.outbox.models import Email
from goldenthread.people.above import RoomAbovePeople

if TYPE_CHECKING:
    from goldenthread.gatherings.plan.models.gathering import Gathering
    from goldenthread.gatherings.plan.models.pending_changes import PendingChanges
    from goldenthread.people.models import Person


@dataclass(frozen=True)
class Preview:
    """Who is written to about a change, and what they read."""

    people: int = 0
    # As the first of each kind will read it.
    emails: tuple[Email, ...] = ()
    # Names of those who have no address: somebody has to ring them up.
    unreachable: tuple[str, ...] = ()
    # Those who hear of it as often as they chose.
    followers: int = 0
    # As the first of them will read it.
    news: tuple[Email, ...] = ()
    # The hour at which they go, such as "14:20"; empty if that is at once.
    goes_at: str = ""

    def __add__(self, other: Preview) -> Preview:
        return Preview(
            self.people + other.people,
            self.emails + other.emails,
            self.unreachable + other.unreachable,
            self.followers + other.followers,
            self.news + other.news,
            self.goes_at or other.goes_at,
        )

    @property
    def stamp(self) -> str:
        """Of these words: whoever changes their reason sees the e-mail once more."""
        words = "".join(f"{email.subject}\n{email.text}\n" for email in self.emails)
        return sha256(words.encode()).hexdigest()

    @property
    def in_words(self) -> str:
        """For the page after it; empty when nobody is written to but those who follow the plan."""
        if not self.people:
            return ""
        n, words = self.people, {"n": self.people, "at": self.goes_at}
        if self.goes_at:
            later = ngettext("%(n)s person gets an e-mail at %(at)s.", "%(n)s people get an e-mail at %(at)s.", n)
            return emailed(later % words)
        return emailed(ngettext("%(n)s person gets an e-mail now.", "%(n)s people get an e-mail now.", n) % words)

    def is_unseen(self, seen: str | None) -> bool:
        return self.people > 0 and seen != self.stamp


class RoomAbovePlan(RoomAbovePeople):
    """A wing that knows gatherings, and what it is asked about them."""

    def plan_changed(self, before: Gathering, after: Gathering, written_to: set[str]) -> None:
        """Does what follows from a new version, in the transaction that makes it. `written_to` holds the addresses that hear
        of it already; whoever writes to more adds theirs."""

    def plan_copied(self, gathering: Gathering, copied: Gathering, *, by: Person) -> None:
        """Takes over what another gathering like this one begins with, in the same transaction; nothing of anybody who came."""

    def changes_sent(self, gathering: Gathering) -> None:
        """Writes at once what is owed about its changes: a convenor has seen it, and may save something else next."""

    def changes_dropped(self, gathering: Gathering, pending: PendingChanges) -> None:
        """Takes back what was owed about changes that were only slips, in the transaction that says so."""

    def preview(self, gathering: Gathering) -> Preview:
        """Who is written to about the newest version, and what they read."""
        return Preview()

    def after_a_new_time(self, gathering: Gathering) -> str:
        """What its convenors are to look at once its day or its hours are others; empty if nothing."""
        return ""
