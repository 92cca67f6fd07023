"""Reminders to those who come: when each goes, what they read, and off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings import reminding
from goldenthread.gatherings.bookings.models import Opening, Reminder
from goldenthread.gatherings.bookings.reminder_forms import DaysForm, LineForm
from goldenthread.gatherings.bookings.reminders_in_words import in_words, reminders_of, samples_of, why_none_goes
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def reminders(request: Request, gathering: Gathering) -> HttpResponse:
    """All of them, and one more."""
    form, now = DaysForm(request.POST if request.method == "POST" else None), clock.now()
    opening = Opening.objects.of(gathering).first()
    if opening and form.is_valid():
        reminding.add(gathering, form.cleaned_data["days"], now=now, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("bookings:reminders", gathering.slug)
    page = {
        "gathering": gathering,
        "form": form,
        "opening": opening,
        "why_none": why_none_goes(gathering),
        "reminders": list(reminders_of(gathering, now)),
    }
    return render(request, "bookings/reminders.html", page, status=422 if form.errors else 200)


@for_its_convenors
def reminder(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """The e-mail before it goes, with a line of their own. It goes by itself even if nobody looks."""
    row = get_object_or_404(Reminder.objects.of(gathering).in_turn(), pk=pk)
    row.gathering = gathering
    if request.POST.get("press") == "off":
        reminding.turn_off(row, by=request.user)
        messages.success(request, _("Saved. This reminder doesn’t go."))
        return redirect("bookings:reminders", gathering.slug)
    form = LineForm(request.POST if request.method == "POST" else None, instance=row, writer=request.user)
    if form.is_valid():
        Reminder.objects.filter(pk=row.pk).update(line=form.cleaned_data["line"], answers_to=form.answers_to)
        messages.success(request, _("Saved."))
        return redirect("bookings:reminder", gathering.slug, row.pk)
    page = {"gathering": gathering, "row": in_words(row, clock.now()), "form": form, "samples": samples_of(row)}
    return render(request, "bookings/reminder.html", page, status=422 if form.is_bound else 200)
