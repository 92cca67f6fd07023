"""What comes next while the day is to come, in the order in which it matters."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.programme_next import move_out_of_a_closed_room, ring_about_the_programme
from goldenthread.gatherings.pages.convening.steps import Step, leads_to
from goldenthread.gatherings.pages.convening.voices_next import (
    ask_for_voices,
    ask_readers,
    decide,
    draft_the_programme,
    find_who_brings_it,
    let_people_sign_up,
    look_at_the_call_once_more,
    ring,
    show_the_programme,
    tell_what_was_decided,
)
from goldenthread.gatherings.pages.convening.who_asked import answer_about_the_cost, answer_who_asked
from goldenthread.gatherings.tables.coming_in_words import coming_in_words


def say_the_day(facts: Facts) -> Step | None:
    if facts.gathering.is_postponed:
        what, why = _("Find another day"), _("It’s postponed, and nobody knows the new day yet.")
    elif not facts.gathering.day:
        what, why = _("Say which day it is"), _("Until then nobody can keep it free. A rough idea will do for now.")
    else:
        return None
    return Step(what, why, _("Put the day in the plan"), leads_to(facts, "plan:plan"))


def say_the_hours(facts: Facts) -> Step | None:
    if not facts.gathering.day or facts.gathering.is_postponed or facts.gathering.from_time:
        return None
    why = _("People book their trains by it.")
    return Step(_("Say when it starts and ends"), why, _("Put the hours in the plan"), leads_to(facts, "plan:plan"))


def show_the_draft(facts: Facts) -> Step | None:
    if facts.gathering.is_public:
        return None
    why = _("Only people you give its address to can see it now. It doesn’t have to be finished.")
    path = leads_to(facts, "plan:turn", "publication")
    return Step(_("Show the draft to everybody"), why, _("Show it"), path)


def open_the_booking(facts: Facts) -> Step | None:
    if facts.opening or not facts.gathering.is_public:
        return None
    path = leads_to(facts, "bookings:opening")
    return Step(_("Let people book a place"), _("Nobody can book yet."), _("Open the booking"), path)


def write_the_day_sheet(facts: Facts) -> Step | None:
    if not facts.is_within(2) or facts.known["sheet_at"]:
        return None
    why = _("Who they can go to, where it’s quiet, when the breaks are, and the word of the day.")
    path = leads_to(facts, "day:day_sheet")
    return Step(_("Write what people need to know on the day"), why, _("Write it"), path)


def try_the_room_screen(facts: Facts) -> Step | None:
    if not facts.is_within(1) or not facts.known["announced_at"]:
        return None
    why = _("It shows the whole room who sits where. Open it once before people come.")
    return Step(_("Try the room screen"), why, _("Open the room screen"), leads_to(facts, "day:screen"))


def print_the_list(facts: Facts) -> Step | None:
    if not facts.is_within(1) or not facts.coming:
        return None
    why = _("So that the door works without a network, too.")
    return Step(_("Print the list for the door"), why, _("Open the list"), leads_to(facts, "bookings:printed"))


def ask_the_expected(facts: Facts) -> Step | None:
    if not facts.to_ask or not facts.opening:
        return None
    n = facts.to_ask
    what = ngettext("Ask %(n)s person whether they’re coming", "Ask %(n)s people whether they’re coming", n) % {"n": n}
    why = _("You put them on the list, and they haven’t had an e-mail about it. You read it before it goes.")
    return Step(what, why, _("Read the e-mail"), leads_to(facts, "bookings:places"))


def make_the_tables(facts: Facts) -> Step | None:
    if facts.known["announced_at"] or not facts.coming or not facts.is_within(14):
        return None
    if facts.known["is_mixed"]:
        what, why = _("Announce the tables"), _("They’re made, and only convenors can see them so far.")
        return Step(what, why, _("Look at the tables"), leads_to(facts, "tables:tables"))
    return Step(
        _("Make the tables"),
        coming_in_words(facts.coming - facts.expected, facts.expected),
        _("Go to the tables"),
        leads_to(facts, "tables:tables"),
    )


def find_a_table(facts: Facts) -> Step | None:
    """They booked after the tables were made, or there was no chair."""
    if not facts.without_a_table:
        return None
    n = facts.without_a_table
    what = ngettext("%(n)s person doesn’t have a table yet", "%(n)s people don’t have a table yet", n) % {"n": n}
    why = _("The tables were made before they booked, or there was no free chair.")
    return Step(what, why, _("Look at the tables"), leads_to(facts, "tables:tables"))


def name_a_cost_reader(facts: Facts) -> Step | None:
    """The same words whether somebody has stepped back, left or was never named, and whether anything was written."""
    if not facts.needs_a_cost_reader:
        return None
    what = _("Choose who reads what people say quietly about the cost")
    why = _("Nobody reads it now. The person you name is shown only what people write after that.")
    return Step(what, why, _("Choose somebody"), leads_to(facts, "bookings:opening"))


def look_at_who_waits(facts: Facts) -> Step | None:
    if not facts.waiting:
        return None
    n = facts.waiting
    what = ngettext("%(n)s person is waiting for a place", "%(n)s people are waiting for a place", n) % {"n": n}
    why = _("The list moves by itself when a place comes free. If there’s more room, say so.")
    return Step(what, why, _("Change the number of places"), leads_to(facts, "bookings:opening"))


def look_at_held_places(facts: Facts) -> Step | None:
    """Never how many are free: who looks before and after somebody books would read their sector off it."""
    if not facts.held_soon:
        return None
    held = facts.held_soon[0]
    words = {"sector": held.get_sector_display(), "day": date_format(held.until, "j F")}
    what = _("Places are held for %(sector)s until %(day)s") % words
    why = _("After that day, anybody can have what nobody has taken.")
    return Step(what, why, _("Look at the places"), leads_to(facts, "bookings:opening"))


def settle_the_plan(facts: Facts) -> Step | None:
    if facts.gathering.is_settled or not facts.gathering.is_public or not facts.is_within(28):
        return None
    why = _("It’s still a draft, and people want to know that it’s going ahead.")
    return Step(_("Say that the plan is settled"), why, _("Settle it"), leads_to(facts, "plan:turn", "settlement"))


def ask_for_company(facts: Facts) -> Step | None:
    if len(facts.gathering.current_convenings) > 1:
        return None
    why = _("It’s easier with two or three.")
    path = leads_to(facts, "plan:convenors")
    return Step(_("Ask somebody to convene with you"), why, _("Ask somebody"), path)


BEFORE_THE_DAY = (
    answer_who_asked,
    answer_about_the_cost,
    look_at_the_call_once_more,
    find_who_brings_it,
    ring,
    move_out_of_a_closed_room,
    ring_about_the_programme,
    tell_what_was_decided,
    say_the_day,
    say_the_hours,
    show_the_draft,
    open_the_booking,
    decide,
    ask_readers,
    draft_the_programme,
    show_the_programme,
    let_people_sign_up,
    write_the_day_sheet,
    try_the_room_screen,
    print_the_list,
    ask_the_expected,
    make_the_tables,
    find_a_table,
    name_a_cost_reader,
    look_at_who_waits,
    look_at_held_places,
    ask_for_voices,
    settle_the_plan,
    ask_for_company,
)
