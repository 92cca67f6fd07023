"""Every page for the convenors of a gathering, by the room in which it stands: none is further than a press from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.steps import leads_to
from goldenthread.gatherings.plan.confirmation_pages import fitting

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# Pages whose address says all: what stands there when there is something, and what is done there at any time.
PAGES: dict[StrPromise, list[tuple[str, StrPromise]]] = {
    _("Plan"): [
        ("plan:plan", _("Edit the plan")),
        ("plan:pending_changes", _("Changes that wait")),
        ("plan:offers", _("Offers of help")),
        ("plan:convenors", _("Who convenes it")),
        ("plan:address", _("Choose its address")),
        ("plan:copy", _("Plan another one like it")),
        ("pages:poster", _("Make a poster")),
    ],
    _("Voices"): [
        ("voices:call", _("The call for voices")),
        ("voices:contributions", _("What people bring")),
        ("voices:paper", _("Type in what somebody told you")),
        ("voices:call_opening", _("The words of the call")),
        ("voices:call_extension", _("Keep it open for longer")),
        ("voices:call_closing", _("Close the call")),
        ("voices:call_kinds", _("What people can bring")),
        ("voices:call_questions", _("Ask your own questions")),
        ("voices:readers", _("Who reads")),
        ("voices:decisions", _("What has a place")),
        ("voices:telling", _("Tell people what you decided")),
    ],
    _("Programme"): [
        ("programme:draft", _("Draft the programme")),
        ("programme:new_session", _("Add a session")),
        ("programme:programme_rooms", _("Rooms")),
        ("programme:releases", _("Show the programme")),
        ("programme:draft_printing", _("Print it")),
        ("programme:imports", _("Bring in a programme from a file")),
        ("signup:sign_up", _("Sign-up for sessions")),
    ],
    _("Who is coming"): [
        ("bookings:opening", _("Places and booking")),
        ("bookings:questions", _("Ask your own questions")),
        ("bookings:paper", _("Type in a paper form")),
        ("bookings:imports", _("Import a list")),
        ("bookings:places", _("Ask people you put on the list")),
        ("bookings:circulars", _("Write to them")),
        ("bookings:reminders", _("Reminders before the day")),
        ("bookings:needs", _("What people need")),
        ("bookings:food", _("For the caterer")),
        ("bookings:printed", _("List for the door")),
    ],
    _("Tables"): [
        ("tables:tables", _("Make the tables")),
        ("tables:arrangement", _("How many rounds and tables")),
        ("tables:remaking", _("Make new tables on the day")),
    ],
    _("The day"): [
        ("day:arrivals", _("Who is here")),
        ("day:last_call", _("Who did not come")),
        ("day:day_sheet", _("What people need to know on the day")),
        ("day:screen", _("Room screen")),
        ("day:slips", _("Slips")),
        ("day:unread", _("Lines for the wall")),
        ("open_hour:setting", _("Set up an open hour")),
        ("open_hour:wall", _("Cards of the open hour")),
        ("open_hour:wall_screen", _("Screen of the open hour")),
    ],
    _("Afterwards"): [
        ("afterwards:afterwards", _("Certificates")),
        ("afterwards:afterwords", _("Thank those who came")),
        ("afterwards:outcome", _("What came of it")),
        ("afterwards:feedback", _("What people said")),
        ("afterwards:archive", _("Download it all")),
    ],
}
# Until a call is open, each would only lead to opening it.
OF_A_CALL = {"voices:call_extension", "voices:call_closing", "voices:call_kinds", "voices:call_questions"}
# What only makes sense while people can come.
TO_COME = {
    *("plan:pending_changes", "pages:poster", "bookings:printed", "voices:paper"),
    *("bookings:opening", "bookings:paper", "bookings:imports", "bookings:places", "bookings:reminders"),
    *("tables:arrangement", "tables:remaking", "signup:sign_up", "open_hour:setting"),
    *("voices:call_opening", *OF_A_CALL),
}
# What is only looked at once it has been.
AFTER_THE_DAY: dict[str, StrPromise] = {"tables:tables": _("The tables as they were")}

# What is held back is the convenors' alone, and no keeper's who looks on.
NOT_FOR_A_KEEPER = {
    *("voices:readers", "voices:decisions", "voices:telling"),
    *("programme:draft", "programme:new_session", "programme:programme_rooms", "programme:releases"),
    *("programme:draft_printing", "programme:imports", "signup:sign_up"),
}

Links = list[tuple[str, str]]


def every_page(facts: Facts) -> list[tuple[StrPromise, Links]]:
    """Without those that would only say that it is too late for them."""
    too_late, past = (TO_COME, AFTER_THE_DAY) if facts.is_over else (set(), {})
    left_out = {
        *too_late,
        *(() if facts.known["call_at"] else OF_A_CALL),
        *(() if facts.mine else NOT_FOR_A_KEEPER),
    }
    groups = [
        (
            heading,
            [(str(past.get(name, words)), leads_to(facts, name)) for name, words in pages if name not in left_out],
        )
        for heading, pages in PAGES.items()
    ]
    turns = fitting(facts.gathering, facts.now)
    groups[0][1].extend((str(saying.button), leads_to(facts, "plan:turn", noun)) for noun, saying in turns)
    return [(heading, links) for heading, links in groups if links]
