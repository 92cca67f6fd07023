"""What is other in one release of a programme than in the one before: which sessions are new, moved, gone, or read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing, PublicSession


class HowItChanged(models.TextChoices):
    """What became of a session between two releases."""

    NEW = "new", gettext_lazy("New")
    MOVED = "moved", gettext_lazy("Moved")
    GONE = "gone", gettext_lazy("Not in the programme any more")
    REWORDED = "reworded", gettext_lazy("Other words")


@dataclass(frozen=True)
class SessionChange:
    """How one session changed, and when and where it was and is."""

    how: HowItChanged
    session: PublicSession
    before: str
    after: str
    # All who bring it, or brought it, by their keys.
    speakers: frozenset[int]
    # On another day, or in another room.
    is_elsewhere: bool = False

    @property
    def uid(self) -> UUID:
        return self.session.uid

    @property
    def sentence(self) -> str:
        words = {"title": self.session.title, "before": self.before, "after": self.after}
        if self.how is HowItChanged.NEW:
            return _("“%(title)s” is new: %(after)s.") % words
        if self.how is HowItChanged.MOVED:
            return _("“%(title)s” is now: %(after)s. It was: %(before)s.") % words
        if self.how is HowItChanged.GONE:
            return _("“%(title)s” is not in the programme any more. It was: %(before)s.") % words
        return _("“%(title)s” has other words.") % words


def changes_between(before: PublicProgramme | None, after: PublicProgramme) -> list[SessionChange]:
    """As the day goes; what is gone stands last. Of the first release, nothing is a change."""
    if before is None:
        return []
    still = [change for uid in _in_order(after) if (change := _change_of(uid, before, after))]
    gone = [_gone(before.sessions[uid], before) for uid in _in_order(before) if uid not in after.sessions]
    return still + gone


def news_for(speakers: Iterable[int], changes: Iterable[SessionChange]) -> list[SessionChange]:
    """What somebody who brings a session has to hear."""
    mine = set(speakers)
    return [change for change in worth_an_email(changes) if mine & change.speakers]


def worth_an_email(changes: Iterable[SessionChange]) -> list[SessionChange]:
    """Not that words were put right."""
    return [change for change in changes if change.how != HowItChanged.REWORDED]


def in_sentences(changes: Iterable[SessionChange]) -> str:
    """For the convenors to edit, and for everybody to read."""
    return "\n".join(f"- {change.sentence}" for change in changes)


def _in_order(programme: PublicProgramme) -> Iterator[str]:
    return iter(dict.fromkeys(str(placing.session.uid) for placing in programme.placings))


def _change_of(uid: str, before: PublicProgramme, after: PublicProgramme) -> SessionChange | None:
    now, then = after.sessions[uid], before.sessions.get(uid)
    if then is None:
        return _change(HowItChanged.NEW, now, "", _each(uid, after))
    if _places(uid, before) != _places(uid, after):
        moved = _change(HowItChanged.MOVED, now, _each(uid, before), _each(uid, after))
        return replace(moved, is_elsewhere=_days_and_rooms(uid, before) != _days_and_rooms(uid, after))
    if _texts(then) != _texts(now):
        return _change(HowItChanged.REWORDED, now, "", _each(uid, after))
    return None


def _gone(session: PublicSession, before: PublicProgramme) -> SessionChange:
    return _change(HowItChanged.GONE, session, _each(str(session.uid), before), "")


def _change(how: HowItChanged, session: PublicSession, before: str, after: str) -> SessionChange:
    return SessionChange(how, session, before, after, frozenset(session.brought_by))


def _placings(uid: str, programme: PublicProgramme) -> list[PublicPlacing]:
    return programme.by_session.get(uid, [])


def _each(uid: str, programme: PublicProgramme) -> str:
    return "; ".join(placing.when_and_where for placing in _placings(uid, programme))


def _places(uid: str, programme: PublicProgramme) -> list[tuple[object, ...]]:
    return [(placing.starts_at, placing.ends_at, placing.room_name) for placing in _placings(uid, programme)]


def _days_and_rooms(uid: str, programme: PublicProgramme) -> list[tuple[object, ...]]:
    return [(placing.day, placing.room_name) for placing in _placings(uid, programme)]


def _texts(session: PublicSession) -> tuple[object, ...]:
    return session.title, session.words, session.kind, session.most_people, session.brought_by
