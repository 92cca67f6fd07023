"""What stands on the page of everything about me: which tables under which heading, and which of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class TableInWords:
    """A table, what people call it, and its columns in the order of reading; `booking.gathering` is a column of a column."""

    label: str
    title: StrPromise
    columns: tuple[str, ...]
    is_of_emails: bool = False
    # The question of its table that says which rows stand on the page, where that is not all of them: the file has all.
    only: str = ""


PLACE = ("at", "where_label", "round", "table")
BY_YOU = ("gathering", "at", "because")
SECTIONS: tuple[tuple[StrPromise, tuple[TableInWords, ...]], ...] = (
    (
        _("You"),
        (
            TableInWords(
                "people.Person",
                _("How we know you"),
                ("name", "chosen_name", "pronouns", "email", "language", "letters_rhythm", "joined_at"),
            ),
            TableInWords(
                "people.Hat",
                _("What brings you here"),
                ("sector", "words", "audience", "is_for_mixing", "is_for_being_found", "is_for_counts"),
            ),
            TableInWords(
                "people.Portrait",
                _("What you say about yourself"),
                (
                    *("familiarity", "familiarity_audience", "region", "region_audience", "brings", "brings_audience"),
                    *("looks_for", "looks_for_audience", "introductions", "introductions_audience", "hellos"),
                    "access_needs",
                ),
            ),
            TableInWords("people.Keeping", _("Running this site"), ("since", "until")),
        ),
    ),
    (
        _("Gatherings you come to"),
        (
            TableInWords(
                "bookings.Booking",
                _("Your places"),
                ("gathering", "state", "name", "email", "seats", "sectors", "needs", "supporter", "line", "at"),
                # Without presses for a place that they have already: `Booking.objects` leaves them out.
                only="all",
            ),
            TableInWords("bookings.BookingAnswer", _("What you answered the convenors"), ("question", "words")),
            TableInWords(
                "bookings.QuietWord",
                _("What you said quietly about the cost"),
                ("booking.gathering", "words", "answer", "at", "answered_at"),
            ),
            TableInWords(
                "bookings.Showing", _("Where you show your name to others who are coming"), ("booking.gathering", "at")
            ),
            TableInWords(
                "tables.TableWish",
                _("What you asked of the tables"),
                (
                    *("booking.gathering", "sits_out", "features", "stays_put", "with_convenor"),
                    *("beside", "apart"),
                ),
            ),
            TableInWords(
                "tables.Seat", _("Where you sit or sat"), ("booking.gathering", "round", "table"), only="announced"
            ),
            TableInWords("day.Arrival", _("When you came and went"), ("gathering", "standing", "at")),
            TableInWords("day.Tick", _("People you ticked “stay in touch” with"), ("to", "gathering")),
            TableInWords("afterwards.Certificate", _("Certificates"), ("gathering", "at")),
            TableInWords("afterwards.FeedbackGiven", _("That you gave feedback, and not what"), ("booking.gathering",)),
            TableInWords("plan.Following", _("Plans you follow"), ("gathering", "since")),
            TableInWords("plan.OfferOfHelp", _("Help you offered"), ("gathering", "words", "at")),
        ),
    ),
    (
        _("What you bring, read and help with"),
        (
            TableInWords(
                "voices.Contribution",
                _("What you’d like to bring"),
                ("gathering", "title", "words", "words_for_readers", "needs", "begun_at", "sent_at", "withdrawn_at"),
            ),
            TableInWords("voices.CallAnswer", _("What you answered beside it"), ("question", "words")),
            TableInWords("voices.VoiceAbsence", _("When you aren’t there"), ("starts_at", "ends_at")),
            TableInWords(
                "voices.Decision",
                _("What the convenors decided about it"),
                ("contribution", "answer", "reason", "door"),
            ),
            TableInWords(
                "voices.HelpAsked",
                _("What you asked members to think through with you"),
                ("contribution", "words", "at"),
            ),
            TableInWords(
                "voices.HelpOffer",
                _("What was offered to think through together"),
                ("asked", "words", "at", "accepted_at"),
            ),
            TableInWords("voices.Readership", _("Where you read what people offer"), ("gathering", "since", "until")),
            TableInWords("voices.Reading", _("What you thought of it"), ("contribution", "leaning", "words", "at")),
        ),
    ),
    (
        _("Gatherings you prepare"),
        (
            TableInWords("plan.Convening", _("Gatherings you convene"), ("gathering", "since", "until", "task")),
            TableInWords("plan.ConvenorInvitation", _("Invitations to convene"), ("gathering", "name", "email", "at")),
            TableInWords("plan.Publication", _("Plans you opened to everybody"), BY_YOU),
            TableInWords("plan.Settlement", _("Plans you settled"), BY_YOU),
            TableInWords("plan.Fullness", _("Gatherings you called full"), BY_YOU),
            TableInWords("plan.Postponement", _("Gatherings you postponed"), BY_YOU),
            TableInWords("plan.Cancellation", _("Gatherings you called off"), BY_YOU),
            TableInWords("bookings.Import", _("Lists you brought in"), ("gathering", "file", "at")),
            TableInWords("afterwards.Outcome", _("What you wrote about what came of it"), ("gathering", "words", "at")),
        ),
    ),
    (
        _("People you have met"),
        (
            TableInWords("threads.Encounter", _("Where you met"), ("one", "other", *PLACE)),
            TableInWords("threads.Thread", _("Your threads"), ("one", "other", *PLACE), only="live"),
            TableInWords("threads.Side", _("Your notes"), ("whom", "is_near", "note", "reach")),
            TableInWords("threads.Ending", _("What has ended"), ("one", "other", "at")),
            TableInWords("threads.KeepApart", _("People you would rather not sit with"), ("whom", "at")),
            TableInWords("threads.Introduction", _("Introductions"), ("why", "at", "agreed_at")),
            TableInWords(
                "threads.Asking", _("What you were asked about introductions"), ("why", "answer", "answered_at", "met")
            ),
            TableInWords("people.Hello", _("Hellos, from you or to you"), ("to", "at")),
        ),
    ),
    (
        _("E-mails"),
        (
            TableInWords("outbox.Email", _("E-mails to you"), (), is_of_emails=True),
            TableInWords("outbox.Circular", _("E-mails you wrote to many"), ("subject", "words", "begun_at")),
            TableInWords("outbox.Refusal", _("E-mails you asked not to get"), ("at",)),
        ),
    ),
    (
        _("Signing in"),
        (
            TableInWords(
                "usersessions.UserSession", _("Where you are signed in"), ("user_agent", "created_at", "last_seen_at")
            ),
            TableInWords("mfa.Authenticator", _("Your passkeys"), ("created_at", "last_used_at")),
            TableInWords("people.PaperCode", _("A code on paper"), ("until",)),
        ),
    ),
    (_("What you did here"), (TableInWords("journal.Entry", _("Written in the journal"), ("at", "did", "why")),)),
)
