"""Looking at the e-mails that a change will send, before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.rooms import drawers
from goldenthread.outbox.models import Letter


@dataclass(frozen=True)
class Preview:
    """Who is written to at once about a change, and what they read."""

    people: int = 0
    # As the first of each kind will read it.
    letters: tuple[Letter, ...] = ()
    # Names of those who have no address: somebody has to ring them up.
    unreachable: tuple[str, ...] = ()
    # Those who hear of it as often as they chose.
    followers: int = 0

    def __add__(self, other: Preview) -> Preview:
        return Preview(
            self.people + other.people,
            self.letters + other.letters,
            self.unreachable + other.unreachable,
            self.followers + other.followers,
        )

    @property
    def stamp(self) -> str:
        """Of these words: whoever changes their reason sees the e-mail once more."""
        words = "".join(f"{letter.subject}\n{letter.text}\n" for letter in self.letters)
        return sha256(words.encode()).hexdigest()

    @property
    def in_words(self) -> str:
        """For the page after it; empty when nobody is written to at once."""
        n = self.people
        return (
            ngettext("%(n)s person gets an e-mail now.", "%(n)s people get an e-mail now.", n) % {"n": n} if n else ""
        )

    def is_unseen(self, seen: str | None) -> bool:
        return self.people > 0 and seen != self.stamp


def preview_of(gathering: Gathering, act: Callable[[Gathering], None]) -> Preview:
    """The act itself, taken back at once: what is shown cannot differ from what will go."""
    with transaction.atomic():
        changed = Gathering.objects.get(pk=gathering.pk)
        act(changed)
        changed = Gathering.objects.with_facts().get(pk=gathering.pk)
        parts = [wing.preview(changed) for wing in drawers("plan_changes") if hasattr(wing, "preview")]
        transaction.set_rollback(True)
    return sum(parts, Preview())
