from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.kit.registry import rooms
from goldenthread.outbox.models import Email
from goldenthread.people import sessions
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.forms import MeForm
from goldenthread.people.http import Request
from goldenthread.people.models import Sector
from goldenthread.people.telling import portrait_of

NEWEST = 5


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: Request) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = MeForm(sent, instance=portrait_of(request.user), person=request.user)
    if not form.is_valid():
        return render(request, "people/me.html", _all_about(request, form), status=422 if form.is_bound else 200)
    form.keep()
    with translation.override(form.cleaned_data["language"]):
        messages.success(request, _("Saved."))
    return redirect("people:me")


@require_POST
def session_ending(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions.sessions_of(request.user), pk=pk)
    sessions.end(session)
    messages.success(request, _("Signed out there."))
    return redirect("people:me")


def _all_about(request: Request, form: MeForm) -> dict[str, object]:
    person, session_key = request.user, request.session.session_key
    hats = list(person.hats.order_by("pk"))
    worn = {hat.sector for hat in hats}
    return {
        "form": form,
        "hats": hats,
        "other_hats": [sector for sector in Sector if sector not in worn],
        "places": [
            sessions.SignedInBrowser(session, session.session_key == session_key)
            for session in sessions.sessions_of(person)
        ],
        "going": [place for room in rooms(RoomAbovePeople) for place in room.their_places(person)],
        "passkeys": sessions.passkeys_of(person),
        "emails": Email.objects.of(person)[:NEWEST],
    }
