"""The cost, said quietly: on the page of whoever said it, and on that of the one convenor who reads it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.cost_forms import CostAnswerForm, QuietForm
from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.in_words import THAT_WAS_DONE
from goldenthread.gatherings.bookings.models import Booking, QuietWord
from goldenthread.gatherings.bookings.saying_quietly import (
    NoLongerTheirs,
    answer,
    reader_at,
    said_at,
    say_quietly,
    stamp_of,
)
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.http import Request


@with_its_email
def cost(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What I said, who reads it, and what they answered; to be said anew, or taken back."""
    word, reader = said_at(booking), reader_at(booking.gathering)
    if not rules.may_say_quietly(booking, clock.now()) or not (word or reader):
        return redirect(booking)
    stamp = stamp_of(booking.gathering, reader)
    form = QuietForm(request.POST if request.method == "POST" else None, initial={"cost": word.words if word else ""})
    if form.is_valid() and form.is_for(reader, stamp):
        try:
            say_quietly(booking, form.cleaned_data["cost"], reader=reader, now=clock.now())
        except NoLongerTheirs:
            messages.error(request, _("Somebody else reads it now, so nothing was saved. Please look again."))
            return redirect("bookings:cost", booking.gathering.slug, booking.key)
        messages.success(request, _("Saved."))
        return redirect(booking)
    form.name_the_reader(reader, stamp)
    page = {"gathering": booking.gathering, "booking": booking, "form": form, "word": word}
    return render(request, "bookings/cost.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
def listed_cost(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """For nobody but the one it was written to: for everybody else it is not there."""
    word = get_object_or_404(
        QuietWord.objects.at(gathering).for_reader(request.user).with_its_booking(), booking__pk=pk
    )
    form = CostAnswerForm(request.POST if request.method == "POST" else None, initial={"answer": word.answer})
    if not form.is_valid():
        page = {"gathering": gathering, "booking": word.booking, "word": word, "form": form}
        return render(request, "bookings/listed_cost.html", page, status=422 if form.is_bound else 200)
    whose = word.booking.email or f"booking {pk}"
    if limits.is_too_often(request, "write_to_somebody", whose, sender=request.user.pk):
        messages.error(request, limits.OFTEN_ENOUGH)
        return redirect("bookings:listed_cost", gathering.slug, pk)
    try:
        answer(word, form.cleaned_data["answer"], now=clock.now())
    except NoLongerTheirs:
        messages.info(request, THAT_WAS_DONE)
    else:
        messages.success(request, emailed(_("Saved. We e-mail them that you’ve answered.")))
    return redirect("bookings:listed", gathering.slug, pk)
