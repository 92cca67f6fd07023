"""What stands on the page of everything about me: which tables under which heading, and which of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Shown:
    """A table, what people call it, and its columns in the order of reading; `booking.gathering` is a column of a column."""

    label: str
    title: StrPromise
    columns: tuple[str, ...]
    is_of_emails: bool = False


PLACE = ("at", "where_label", "round", "table")
BY_YOU = ("gathering", "at", "because")
# Where a column's own name would say nothing on a page.
COLUMNS = {
    "at": _("When"),
    "one": _("With"),
    "other": _("With"),
    "whom": _("With"),
    "since": _("Since"),
    "until": _("Until"),
    "gathering": _("Gathering"),
    "where_label": _("Where"),
    "sectors": _("Sectors"),
    "state": _("How it stands"),
    "standing": _("How you were there"),
    "words": _("In your own words"),
    "joined_at": _("Joined"),
    "created_at": _("Since"),
    "last_seen_at": _("Last seen"),
    "last_used_at": _("Last used"),
    "user_agent": _("Browser"),
    "begun_at": _("When"),
    "did": _("What you did"),
    "why": _("Why"),
    "file": _("The list"),
}
SECTIONS: tuple[tuple[StrPromise, tuple[Shown, ...]], ...] = (
    (
        _("You"),
        (
            Shown(
                "people.Person",
                _("How we know you"),
                ("name", "chosen_name", "pronouns", "email", "language", "letters_rhythm", "joined_at"),
            ),
            Shown(
                "people.Hat",
                _("What brings you here"),
                ("sector", "words", "audience", "is_for_mixing", "is_for_being_found", "is_for_counts"),
            ),
            Shown(
                "people.Portrait",
                _("What you say about yourself"),
                (
                    *("familiarity", "familiarity_audience", "region", "region_audience", "brings", "brings_audience"),
                    *("looks_for", "looks_for_audience", "introductions", "introductions_audience", "hellos"),
                    "access_needs",
                ),
            ),
            Shown("people.Keeping", _("Running this site"), ("since", "until")),
        ),
    ),
    (
        _("Gatherings you come to"),
        (
            Shown(
                "bookings.Booking",
                _("Your places"),
                ("gathering", "state", "name", "email", "seats", "sectors", "needs", "supporter", "line", "at"),
            ),
            Shown(
                "tables.TableWish",
                _("What you asked of the tables"),
                (
                    *("booking.gathering", "sits_out", "features", "stays_put", "with_convenor"),
                    *("beside", "apart"),
                ),
            ),
            Shown("tables.Seat", _("Where you sat"), ("booking.gathering", "round", "table")),
            Shown("day.Arrival", _("When you came and went"), ("gathering", "standing", "at")),
            Shown("day.Tick", _("People you would like to stay in touch with"), ("gathering",)),
            Shown("afterwards.Certificate", _("Certificates"), ("gathering", "at")),
            Shown("afterwards.FeedbackGiven", _("That you gave feedback, and not what"), ("booking.gathering",)),
            Shown("plan.Following", _("Plans you follow"), ("gathering", "since")),
            Shown("plan.OfferOfHelp", _("Help you offered"), ("gathering", "words", "at")),
        ),
    ),
    (
        _("Gatherings you prepare"),
        (
            Shown("plan.Convening", _("Gatherings you convene"), ("gathering", "since", "until")),
            Shown("plan.ConvenorInvitation", _("Invitations to convene"), ("gathering", "name", "email", "at")),
            Shown("plan.Publication", _("Plans you opened to everybody"), BY_YOU),
            Shown("plan.Settlement", _("Plans you settled"), BY_YOU),
            Shown("plan.Fullness", _("Gatherings you called full"), BY_YOU),
            Shown("plan.Postponement", _("Gatherings you postponed"), BY_YOU),
            Shown("plan.Cancellation", _("Gatherings you called off"), BY_YOU),
            Shown("bookings.Import", _("Lists you brought in"), ("gathering", "file", "at")),
            Shown("afterwards.Outcome", _("What you wrote about what came of it"), ("gathering", "words", "at")),
        ),
    ),
    (
        _("People you have met"),
        (
            Shown("threads.Encounter", _("Where you met"), ("one", "other", *PLACE)),
            Shown("threads.Thread", _("Your threads"), ("one", "other", *PLACE)),
            Shown("threads.Side", _("Your notes"), ("whom", "is_near", "note", "reach")),
            Shown("threads.Ending", _("What has ended"), ("one", "other", "at")),
            Shown("threads.KeepApart", _("People you would rather not sit with"), ("whom", "at")),
            Shown("threads.Introduction", _("Introductions"), ("why", "at", "agreed_at")),
            Shown(
                "threads.Asking", _("What you were asked about introductions"), ("why", "answer", "answered_at", "met")
            ),
            Shown("people.Hello", _("Hellos, from you or to you"), ("at",)),
        ),
    ),
    (
        _("E-mails"),
        (
            Shown("outbox.Email", _("E-mails to you"), (), is_of_emails=True),
            Shown("outbox.Circular", _("E-mails you wrote to many"), ("subject", "words", "begun_at")),
            Shown("outbox.Refusal", _("E-mails you asked not to get"), ("at",)),
        ),
    ),
    (
        _("Signing in"),
        (
            Shown(
                "usersessions.UserSession", _("Where you are signed in"), ("user_agent", "created_at", "last_seen_at")
            ),
            Shown("mfa.Authenticator", _("Your passkeys"), ("created_at", "last_used_at")),
            Shown("people.PaperCode", _("A code on paper"), ("until",)),
        ),
    ),
    (_("What you did here"), (Shown("journal.Entry", _("Written in the journal"), ("at", "did", "why")),)),
)
