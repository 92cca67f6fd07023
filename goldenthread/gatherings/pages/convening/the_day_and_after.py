"""What comes next on the day, and when it has been."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.day.door_counts import counts_of
from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.programme_next import move_out_of_a_closed_room, ring_about_the_programme
from goldenthread.gatherings.pages.convening.steps import Step, leads_to


def stand_at_the_door(facts: Facts) -> Step:
    count = counts_of(facts.gathering).in_words
    why = _("One press beside a name when somebody comes in.")
    return Step(_("Welcome people at the door"), f"{count}. {why}", _("Open the list"), leads_to(facts, "day:arrivals"))


def put_up_the_screen(facts: Facts) -> Step:
    why = _("For a big screen, or a wall: which round it is, and who sits where.")
    return Step(_("Put up the room screen"), why, _("Open the room screen"), leads_to(facts, "day:screen"))


def make_new_tables(facts: Facts) -> Step | None:
    if not facts.without_a_table:
        return None
    n = facts.without_a_table
    what = ngettext("%(n)s person doesn’t have a table yet", "%(n)s people don’t have a table yet", n) % {"n": n}
    why = _("You see the new tables before anybody else does.")
    return Step(what, why, _("Make new tables"), leads_to(facts, "tables:remaking"))


def say_who_came(facts: Facts) -> Step | None:
    if facts.known["last_call_at"] or not facts.known["has_bookings"]:
        return None
    why = _("Close the list when it’s complete. Certificates and thanks go by it.")
    return Step(_("Say who came"), why, _("Open the list"), leads_to(facts, "day:arrivals"))


def give_certificates(facts: Facts) -> Step | None:
    if facts.known["certified_at"] or not facts.known["last_call_at"]:
        return None
    path = leads_to(facts, "afterwards:afterwards")
    return Step(_("Give everybody their certificate"), _("One press makes all of them."), _("Make them"), path)


def say_thank_you(facts: Facts) -> Step | None:
    if facts.known["is_thanked"] or not facts.known["has_bookings"]:
        return None
    path = f"{leads_to(facts, 'afterwards:afterwords')}?whom=came"
    return Step(_("Thank those who came"), _("You read the e-mail before it goes."), _("Write to them"), path)


def say_what_came_of_it(facts: Facts) -> Step | None:
    if facts.known["outcome_at"]:
        return None
    why = _("It stands on the page of the gathering, for everybody, and for those who couldn’t come.")
    return Step(_("Say what came of it"), why, _("Write it"), leads_to(facts, "afterwards:outcome"))


def read_what_they_said(facts: Facts) -> Step | None:
    if not facts.known["has_feedback"]:
        return None
    why = _("Unsigned, and the same for everybody who reads it.")
    return Step(_("Read what people said"), why, _("Read it"), leads_to(facts, "afterwards:feedback"))


def keep_it(facts: Facts) -> Step:
    why = _("The whole gathering as a folder of plain pages. They open anywhere, for years.")
    return Step(_("Keep it safe"), why, _("Download it"), leads_to(facts, "afterwards:archive"))


def plan_the_next(facts: Facts) -> Step:
    why = _("A new draft with the words of this plan, without its day and without anybody who came.")
    return Step(_("Plan another one like it"), why, _("Begin it"), leads_to(facts, "plan:copy"))


ON_THE_DAY = (
    move_out_of_a_closed_room,
    ring_about_the_programme,
    stand_at_the_door,
    make_new_tables,
    put_up_the_screen,
)
AFTERWARDS = (
    say_who_came,
    give_certificates,
    say_thank_you,
    say_what_came_of_it,
    read_what_they_said,
    keep_it,
    plan_the_next,
)
