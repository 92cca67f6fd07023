"""What is kept about people who meet."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import UNTIL_YOU_LEAVE

PLACE = ("where_key", "where_label", "round", "table", "introduced_by")
EITHER_LEAVES = Expiry(_("until one of you leaves"), "goldenthread.people.leaving.leave")
NOT_WISHED = Expiry(_("until you stop it, or one of you leaves"), "goldenthread.threads.keep_apart.let_be")
THREE_MONTHS = Expiry(_("three months, or until one of you leaves"), "goldenthread.threads.chores.forget_introductions")
UNTIL_ANSWERED = Expiry(_("until you have answered, at most 60 days"), "goldenthread.threads.chores.forget_news")

KEPT = [
    Kept("threads.Encounter", ("one", "other", "at", *PLACE), _("To remember where you met."), EITHER_LEAVES),
    Kept("threads.Thread", ("one", "other", "at", *PLACE), _("So that what you both began goes on."), EITHER_LEAVES),
    Kept(
        "threads.Ending", ("one", "other", "by", "at"), _("So that what one of you ended stays ended."), EITHER_LEAVES
    ),
    Kept("threads.Side", ("owner", "whom", "is_near"), _("To put your threads in your own order."), EITHER_LEAVES),
    Kept(
        "threads.Side",
        ("note",),
        _("So that you remember. Only you can read them; they are encrypted in the database."),
        EITHER_LEAVES,
    ),
    Kept(
        "threads.Side",
        ("reach",),
        _("So that the other can reach you while your thread lasts. Encrypted in the database."),
        EITHER_LEAVES,
    ),
    Kept(
        "threads.ThreadNews",
        ("thread", "person", "told_at"),
        _("To tell both of you of your new thread, and to ask how you may be reached."),
        UNTIL_ANSWERED,
    ),
    Kept(
        "threads.KeepApart",
        ("owner", "whom", "at"),
        _("So that you are not seated with somebody, nor introduced to them. We tell nobody whose wish it is."),
        NOT_WISHED,
    ),
    Kept(
        "threads.Introduction",
        ("one", "other", "by", "is_asked_for", "at", "agreed_at"),
        _("To introduce you, and the same two people once only."),
        UNTIL_YOU_LEAVE,
    ),
    Kept("threads.Introduction", ("why",), _("To tell both of you why."), THREE_MONTHS),
    Kept(
        "threads.Asking",
        ("introduction", "person", "key", "why", "answer", "answered_at", "reach", "met"),
        _("To ask you whether you would like to meet, and to tell nobody but you what you said."),
        THREE_MONTHS,
    ),
    Kept(
        "threads.Asking",
        ("asked_at", "told_at", "wondered_at", "letter"),
        _("To send you each e-mail only once."),
        THREE_MONTHS,
    ),
]
