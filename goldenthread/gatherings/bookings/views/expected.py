"""Send each their place: the one e-mail to those whom a convenor put down, seen before it goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.emails import as_it_will_be
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.models import Owed
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people.http import Request


@for_its_convenors
def places(request: Request, gathering: Gathering) -> HttpResponse:
    """How many get it, what it says, and who gets none. Pressed twice, nobody gets it twice."""
    if not rules.may_ask_the_expected(gathering, clock.now()):
        messages.error(request, _("This gathering is over, postponed or called off, so nobody is being asked to come."))
        return redirect("bookings:bookings", gathering.slug)
    if request.method == "POST":
        return _send(request, gathering)
    meant = [row.booking for row in to_ask(gathering)]
    # Who has a place and who waits for one read something different.
    first_of_each = {row.state: row for row in reversed(meant)}.values()
    page = {
        "gathering": gathering,
        "meant": len(meant),
        "emails": [as_it_will_be(Owed(booking=row, kind=Owed.Kind.EXPECTED)) for row in first_of_each],
        "unanswered": _asked(gathering),
        "without_address": gathering.bookings.live().without_address().count(),
    }
    return render(request, "bookings/places.html", page)


def _send(request: Request, gathering: Gathering) -> HttpResponse:
    n = ask_each(to_ask(gathering), now=clock.now())
    message = ngettext("%(n)d person will be asked by e-mail.", "%(n)d people will be asked by e-mail.", n) % {"n": n}
    messages.success(request, emailed(message) if n else _("Everybody has been asked already."))
    return redirect("bookings:bookings", gathering.slug)


def _asked(gathering: Gathering) -> int:
    """Those who have had it and have not answered yet."""
    unanswered: int = gathering.bookings.asked().unanswered().count()
    return unanswered
