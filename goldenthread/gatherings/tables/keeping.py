"""What is kept about people who sit at tables."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

WISHES = Expiry(_("two weeks after the gathering"), "goldenthread.gatherings.tables.chores.forget_wishes")
TILL_WRITTEN = Expiry(_("until the e-mail is written"), "goldenthread.gatherings.tables.chores.tell_of_changed_tables")
TILL_TOLD = Expiry(
    _("until you have said yes and are told, or two weeks after the gathering"),
    "goldenthread.gatherings.tables.chores.forget_wishes",
)

KEPT = [
    Kept(
        "tables.TableWish",
        ("booking", "sits_out", "features", "stays_put", "with_convenor", "beside", "apart"),
        _("To seat you well. Names and needs are stored encrypted, and nobody but you is shown any of it."),
        WISHES,
    ),
    Kept(
        "tables.Seat",
        ("mix", "round", "table", "booking", "is_locked"),
        _("To tell you and those at your table where you sit."),
        A_YEAR_AFTER,
    ),
    Kept(
        "tables.Table",
        (
            "arrangement",
            "number",
            "label",
            "room",
            "least",
            "most",
            "features",
            "is_to_be_checked",
            "host",
            "is_closed",
        ),
        _("To know who hosts a table."),
        A_YEAR_AFTER,
    ),
    Kept(
        "tables.Mix",
        (
            *("arrangement", "number", "by", "at", "base", "from_round", "seed", "seconds", "emphasis"),
            *(
                "keeps_told",
                "only_present",
                "is_own_change",
                "claim",
                "tries",
                "beat_at",
                "percent",
                "is_enough",
                "done_at",
            ),
            *("failed_at", "told"),
        ),
        _("To know who asked for a version of the tables."),
        WITHOUT_YOUR_NAME,
    ),
    Kept("tables.NotedWish", ("wish", "by"), _("To tell you who typed in a wish for you."), TILL_TOLD),
    Kept("tables.TableChange", ("booking", "announcement"), _("To write each e-mail once."), TILL_WRITTEN),
    Kept("tables.Announcement", ("mix", "by", "at"), _("To know who announced the tables."), WITHOUT_YOUR_NAME),
]
