"""Send each their place: the one e-mail to those whom a convenor put down, seen before it goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.expecting import ask_each, no_email_wanted, to_ask
from goldenthread.gatherings.bookings.letters import as_it_will_be
from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.plan.finding import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def places(request: Request, gathering: Gathering) -> HttpResponse:
    """How many get it, what it says, and who gets none. Pressed twice, nobody gets it twice."""
    if not rules.may_ask_the_expected(gathering, clock.now()):
        messages.error(request, _("This gathering is over, postponed or called off, so nobody is asked to come."))
        return redirect("gatherings:bookings", gathering.slug)
    if request.method == "POST":
        return _send(request, gathering)
    waiting = [one.booking for one in to_ask(gathering)]
    unwanted = no_email_wanted(one.email for one in waiting)
    meant = [one for one in waiting if one.email not in unwanted]
    page = {
        "gathering": gathering,
        "meant": len(meant),
        "letters": [as_it_will_be(Owed(booking=one, kind=Owed.Kind.EXPECTED)) for one in meant[:1]],
        "unwanted": [one for one in waiting if one.email in unwanted],
        "unanswered": _asked(gathering),
        "without_address": gathering.bookings.live().filter(email="", person__email=None).count(),
    }
    return render(request, "gatherings/places.html", page)


def _send(request: Request, gathering: Gathering) -> HttpResponse:
    n = ask_each(to_ask(gathering), now=clock.now())
    said = ngettext("%(n)d e-mail is on its way.", "%(n)d e-mails are on their way.", n) % {"n": n}
    messages.success(request, said if n else _("Everybody has been written to already."))
    return redirect("gatherings:bookings", gathering.slug)


def _asked(gathering: Gathering) -> int:
    """Those who have had it and have not answered yet."""
    unanswered: int = (
        Booking.objects.filter(gathering=gathering, brought_in__asked_at__isnull=False).unanswered().count()
    )
    return unanswered
