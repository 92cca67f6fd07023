from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.kit.registry import rooms
from goldenthread.people import emails, limits
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.forms import JoinForm
from goldenthread.people.http import Request
from goldenthread.people.models import Person
from goldenthread.people.signing_in import remember, way_back, way_on


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    then = way_back(request)
    if isinstance(request.user, Person):
        return _join_in(request, request.user, then)
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"next": then})
    if not form.is_valid():
        return render(request, "people/join.html", {"form": form, "then": then}, status=422 if form.is_bound else 200)
    wanted = form.cleaned_data
    if refusal := limits.too_many_emails(request, wanted["email"]):
        return refusal
    remember(request, emails.sign_in(wanted["email"], name=wanted["name"], then=then))
    return redirect("people:code")


@require_safe
def welcome(request: Request) -> HttpResponse:
    """Whoever has just joined, and was on no way to anywhere else."""
    above = rooms(RoomAbovePeople)
    ways = {
        "going": [place for room in above for place in room.their_places(request.user)],
        "first_steps": [step for room in above for step in room.first_steps(request.user)],
    }
    return render(request, "people/welcome.html", ways)


def _join_in(request: HttpRequest, person: Person, then: str) -> HttpResponse:
    """Somebody who came for one gathering and stayed signed in: their address has proved to be theirs."""
    if person.joined_at:
        return redirect(way_on(then))
    if request.method != "POST":
        return render(request, "people/joining_in.html", {"then": then})
    person.join()
    messages.success(request, _("Good to have you here, %(name)s.") % {"name": person.known_as})
    return redirect(way_on(then))
