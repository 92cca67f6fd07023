"""Who changed what at a gathering: from the journal, in the words of the wings that wrote it, and what no record may tell left out:
docs/decisions/0055-a-record-names-who-is-on-the-list.md
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse

from goldenthread.gatherings.bookings.models import Booking, ImportedLine
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Mix, Round, Table
from goldenthread.journal.above import Act, acts_by_did
from goldenthread.journal.models import Entry

# By what the journal writes of, the way from it to its gathering.
ITS_GATHERING: dict[type[Model], str] = {
    Gathering: "pk",
    Mix: "arrangement__gathering",
    Round: "arrangement__gathering",
    Table: "arrangement__gathering",
}
TYPED_IN = "typed in a booking"
BOOKING = Booking._meta.label_lower


@dataclass(frozen=True)
class RecordLine:
    """One thing that somebody did: when, in words, with the reason if one was given, where it was, and where there is something to see."""

    at: datetime
    words: str
    gathering: Gathering | None
    path: str


def entries_of(gathering: Gathering, now: datetime) -> QuerySet[Entry]:
    about = Q(kind=BOOKING, key__in=_keys(gathering.bookings.order_by()))
    for model, way in ITS_GATHERING.items():
        rows = model._default_manager.filter(**{way: gathering.pk})
        about |= Q(kind=model._meta.label_lower, key__in=_keys(rows))
    # An import is one line, and not one for each name on it.
    imported = ImportedLine.objects.filter(booking__gathering=gathering).values_list(Cast("booking", CharField()))
    entries = _said([act for act in acts_by_did().values() if act.words], now).filter(about)
    return entries.exclude(did=TYPED_IN, kind=BOOKING, key__in=imported)


def entries_of_the_site(now: datetime) -> QuerySet[Entry]:
    """Nothing of one person's place: nobody needs it to look after a site."""
    return _said([act for act in acts_by_did().values() if act.words and not act.is_of_one], now)


def lines_of(gathering: Gathering, entries: Sequence[Entry]) -> list[RecordLine]:
    """In two queries, however many there are."""
    keys = [entry.key for entry in entries if entry.kind == BOOKING]
    bookings = {str(row.pk): row for row in gathering.bookings.select_related("person").filter(pk__in=keys)}
    acts = acts_by_did()
    return [
        _line_of_many(run, acts[run[0].did], gathering)
        if len(run) > 1
        else _line(run[0], acts[run[0].did], gathering, bookings.get(run[0].key))
        for run in _runs(entries, acts)
    ]


def lines_of_the_site(entries: Sequence[Entry]) -> list[RecordLine]:
    """In as many queries as there are kinds of things, however many there are."""
    gathering_of, acts = _gatherings(entries), acts_by_did()
    return [_line(run[0], acts[run[0].did], gathering_of(run[0]), None) for run in _runs(entries, acts)]


def _runs(entries: Sequence[Entry], acts: Mapping[str, Act]) -> list[list[Entry]]:
    """What one person did to many at once, or to one thing again and again: together, the newest first."""
    runs: list[list[Entry]] = []
    for entry in entries:
        if runs and _goes_with(runs[-1][-1], entry, acts[entry.did]):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _goes_with(later: Entry, entry: Entry, act: Act) -> bool:
    is_alike = (later.did, later.by_id, later.why) == (entry.did, entry.by_id, entry.why)
    is_of_them = (later.kind, later.key) == (entry.kind, entry.key) or bool(act.many)
    return bool(is_alike and is_of_them and act.within and later.at - entry.at <= act.within)


def _line_of_many(run: Sequence[Entry], act: Act, gathering: Gathering) -> RecordLine:
    if not act.many:
        return _line(run[0], act, gathering, None)
    path = reverse(act.page_of_many, args=[gathering.slug])
    return RecordLine(run[0].at, act.of_many(run[0].by, len(run)), gathering, path)


def _said(acts: Iterable[Act], now: datetime) -> QuerySet[Entry]:
    """Newest first. In a sample, whose clock is set to and fro, some of it is still to come."""
    dids = [act.did for act in acts]
    return Entry.objects.filter(did__in=dids, at__lte=now).select_related("by").order_by("-at", "-pk")


def _keys(rows: QuerySet[Model]) -> QuerySet[Model, str]:
    return rows.values_list(Cast("pk", CharField()))


def _line(entry: Entry, act: Act, gathering: Gathering | None, booking: Booking | None) -> RecordLine:
    # Only what concerns a booking is about the one whose it is.
    booking = booking if act.is_of_one else None
    is_their_own = bool(booking and booking.person_id and booking.person_id == entry.by_id)
    words = act.sentence(entry.by, booking.listed_as if booking else "", is_their_own=is_their_own)
    because = act.because(entry.why) if act.because else ""
    return RecordLine(entry.at, f"{words}: {because}" if because else words, gathering, _path(act, gathering, booking))


def _path(act: Act, gathering: Gathering | None, booking: Booking | None) -> str:
    """Empty where it is gone: a gathering that is no more has no page."""
    if booking and gathering:
        return reverse(act.page, args=[gathering.slug, booking.pk])
    if gathering:
        return reverse(act.page, args=[gathering.slug])
    return reverse(act.page) if act.page.startswith("desk:") else ""


def _gatherings(entries: Sequence[Entry]) -> Callable[[Entry], Gathering | None]:
    places: dict[tuple[str, str], int] = {}
    for model, way in ITS_GATHERING.items():
        kind = model._meta.label_lower
        keys = [entry.key for entry in entries if entry.kind == kind]
        rows = model._default_manager.filter(pk__in=keys).values_list("pk", way) if keys else ()
        places |= {(kind, str(key)): place for key, place in rows}
    gatherings = Gathering.objects.in_bulk(set(places.values()))
    return lambda entry: gatherings.get(places.get((entry.kind, entry.key), 0))
