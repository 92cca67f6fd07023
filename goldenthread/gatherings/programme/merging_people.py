"""When two voices of one contribution turn out to be one person."""

from goldenthread.gatherings.programme.models import VoiceNews


def know_as_little(stays: VoiceNews, goes: VoiceNews) -> None:
    """As the one that knew less of the programme: rather said once more than not at all."""
    known = (stays.heard, goes.heard)
    stays.heard = None if None in known else min(number for number in known if number is not None)
    stays.due_at = min(filter(None, (stays.due_at, goes.due_at)), default=None)
    stays.former_speakers = sorted({*stays.former_speakers, *goes.former_speakers})
    stays.save(update_fields=["heard", "due_at", "former_speakers"])
