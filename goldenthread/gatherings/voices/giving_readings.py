"""Saying what one thinks of a contribution: in words, and never with a number."""

from goldenthread.gatherings.voices.models import Contribution, Reading
from goldenthread.kit import clock
from goldenthread.people.models import Person


def give_reading(contribution: Contribution, reader: Person, *, leaning: str, words: str, version: int) -> Reading:
    """Or say it anew. `version` is what they had before them: it may have changed while they wrote."""
    read = {"leaning": leaning, "words": words, "version": min(version, contribution.version), "at": clock.now()}
    return Reading.objects.update_or_create(contribution=contribution, reader=reader, defaults=read)[0]
