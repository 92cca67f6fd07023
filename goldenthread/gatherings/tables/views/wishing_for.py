"""A wish about the tables, typed in by a convenor for somebody who told them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.http import one_of
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.rules import may_wish_for
from goldenthread.gatherings.tables.wish_forms import WishForThemForm
from goldenthread.gatherings.tables.wishing import DoesNotFit, ask_for, rounds_at
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request
from goldenthread.people.models import Person


@for_its_convenors
def wishes_for(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """It is added to what they asked themselves, which nobody else reads."""
    booking = one_of(gathering, pk)
    if not may_wish_for(booking, clock.now()):
        raise Http404
    form = WishForThemForm(request.POST if request.method == "POST" else None, rounds=rounds_at(booking))
    if form.is_valid():
        whose = booking.email or f"booking {booking.pk}"
        limits.check(request, form, "write_to_somebody", whose, sender=request.user.pk)
    if form.is_valid() and (message := _added(booking, form, request.user)):
        messages.success(request, message)
        return redirect("bookings:listed", gathering.slug, pk)
    page = {"gathering": gathering, "booking": booking, "form": form}
    return render(request, "tables/wishes_for.html", page, status=limits.status_of(form))


def _added(booking: Booking, form: WishForThemForm, by: Person) -> str:
    """What to say of it. Without that, the form says why it was not saved."""
    try:
        is_new = ask_for(booking, form.wished(), by=by)
    except DoesNotFit:
        form.add_error(None, _("There’s no room for these names. Ask them to add them on the page of their own place."))
        return ""
    return _("Saved. It counts whenever tables are made from now on.") if is_new else _("Nothing was changed.")
