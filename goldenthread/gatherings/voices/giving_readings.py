"""Saying what one thinks of a contribution: in words, and never with a number. From paper, a convenor types it in."""

from __future__ import annotations

from django.db import transaction

from goldenthread.gatherings.voices.models import Contribution, Leaning, Reading, ReadingCorrection
from goldenthread.kit import clock
from goldenthread.people.models import Person


@transaction.atomic
def give_reading(contribution: Contribution, reader: Person, *, leaning: str, words: str, version: int) -> Reading:
    """Or say it anew. `version` is what they had before them: it may have changed while they wrote."""
    read = {"leaning": leaning, "words": words, "version": min(version, contribution.version), "at": clock.now()}
    # Said by themselves, nobody has typed it in, and nobody else corrects it.
    own = read | {"typed_in_by": None}
    reading, is_new = Reading.objects.update_or_create(contribution=contribution, reader=reader, defaults=own)
    if not is_new:
        reading.corrections.all().delete()
    if leaning == Leaning.TOO_CLOSE:
        Reading.objects.filter(pk=reading.pk, too_close_at=None).update(too_close_at=reading.at)
    return reading


@transaction.atomic
def type_in_reading(
    contribution: Contribution, reader: Person, *, by: Person, leaning: str, words: str, version: int
) -> Reading | None:
    """What they wrote by hand. Typed in already by the same convenor, it is corrected; said online meanwhile, it stays."""
    typed = {"leaning": leaning, "words": words}
    new = typed | {"version": min(version, contribution.version), "at": clock.now(), "typed_in_by": by}
    locked = Reading.objects.select_for_update()
    reading, is_new = locked.get_or_create(contribution=contribution, reader=reader, defaults=new)
    if is_new:
        return reading
    if reading.typed_in_by_id != by.pk:
        return None
    if (reading.leaning, reading.words) != (leaning, words):
        ReadingCorrection.objects.create(reading=reading, leaning=reading.leaning, words=reading.words, by=by)
        Reading.objects.filter(pk=reading.pk).update(**typed)
    return reading
