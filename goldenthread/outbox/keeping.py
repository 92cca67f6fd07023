"""What letters keep about people, what for, and until when."""

from goldenthread.kit.keeping import Ending, Kept

WHEN_OLD = Ending(
    "a year after it was written; a letter with a code, after a day", "goldenthread.outbox.chores.forget_old_letters"
)

KEPT = [
    Kept(
        "outbox.Letter",
        ("to", "address", "language", "fewer_at", "subject", "text", "html"),
        "To write to you, and to show you on your own page every letter that was ever sent to you.",
        WHEN_OLD,
    ),
    Kept(
        "outbox.Letter",
        ("kind", "policy", "message_id", "written_at"),
        "To know what kind of letter it is, and to let your mailbox recognise a second copy.",
        WHEN_OLD,
    ),
    Kept(
        "outbox.Letter",
        ("state", "next_try_at", "claimed_at", "sent_at", "tries", "held_because"),
        "To send it once, to try again when a mail server is busy, and to say what became of it.",
        WHEN_OLD,
    ),
]
