"""The wall of one-line reflections."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.day.forms import ReflectionForm
from goldenthread.gatherings.day.guest import Guest, for_guests
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often


@for_guests
def wall(request: HttpRequest, guest: Guest) -> HttpResponse:
    """What a host has read, for everybody; and a line of one's own, for those who have a place."""
    form = ReflectionForm(request.POST if request.method == "POST" else None) if guest.has_place else None
    if form and guest.booking and form.is_valid() and is_too_often(request, "wall_line", guest.booking.pk):
        form.add_error("words", _("Thank you for so many lines. Please wait an hour before the next."))
    if form and form.is_valid():
        Reflection.objects.create(gathering=guest.gathering, words=form.cleaned_data["words"])
        messages.success(request, _("Thank you. A host reads it first, and then it goes on the wall."))
        return redirect(f"{guest.at}wall/")
    page = {
        "guest": guest,
        "gathering": guest.gathering,
        "form": form,
        "reflections": guest.gathering.reflections.on_the_wall(),
        "unread": guest.gathering.reflections.unread().count() if guest.hosts else 0,
    }
    return render(request, "day/wall.html", page, status=422 if form and form.is_bound else 200)


@for_its_convenors
@require_safe
def unread(request: Request, gathering: Gathering) -> HttpResponse:
    """Lines that wait to be read."""
    lines = gathering.reflections
    page = {"gathering": gathering, "unread": lines.unread(), "shown": lines.on_the_wall()}
    return render(request, "day/unread.html", page)


@for_its_convenors
@require_POST
def reading(request: Request, gathering: Gathering, pk: str) -> HttpResponse:
    """It goes to the wall, or it goes for good."""
    line = get_object_or_404(gathering.reflections, pk=pk)
    if "away" in request.POST:
        line.delete()
        messages.success(request, _("Deleted."))
    else:
        Reflection.objects.filter(pk=line.pk).update(is_read=True)
        messages.success(request, _("It’s on the wall now."))
    return redirect("day:unread", gathering.slug)
