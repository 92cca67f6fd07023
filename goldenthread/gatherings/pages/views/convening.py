"""The page of the convenors of one gathering."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.gatherings.bookings.reminders_in_words import next_of
from goldenthread.gatherings.pages.convening.every_page import every_page
from goldenthread.gatherings.pages.convening.how_it_stands import facts_of
from goldenthread.gatherings.pages.convening.since_last_look import last_look, news_for
from goldenthread.gatherings.pages.convening.way_to_the_day import way_to_the_day
from goldenthread.gatherings.pages.convening.what_comes_next import what_comes_next
from goldenthread.gatherings.plan import in_words, rules
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.gatherings.plan.waiting_changes import waiting_changes
from goldenthread.gatherings.voices.models import Readership
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def convening(request: Request, gathering: Gathering) -> HttpResponse:
    """What comes next, how far it is, what happened, who looks after what. Nothing is written by looking: a press says "I have read this"."""
    if request.method == "POST":
        Convening.objects.look(gathering, request.user, _read_until(request, clock.now()))
        return redirect("pages:convening", gathering.slug)
    facts = facts_of(gathering, request.user, clock.now())
    page = {
        "gathering": gathering,
        "facts": facts,
        "standing": status_of(gathering, facts.now),
        "when": in_words.when_it_will_be(gathering),
        "steps": what_comes_next(facts),
        "way": way_to_the_day(facts),
        "news": news_for(request.user, facts),
        "since": last_look(facts),
        "waiting": waiting_changes(gathering),
        "reminder": None if facts.is_over else next_of(gathering, facts.now),
        "every_page": every_page(facts),
        "who_reads": Readership.objects.of(gathering).lasting(facts.now).in_order().select_related("gathering")
        if facts.mine
        else (),
        "may_step_back": rules.may_step_back(request.user, gathering),
    }
    return render(request, "pages/convening.html", page)


def _read_until(request: Request, now: datetime) -> datetime:
    """When the page was made that they read: what happened between that and the press is still news to them."""
    try:
        shown_at = datetime.fromtimestamp(float(request.POST.get("shown_at", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return min(shown_at, now)
