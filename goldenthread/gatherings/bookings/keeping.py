"""What is kept about people who come to a gathering."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.outbox.keeping import A_YEAR
from goldenthread.people.keeping import UNTIL_YOU_LEAVE, WITHOUT_YOUR_NAME

A_YEAR_AFTER = Expiry(_("a year after the gathering"), "goldenthread.gatherings.bookings.chores.forget_bookings")
TWO_WEEKS_AFTER = Expiry(_("two weeks after the gathering"), "goldenthread.gatherings.bookings.chores.forget_needs")
TILL_WRITTEN = Expiry(_("until the e-mail is written"), "goldenthread.gatherings.bookings.chores.write_emails")
TILL_PASSED_ON = Expiry(_("until the place passes on"), "goldenthread.gatherings.bookings.chores.release")
THE_DAY_AFTER = Expiry(_("the day after the gathering"), "goldenthread.gatherings.bookings.chores.forget_shown_names")
AS_THE_QUESTION_SAYS = Expiry(
    _("as many days after the gathering as the question says, 90 at most"),
    "goldenthread.gatherings.bookings.chores.forget_answers",
)

KEPT = [
    Kept(
        "bookings.Booking",
        ("needs", "table_needs", "supporter", "line"),
        _("To host you well on the day."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "bookings.Booking",
        ("gathering", "person", "name", "names_before", "email", "language", "told_elsewhere"),
        _("To keep you a place, and to write to you about it."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.Booking",
        ("sectors", "role", "region", "held_for"),
        _("To seat people who wouldn’t meet otherwise."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.Booking",
        (
            "state",
            "seats",
            "moved_to",
            "moved_because",
            "at",
            "confirmed_at",
            "remind_at",
            "reminded_at",
            "until",
            "ended_at",
        ),
        _("To know whether you have a place."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.Booking", ("key", "code_hash", "tries"), _("So that only you can change your booking."), A_YEAR_AFTER
    ),
    Kept(
        "bookings.BroughtIn",
        ("booking", "by", "at", "asked_at"),
        _("To ask you once whether you’re coming, when somebody else put you down."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.WrittenTo",
        ("booking", "by", "at"),
        _("So that two convenors don’t write to you about the same thing."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.Withdrawal",
        ("booking", "state", "line", "at", "until"),
        _("So that you can take your place back."),
        TILL_PASSED_ON,
    ),
    Kept(
        "bookings.BookingAnswer",
        ("question", "booking", "words"),
        _("For what the question says, and for nothing else."),
        AS_THE_QUESTION_SAYS,
    ),
    Kept(
        "bookings.BookingQuestion",
        ("gathering", "words", "purpose", "shape", "options", "is_needed", "keep_days", "by", "at", "ended_at"),
        _("To ask people who book what the convenors need to know."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "bookings.Showing",
        ("booking", "at"),
        _("To show your name to others who are coming, because you ticked it."),
        THE_DAY_AFTER,
    ),
    Kept("bookings.Owed", ("booking", "kind", "at", "since"), _("To write each e-mail once."), TILL_WRITTEN),
    Kept(
        "bookings.Opening",
        ("gathering", "by", "at", "until", "confirm_hours", "answer_hours", "erased"),
        _("To know since when places can be booked."),
        WITHOUT_YOUR_NAME,
    ),
    Kept("bookings.Addressing", ("circular", "gathering", "whom"), _("To know who an e-mail went to."), A_YEAR),
    Kept(
        "bookings.Import",
        ("gathering", "by", "at", "file", "once"),
        _("To show where a list came from."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "bookings.ImportedLine",
        ("brought_by", "line", "booking", "stood"),
        _("To undo a list that was imported."),
        A_YEAR_AFTER,
    ),
    Kept(
        "bookings.HeldPlaces",
        ("opening", "sector", "places", "until"),
        _("To hold places for a sector."),
        UNTIL_YOU_LEAVE,
    ),
]
