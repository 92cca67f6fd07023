"""A programme that was brought in by mistake goes again, except for what something was built on since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import transaction
from django.db.models import Model

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import (
    ImportedRoom,
    ImportedSession,
    Placing,
    ProgrammeImport,
    ProgrammeRoom,
    Session,
)
from goldenthread.gatherings.programme.session_entries import marked
from goldenthread.journal.note import note
from goldenthread.people.models import Person


@transaction.atomic
def take_back(brought: ProgrammeImport, *, by: Person) -> tuple[int, int]:
    """How many sessions went, and how many stayed because something was built on them. Pressed twice, nothing more goes."""
    Gathering.objects.select_for_update().get(pk=brought.gathering_id)
    going, staying = who_goes(brought)
    Session.objects.filter(pk__in=[session.pk for session in going]).delete()
    _take_rooms_back(brought)
    if not staying:
        ProgrammeImport.objects.filter(pk=brought.pk).delete()
    if going or not staying:
        note(by, "took back a programme", brought.gathering)
    return len(going), len(staying)


def who_goes(brought: ProgrammeImport) -> tuple[Sequence[Session], Sequence[Session]]:
    """Those that nothing happened to since, and those that stay."""
    rows = list(
        brought.sessions.select_related("session")
        .prefetch_related("session__speakers", "session__placings__room")
        .order_by("pk")
    )
    built_on = set(_tied(Session, [row.session_id for row in rows]))
    goes = [row.session for row in rows if row.session_id not in built_on and not _was_changed(row)]
    gone = {session.pk for session in goes}
    return goes, [row.session for row in rows if row.session_id not in gone]


def _was_changed(row: ImportedSession) -> bool:
    session, placings, speakers = row.session, list(row.session.placings.all()), list(row.session.speakers.all())
    names = [speaker.name for speaker in sorted(speakers, key=lambda speaker: speaker.number)]
    words = marked(session.title, session.words, session.kind, str(session.minutes), *names)
    has_more = len(placings) > 1 or session.most_people is not None or session.contribution_id is not None
    return has_more or words != row.words_mark or _place_of(placings) != row.place_mark


def _place_of(placings: Sequence[Placing]) -> str:
    """As a file says it (`SessionEntry.place_mark`)."""
    for placing in placings:
        starts = f"{placing.day} {placing.from_time}"
        return marked(starts, str(placing.is_second_hour), placing.room.name.casefold() if placing.room else "")
    return marked("None", "False", "")


def _tied(model: type[Model], keys: Sequence[int]) -> Iterable[int]:
    """Those to which a row of any wing above is tied, such as a place in a session: whatever wings there are."""
    ties = [tie for tie in model._meta.related_objects if tie.related_model._meta.app_label != model._meta.app_label]
    return chain.from_iterable(
        tie.related_model._default_manager.filter(**{f"{tie.field.name}__in": keys}).values_list(
            tie.field.name, flat=True
        )
        for tie in ties
    )


def _take_rooms_back(brought: ProgrammeImport) -> None:
    """Rooms in which nothing is any more, and of which nobody said anything."""
    untouched = ImportedRoom.objects.filter(
        brought_by=brought, room__placings=None, room__closures=None, room__capacity=None, room__words=""
    )
    keys = list(untouched.values_list("room", flat=True))
    ProgrammeRoom.objects.filter(pk__in=set(keys) - set(_tied(ProgrammeRoom, keys))).delete()
