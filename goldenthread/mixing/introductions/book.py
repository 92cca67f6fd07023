"""The candidates of a whole movement, kept up to date while its people change one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from goldenthread.mixing.introductions.candidates import across, contained, keeps, mutual, once, shown
from goldenthread.mixing.introductions.directory import Directory, Words
from goldenthread.mixing.introductions.pairs import Pairs, Rows, key_of
from goldenthread.mixing.introductions.rings import LOOK, Rings, entries, look, needing, offering, places_of

_PLACE = np.uint64(32)


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What one person's change did to the candidates: keys of pairs (pairs.key_of) gone and come, ascending."""

    gone: Rows
    come: Rows


@dataclass(slots=True, eq=False)
class Book:
    """Candidates as they stand. After any number of changes it holds exactly what a full remake would hold."""

    people: Directory
    never: Rows
    most: int
    along: int
    offers: Rings
    needs: Rings
    # Whom each person keeps, as candidates.keeps answers it: what the others keep need not be made anew.
    kept: Rows

    @classmethod
    def of(cls, people: Directory, never: Rows, *, most: int = 20, along: int = LOOK) -> Book:
        """All candidates of all people, as candidates.candidates makes them."""
        offers, needs = offering(people), needing(people)
        return cls(people, never, most, along, offers, needs, keeps(people, shown(people, never, along), most))

    def pairs(self) -> Pairs:
        return mutual(self.people, self.kept)

    def change(self, row: int, to: Directory) -> Change:
        """Let this person be as they are in `to`, a directory of all where nobody else is different
        and words keep their numbers (directory.Vocabulary).

        Only the buckets that the person leaves or enters are looked at, and those people beside them in these buckets.
        """
        before = self._near(row)
        self.people = to
        self.offers, self.needs = _moved(self.offers, to, row, to.offers), _moved(self.needs, to, row, to.needs)
        return self._remake(once(np.concatenate([[row], before, self._near(row)])))

    def _near(self, row: int) -> Rows:
        """Everybody whose view this person's coming or going could change, and whom they could see or be seen by.

        One step further along than anybody looks: there stands who comes into view when this person goes.
        """
        if not self.people.is_open[row]:
            return np.empty(0, dtype=np.int64)
        return np.concatenate([np.empty(0, np.int64), *self._beside(row)])

    def _beside(self, row: int) -> Iterator[Rows]:
        me = np.array([row])
        _, needing_in = entries(self.people, self.people.needs, me)
        needed = places_of(self.people, np.repeat(me, len(needing_in)), needing_in)
        yield look(self.offers, needed, self.along)[1]
        _, offering_in = entries(self.people, self.people.offers, me)
        for bucket in offering_in:
            looking, seen = _views(self.offers, self.needs, bucket, self.along + 1)
            views = np.isin(looking, looking[seen == row])
            yield looking[views]
            yield seen[views]

    def _remake(self, touched: Rows) -> Change:
        """Make what these people keep anew, and nobody else's: nobody else sees anybody new or sees anybody change."""
        seen = once(np.concatenate([np.empty(0, np.int64), *self._seen_by_or_seeing(touched)]))
        theirs = keeps(self.people, seen[~contained(seen, self.never)], self.most)
        theirs = theirs[contained(theirs // len(self.people), touched)]
        before = self._mutual(touched)
        self.kept = np.delete(self.kept, _ranges(*self._spans(touched)))
        self.kept = np.insert(self.kept, np.searchsorted(self.kept, theirs), theirs)
        after = self._mutual(touched)
        return Change(np.setdiff1d(before, after), np.setdiff1d(after, before))

    def _spans(self, touched: Rows) -> tuple[Rows, Rows]:
        people = len(self.people)
        return np.searchsorted(self.kept, touched * people), np.searchsorted(self.kept, (touched + 1) * people)

    def _mutual(self, touched: Rows) -> Rows:
        """The keys of the candidates in which these people are."""
        mine = self.kept[_ranges(*self._spans(touched))]
        owner, other = np.divmod(mine, len(self.people))
        both = contained(other * len(self.people) + owner, self.kept)
        return once(key_of(owner[both], other[both], len(self.people)))

    def _seen_by_or_seeing(self, who: Rows) -> Iterator[Rows]:
        """Keys of all pairs that the buckets show with one of these people."""
        rows, buckets = entries(self.people, self.people.needs, who[self.people.is_open[who]])
        looking, seen = look(self.offers, places_of(self.people, rows, buckets), self.along)
        yield across(self.people, rows[looking], seen)
        rows, buckets = entries(self.people, self.people.offers, who[self.people.is_open[who]])
        for bucket in np.unique(buckets):
            looking, seen = _views(self.offers, self.needs, bucket, self.along)
            mine = contained(seen, np.sort(rows[buckets == bucket]))
            yield across(self.people, looking[mine], seen[mine])


def _views(offers: Rings, needs: Rings, bucket: np.uint64, along: int) -> tuple[Rows, Rows]:
    """Who looks at whom in one bucket."""
    ends = np.array([bucket, bucket + np.uint64(1)]) << _PLACE
    begin, end = np.searchsorted(needs.places, ends)
    looking, seen = look(offers, needs.places[begin:end], along)
    return needs.rows[begin:end][looking], seen


def _moved(rings: Rings, people: Directory, row: int, topics: Words) -> Rings:
    """The same rings with this person where they belong now."""
    stays = rings.rows != row
    rows, buckets = entries(people, topics, np.array([row] if people.is_open[row] else [], dtype=np.int64))
    come = np.sort(places_of(people, rows, buckets))
    places = rings.places[stays]
    at = np.searchsorted(places, come)
    return Rings(np.insert(places, at, come), np.insert(rings.rows[stays], at, row))


def _ranges(begin: Rows, end: Rows) -> Rows:
    """All positions from each begin to its end."""
    size = end - begin
    positions: Rows = np.arange(size.sum()) + np.repeat(begin - (np.cumsum(size) - size), size)
    return positions
