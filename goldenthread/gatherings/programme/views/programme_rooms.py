"""Rooms: where something can be held, when they are closed, and what must move when one is lost."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.forms import ClosureForm, LossForm, RoomForm
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import ProgrammeRoom
from goldenthread.gatherings.programme.room_changes import (
    close_room,
    in_room,
    lose_room,
    open_room_again,
    remove_room,
    save_room,
    that_must_move,
)
from goldenthread.gatherings.programme.views.access import with_its_room
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_those_who_decide
def programme_rooms(request: Request, gathering: Gathering) -> HttpResponse:
    """All rooms, and one more."""
    room = ProgrammeRoom(gathering=gathering)
    form = RoomForm(request.POST if request.method == "POST" else None, instance=room)
    if form.is_valid():
        save_room(room, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("programme:programme_rooms", gathering.slug)
    page = {"gathering": gathering, "rooms": programme_of(gathering).rooms, "form": form}
    return render(request, "programme/programme_rooms.html", page, status=422 if form.is_bound else 200)


@with_its_room
def programme_room(request: Request, room: ProgrammeRoom) -> HttpResponse:
    """One room, its closed times, and what must move because of them."""
    name = room.name
    form = RoomForm(request.POST if request.method == "POST" else None, instance=room)
    if form.is_valid():
        save_room(room, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("programme:programme_rooms", room.gathering.slug)
    page = {
        "gathering": room.gathering,
        "room": room,
        "name": name,
        "form": form,
        "closures": room.closures.order_by("starts_at", "pk"),
        "must_move": that_must_move(programme_of(room.gathering), room),
    }
    return render(request, "programme/programme_room.html", page, status=422 if form.is_bound else 200)


@with_its_room
def room_closure(request: Request, room: ProgrammeRoom) -> HttpResponse:
    """That it cannot be used for a while."""
    form = ClosureForm(request.POST if request.method == "POST" else None, room=room)
    if form.is_valid():
        close_room(form.closure(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("programme:programme_room", room.gathering.slug, room.number)
    page = {"gathering": room.gathering, "room": room, "form": form}
    return render(request, "programme/room_closure.html", page, status=422 if form.is_bound else 200)


@with_its_room
@require_POST
def room_opening(request: Request, room: ProgrammeRoom, pk: int) -> HttpResponse:
    """It can be used after all."""
    open_room_again(get_object_or_404(room.closures, pk=pk), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("programme:programme_room", room.gathering.slug, room.number)


@with_its_room
def room_loss(request: Request, room: ProgrammeRoom) -> HttpResponse:
    """This room is lost, from now on: what stands there is shown first, and must move."""
    form = LossForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        lose_room(room, because=form.cleaned_data["because"], by=request.user, now=clock.now())
        messages.success(request, _("Saved. %(room)s is closed from now on.") % {"room": room.name})
        return redirect("programme:programme_room", room.gathering.slug, room.number)
    now = clock.now()
    still = [each for each in in_room(programme_of(room.gathering), room) if each.span.ends_at > now]
    page = {"gathering": room.gathering, "room": room, "form": form, "placings": still}
    return render(request, "programme/room_loss.html", page, status=422 if form.is_bound else 200)


@with_its_room
def room_removal(request: Request, room: ProgrammeRoom) -> HttpResponse:
    """What hangs on it is shown first: it keeps its hour, and has no room."""
    if request.method == "POST":
        remove_room(room, by=request.user, now=clock.now())
        messages.success(request, _("%(room)s is removed.") % {"room": room.name})
        return redirect("programme:programme_rooms", room.gathering.slug)
    placings = in_room(programme_of(room.gathering), room)
    return render(
        request, "programme/room_removal.html", {"gathering": room.gathering, "room": room, "placings": placings}
    )
