"""What is kept about people in a programme."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

KEPT = [
    Kept(
        "programme.RoomClosure",
        ("room", "starts_at", "ends_at", "because", "is_until_the_end", "by"),
        _("To know who closed the room."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.Session",
        ("gathering", "uid", "kind", "title", "words", "minutes", "most_people", "contribution", "removed_at"),
        _("To say what happens at a gathering."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.SessionVoice",
        ("session", "number", "voice", "name"),
        _("So that people know who stands up."),
        A_YEAR_AFTER,
    ),
    Kept(
        "programme.Placing",
        (
            *("session", "number", "day", "from_time", "is_second_hour", "room", "is_pinned", "version"),
            *("taken_out_at", "by", "at"),
        ),
        _("To know who put it there."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.PlacingChange",
        ("session", "number", "before", "after", "version", "undoes", "by", "at"),
        _("To know who moved it, and to be able to undo it."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.DraftRun",
        (
            *("gathering", "number", "by", "at", "keeps_placed", "seed", "seconds", "iterations", "turns", "content"),
            *("taken_at", "claim", "tries", "beat_at", "percent", "is_enough", "done_at", "failed_at"),
        ),
        _("To show what a machine would put where, before anything moves."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.ProgrammeImport",
        ("gathering", "by", "at", "file", "days_moved"),
        _("To undo an import, and to know who brought it in."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.ImportedSession",
        ("brought_by", "key", "session", "words_mark", "place_mark"),
        _("So that a newer file changes only what it says differently."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.ImportedRoom",
        ("brought_by", "room"),
        _("To undo an import."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.Release",
        ("gathering", "number", "words", "content", "is_draft", "by", "at"),
        _("To know who showed the programme."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "programme.VoiceNews",
        ("voice", "heard", "heard_at", "due_at", "former_speakers"),
        _("To e-mail you once, when your session moves."),
        A_YEAR_AFTER,
    ),
]
