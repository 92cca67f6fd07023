"""How people get a place: opened, changed, and some of them held for a sector."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.gatherings.bookings.opening_forms import HeldPlacesForm, OpeningForm
from goldenthread.gatherings.bookings.places_by_asking import who_waits_for_an_answer
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def opening(request: Request, gathering: Gathering) -> HttpResponse:
    """Open the booking, change how many places there are, hold some for a sector."""
    existing, now = Opening.objects.of(gathering).first(), clock.now()
    is_hold = "sector" in request.POST
    form, hold = _opening_forms(request, gathering, existing, is_hold=is_hold)
    submitted = hold if is_hold else form
    if hold.is_valid():
        hold_places(gathering, by=request.user, now=now, **hold.cleaned_data)
    elif form.is_valid():
        if get_places := _who_gets_a_place_unseen(request, gathering, form):
            return render(
                request, "bookings/first_come.html", {"gathering": gathering, "form": form, "rows": get_places}
            )
        open_booking(gathering, by=request.user, now=now, **form.cleaned_data)
    if submitted.is_valid():
        messages.success(request, _("Saved."))
        return redirect("bookings:opening", gathering.slug)
    page = {"gathering": gathering, "opening": existing, "form": form, "hold": hold} | _as_it_is(existing, gathering)
    return render(request, "bookings/opening.html", page, status=422 if submitted.is_bound else 200)


def _as_it_is(existing: Opening | None, gathering: Gathering) -> dict[str, object]:
    now = clock.now()
    return {
        "is_over": rules.is_over(gathering, now),
        "last_day": existing.last_day_that_has_passed(now) if existing else None,
        "held_places": existing.held_places.order_by("sector") if existing else [],
    }


def _who_gets_a_place_unseen(request: Request, gathering: Gathering, form: OpeningForm) -> list[Booking]:
    """Who has asked and is not answered, where nobody need ask any more: until a convenor has seen who they are."""
    if form.cleaned_data["by_asking"]:
        return []
    rows = who_waits_for_an_answer(gathering)
    return [] if request.POST.get("seen") == str(len(rows)) else rows


def _opening_forms(
    request: Request, gathering: Gathering, existing: Opening | None, *, is_hold: bool
) -> tuple[OpeningForm, HeldPlacesForm]:
    """Two forms on one page, and each field has an id of its own."""
    posted = request.POST if request.method == "POST" else None
    today = timezone.localdate(clock.now())
    initial = {"places": gathering.places}
    form = OpeningForm(None if is_hold else posted, instance=existing, initial=initial, gathering=gathering)
    return form, HeldPlacesForm(posted if is_hold else None, auto_id="held_%s", opening=existing, today=today)
