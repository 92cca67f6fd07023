"""Who else is coming: read by those who come, and shown by each of their own accord."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.place_forms import ShowingForm
from goldenthread.gatherings.bookings.showing_names import last_day_of, names_shown, show
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import may_change
from goldenthread.kit import clock
from goldenthread.people.http import Request
from goldenthread.people.models import Person

FOR_THOSE_WHO_COME = gettext_lazy(
    "The list of who else is coming is for people with a place who have said that it’s them, until the day is over."
)


@cache_control(private=True, no_store=True)
@require_safe
@at_its_address
def who_is_coming(request: Request, gathering: Gathering) -> HttpResponse:
    """Signed in: with a place of one’s own, or convening. Nobody else, and a closed list is nobody’s."""
    person, now = request.user, clock.now()
    bookings = gathering.bookings.coming().of(person=person, email=person.email or "")
    rows = bookings.select_related("person", "brought_in", "withdrawal", "showing").order_by("pk")
    mine = next((booking for booking in rows if rules.may_read_who_is_coming(booking, now)), None)
    if not mine and not (may_change(person, gathering) and rules.is_list_open(gathering, now)):
        raise PermissionDenied
    return _page(request, gathering, mine, to=person)


@cache_control(private=True, no_store=True)
@with_its_email
@require_safe
def who_else_is_coming(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The same, behind the link of one’s own booking."""
    if not rules.may_read_who_is_coming(booking, clock.now()):
        # The page of the booking says how it stands; a sentence beside it would cost a stranger a cookie.
        return redirect(booking)
    return _page(request, booking.gathering, booking, to=booking.person)


@with_its_email
@require_POST
def showing(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Show my name, or do not. Taken back at any moment, also when there is nothing left to come to."""
    form = ShowingForm(request.POST)
    if form.is_valid() and (not form.cleaned_data["shows_name"] or rules.may_show_their_name(booking, clock.now())):
        show(booking, shows=form.cleaned_data["shows_name"])
        messages.success(request, _("Saved."))
    else:
        messages.info(request, FOR_THOSE_WHO_COME)
    return redirect(booking)


def _page(request: HttpRequest, gathering: Gathering, mine: Booking | None, *, to: Person | None) -> HttpResponse:
    names = names_shown(gathering, to=to, address=mine.email if mine else "")
    page = {
        "gathering": gathering,
        "mine": mine,
        "may_show": mine is not None and rules.may_show_their_name(mine, clock.now()),
        "last_day": last_day_of(gathering),
        "names": names,
        # My own name on it is nobody else's.
        "is_nobody_else": len(names) <= int(mine is not None and mine.shows_name),
    }
    return render(request, "bookings/who_is_coming.html", page)
