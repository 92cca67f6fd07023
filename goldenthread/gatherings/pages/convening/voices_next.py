"""What comes next about voices and the programme: asking, reading, deciding, telling, placing, showing, and sign-up."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.steps import Step, leads_to
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.shown_still import shown_still

# Nearer to the day there is no time left to read what people offer.
TOO_LATE_TO_ASK = 28
# So many contributions are worth asking somebody to read them.
WORTH_READING = 2
SOON = timedelta(days=3)


def ask_for_voices(facts: Facts) -> Step | None:
    if facts.known["call_at"] or not facts.gathering.is_public or facts.gathering.is_postponed:
        return None
    # Where sessions have their hours, they were found in another way.
    if facts.is_within(TOO_LATE_TO_ASK) or facts.known["has_placings"]:
        return None
    why = _("Anybody can then offer to stand up and say something. It’s all filled in.")
    path = leads_to(facts, "voices:call_opening")
    return Step(_("Ask who would like to say something"), why, _("Open the call"), path)


def look_at_the_call_once_more(facts: Facts) -> Step | None:
    """While there is still time to say that it is open for longer."""
    ends_at = call_ends_at(facts)
    if ends_at is None or not facts.now < ends_at <= facts.now + SOON:
        return None
    what = _("The call for voices ends on %(day)s") % {"day": date_format(ends_at, "j F")}
    why = _("Anybody who has a draft is e-mailed. You can keep the call open for longer.")
    return Step(what, why, _("Keep it open for longer"), leads_to(facts, "voices:call_extension"))


def tell_what_was_decided(facts: Facts) -> Step | None:
    """Never how many, nor what. A keeper who steps in beside the convenors does not hear that something is decided at all."""
    if not facts.known["has_held_back"] or not _is_theirs(facts):
        return None
    why = _("They’re told all at once, in one press. You read every e-mail before it goes.")
    path = reverse("voices:telling", args=[facts.gathering.slug])
    return Step(_("Tell people what you decided"), why, _("Read the e-mails"), path)


def ask_readers(facts: Facts) -> Step | None:
    """Somebody may want to decide without readers: once it is decided, nobody is asked to look for any."""
    if facts.known["undecided"] < WORTH_READING or facts.known["has_readers"] or not _is_theirs(facts):
        return None
    why = _("They say in words what they think of it, and help you to decide. You can also decide without them.")
    return Step(_("Ask two or three people to read"), why, _("Ask somebody"), leads_to(facts, "voices:readers"))


def decide(facts: Facts) -> Step | None:
    """Once nothing more can come."""
    ends_at = call_ends_at(facts)
    is_open = ends_at is not None and facts.now < ends_at
    if is_open or not facts.known["undecided"] or not _is_theirs(facts):
        return None
    why = _("In any order. Nobody knows anything of it until you tell all of them together.")
    return Step(_("Decide what has a place"), why, _("Go to the decisions"), leads_to(facts, "voices:decisions"))


def ring(facts: Facts) -> Step | None:
    if not facts.known["has_to_ring"] or not _is_theirs(facts):
        return None
    why = _("No e-mail reaches them, and the others know it already.")
    return Step(_("Tell some people yourself"), why, _("See the list"), leads_to(facts, "voices:decisions"))


def draft_the_programme(facts: Facts) -> Step | None:
    """Also when more came in after the first of them were placed."""
    if not facts.known["has_unplaced"] or not facts.gathering.day or not _is_theirs(facts):
        return None
    what, why = (
        _("Draft the programme"),
        _("Each session gets an hour and a room. Nobody else sees it until you show it."),
    )
    if facts.known["has_placings"]:
        what = _("Give everything that is in an hour")
        why = _("Something that you said yes to has no hour yet, so nobody finds it in the programme.")
    return Step(what, why, _("Go to the programme"), leads_to(facts, "programme:draft"))


def show_the_programme(facts: Facts) -> Step | None:
    """As a draft or settled; and a draft is settled some day."""
    if not facts.known["has_placings"] or facts.known["settled_programme"] or not _is_theirs(facts):
        return None
    what = _("Show the programme to everybody")
    why = _("As a draft first, or settled. You see before what everybody would read, and who gets an e-mail.")
    if facts.known["shown_programme"]:
        what = _("Settle the programme")
        why = _(
            "Everybody reads a draft of it. Once it’s settled, calendars take it up, and each who brings something gets their hour."
        )
    return Step(what, why, _("Look at it"), leads_to(facts, "programme:releases"))


def let_people_sign_up(facts: Facts) -> Step | None:
    """Nobody has to: without it, people just go in."""
    if not facts.known["settled_programme"] or not facts.known["has_small_sessions"] or facts.known["has_sign_up"]:
        return None
    if not _is_theirs(facts):
        return None
    why = _("Some sessions have room for only so many. People can sign up for these, or wish for them.")
    return Step(
        _("Let people sign up for small sessions"), why, _("Choose the sessions"), leads_to(facts, "signup:sign_up")
    )


def find_who_brings_it(facts: Facts) -> Step | None:
    """What everybody reads in the programme, and nobody brings any more."""
    if not (facts.known["has_lost_voices"] and facts.known["shown_programme"] and _is_theirs(facts)):
        return None
    n = len(shown_still(programme_of(facts.gathering), facts.now))
    if not n:
        return None
    what = ngettext(
        "%(n)s session in the programme has nobody to bring it any more",
        "%(n)s sessions in the programme have nobody to bring them any more",
        n,
    )
    why = _("They took it back, stepped back or left this site. People still read it in the programme.")
    return Step(what % {"n": n}, why, _("Go to the programme"), leads_to(facts, "programme:draft"))


def _is_theirs(facts: Facts) -> bool:
    """A keeper who steps in beside the convenors does not hear how far deciding is."""
    return facts.mine is not None or not facts.gathering.current_convenings


def call_ends_at(facts: Facts) -> datetime | None:
    """None while nothing can be offered."""
    until, begins = facts.known["call_until"], facts.gathering.starts_at
    if until is None or facts.known["call_closed_at"] or facts.gathering.is_postponed:
        return None
    ends_at: datetime = min(until, begins) if begins else until
    return ends_at.astimezone(facts.gathering.zone)
