from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.kit.registry import rooms
from goldenthread.people import directory, rules
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.audience import what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.forms import LookingForm
from goldenthread.people.gentle_pace import at_a_gentle_pace
from goldenthread.people.http import Request
from goldenthread.people.models import Person


@at_a_gentle_pace
@require_safe
def people(request: Request) -> HttpResponse:
    if not request.user.joined_at:
        # What stands here was told to members.
        return redirect(f"{reverse('people:join')}?next={request.path}")
    form = LookingForm(request.GET, counts=directory.counts())
    wanted = form.wanted
    page = directory.find(wanted, by=request.user, after=request.GET.get("after", "")[:16])
    return render(
        request, "people/people.html", {"form": form, "wanted": wanted, "page": page, "more": form.more(page)}
    )


@at_a_gentle_pace
@require_safe
def person(request: Request, token: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.with_what_they_tell(), portrait__token=token)
    me, closeness = request.user, closeness_of(request.user, [person.pk])[person.pk]
    if not rules.may_see_page(me, person, closeness):
        raise Http404
    seen = what_is_seen(of=person, by=me, closeness=closeness)
    if person == me:
        return render(request, "people/person.html", {"seen": seen, "is_me": True})
    if seen.access_needs:
        note_reading(me, "read what somebody needs", person)
    page = {
        "seen": seen,
        "token": token,
        "may_say_hello": rules.may_say_hello(me, person, closeness, clock.now()),
        "ways_on": [way for room in rooms(RoomAbovePeople) for way in room.ways_on(me, person)],
    }
    return render(request, "people/person.html", page)
