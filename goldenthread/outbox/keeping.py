"""What e-mails keep about people, what for, and until when."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept

WHEN_OLD = Expiry(
    _("a year after it was written; an e-mail with a code, after a day; a hello, after 60 days"),
    "goldenthread.outbox.chores.forget_old_emails",
)
A_YEAR = Expiry(_("a year after it was begun, or until you leave"), "goldenthread.outbox.chores.forget_old_emails")
# It must outlive you: an e-mail that comes after you left is the worst of all.
FOR_GOOD = Expiry(_("for good, until you want them again"), "goldenthread.outbox.models.Refusal.withdraw")

KEPT = [
    Kept(
        "outbox.Email",
        ("to", "address", "language", "fewer_at", "about", "subject", "text", "html", "calendar"),
        _("To write to you, and to show you every e-mail on your own page again."),
        WHEN_OLD,
    ),
    Kept("outbox.Email", ("speaks_of",), _("So that an e-mail that names you is deleted when you leave."), WHEN_OLD),
    Kept("outbox.Email", ("answers_to",), _("So that somebody can answer you, if you want them to."), WHEN_OLD),
    Kept(
        "outbox.Email",
        ("kind", "policy", "message_id", "written_at"),
        _("To know what kind of e-mail it is, and to let your mailbox recognise a second copy."),
        WHEN_OLD,
    ),
    Kept(
        "outbox.Email",
        ("state", "next_try_at", "claimed_at", "sent_at", "tries", "held_because"),
        _("To send it once, to try again when a mail server is busy, and to say what became of it."),
        WHEN_OLD,
    ),
    Kept(
        "outbox.Circular",
        ("by", "subject", "words", "shows_address", "why", "about", "begun_at"),
        _("To send one e-mail to many people, and to say who wrote it."),
        A_YEAR,
    ),
    Kept("outbox.CircularPreview", ("circular", "by", "at"), _("So that nothing goes to many people unseen."), A_YEAR),
    Kept("outbox.Dispatch", ("circular", "by", "at"), _("To send it once, and to say who sent it."), A_YEAR),
    Kept("outbox.Halt", ("circular", "by", "at"), _("To stop it, and to say who did."), A_YEAR),
    Kept(
        "outbox.CircularReceiver",
        ("circular", "to", "address", "name", "written_at", "refused_at", "letter"),
        _("To send it to you once, with your name in it."),
        A_YEAR,
    ),
    Kept(
        "outbox.Refusal",
        ("whose", "kind", "about", "at"),
        _("To send you no more of what you did not want. Nobody can read your address in it."),
        FOR_GOOD,
    ),
]
