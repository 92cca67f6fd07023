"""What is other in one release of a programme than in the one before: which sessions are new, moved, gone, or read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.programme.other_words import other_words
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing, PublicSession


class HowItChanged(models.TextChoices):
    """What became of a session between two releases."""

    NEW = "new", gettext_lazy("New")
    MOVED = "moved", gettext_lazy("Moved")
    GONE = "gone", gettext_lazy("Not in the programme any more")
    REWORDED = "reworded", gettext_lazy("Changed")


@dataclass(frozen=True)
class SessionChange:
    """How one session changed, and when and where it was and is."""

    how: HowItChanged
    session: PublicSession
    before: str
    after: str
    # All who bring it, or brought it, by their keys.
    speakers: frozenset[int]
    # What else is other about it, in words.
    words: str = ""
    # On another day, or in another room.
    is_elsewhere: bool = False

    @property
    def uid(self) -> UUID:
        return self.session.uid

    @property
    def sentence(self) -> str:
        words = {"title": self.session.title, "before": self.before, "after": self.after, "words": self.words}
        if self.how is HowItChanged.NEW:
            return _("“%(title)s” is new: %(after)s.") % words
        if self.how is HowItChanged.MOVED:
            moved = _("“%(title)s” is now: %(after)s. It was: %(before)s.") % words
            return " ".join(filter(None, [moved, self.words]))
        if self.how is HowItChanged.GONE:
            return _("“%(title)s” is not in the programme any more. It was: %(before)s.") % words
        return _("“%(title)s” has changed. %(words)s") % words


def changes_between(
    before: PublicProgramme | None, after: PublicProgramme, *, with_day: bool = False
) -> list[SessionChange]:
    """As the day goes; what is gone stands last. Of the first release, nothing is a change. Where all is on one day, that is
    said only in an e-mail."""
    if before is None:
        return []
    with_day = with_day or len({placing.day for placing in (*before.placings, *after.placings)}) > 1
    changes = [_change_of(uid, before, after, with_day=with_day) for uid in _in_order(after)]
    gone = [uid for uid in _in_order(before) if uid not in after.sessions]
    return [change for change in changes if change] + [_gone(uid, before, with_day=with_day) for uid in gone]


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


def _change_of(uid: str, before: PublicProgramme, after: PublicProgramme, *, with_day: bool) -> SessionChange | None:
    now, then = after.sessions[uid], before.sessions.get(uid)
    was_at, is_at, brought_by = _placings(uid, before), _placings(uid, after), frozenset(now.brought_by)
    if then is None:
        return SessionChange(HowItChanged.NEW, now, "", _each(is_at, with_day=with_day), brought_by)
    words = other_words(then, now)
    if _places(was_at) == _places(is_at):
        return SessionChange(HowItChanged.REWORDED, now, "", "", brought_by, words) if words else None
    # The same day is not said twice in one line.
    is_other_day = [placing.day for placing in was_at] != [placing.day for placing in is_at]
    was, is_now = _each(was_at, with_day=is_other_day), _each(is_at, with_day=with_day)
    is_elsewhere = _days_and_rooms(was_at) != _days_and_rooms(is_at)
    return SessionChange(HowItChanged.MOVED, now, was, is_now, brought_by, words, is_elsewhere=is_elsewhere)


def _gone(uid: str, before: PublicProgramme, *, with_day: bool) -> SessionChange:
    session = before.sessions[uid]
    was = _each(_placings(uid, before), with_day=with_day)
    return SessionChange(HowItChanged.GONE, session, was, "", frozenset(session.brought_by))


def _placings(uid: str, programme: PublicProgramme) -> list[PublicPlacing]:
    return programme.by_session.get(uid, [])


def _each(placings: Sequence[PublicPlacing], *, with_day: bool) -> str:
    return "; ".join(placing.when_and_where if with_day else placing.hours_and_where for placing in placings)


def _places(placings: Sequence[PublicPlacing]) -> list[tuple[object, ...]]:
    return [(placing.starts_at, placing.ends_at, placing.room_name) for placing in placings]


def _days_and_rooms(placings: Sequence[PublicPlacing]) -> list[tuple[object, ...]]:
    return [(placing.day, placing.room_name) for placing in placings]
