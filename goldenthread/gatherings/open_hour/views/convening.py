"""The open hour, as its convenors set it up and show it on the wall of the room."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.open_hour.card_wall import wall_of
from goldenthread.gatherings.open_hour.forms import OpenHourForm
from goldenthread.gatherings.open_hour.hanging import CardsHangThere, set_open_hour, take_down
from goldenthread.gatherings.open_hour.http import BeforeTheWall, before_the_wall
from goldenthread.gatherings.open_hour.models import OpenHour, Topic
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.http import Request

LOOK_AGAIN = 30


@for_its_convenors
def setting(request: Request, gathering: Gathering) -> HttpResponse:
    """How many rounds there are, and which corners."""
    existing = OpenHour.objects.of(gathering).first()
    form = OpenHourForm(request.POST if request.method == "POST" else None, initial=_as_it_is(existing))
    if form.is_valid():
        try:
            set_open_hour(gathering, form.cleaned_data["rounds"], form.cleaned_data["corners"], by=request.user)
        except CardsHangThere:
            form.add_error(None, _("A card hangs in a round or corner that you took away. Move it first."))
        else:
            messages.success(request, _("Saved."))
            return redirect("open_hour:wall", gathering.slug)
    page = {"gathering": gathering, "form": form, "open_hour": existing}
    return render(request, "open_hour/setting.html", page, status=422 if form.is_bound else 200)


@before_the_wall
@require_safe
def wall_screen(request: Request, who: BeforeTheWall) -> HttpResponse:
    """For the wall of the room. It looks anew by itself."""
    page = {"gathering": who.gathering, "wall": wall_of(who.open_hour)}
    answer = render(request, "open_hour/wall_screen.html", page)
    # Nobody stands at it who could be interrupted.
    answer["Refresh"] = str(LOOK_AGAIN)
    return answer


@for_its_convenors
@require_POST
def card_removal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """A card goes for good, with its notes."""
    topic = get_object_or_404(
        Topic.objects.select_related("open_hour__gathering"), open_hour__gathering=gathering, pk=pk
    )
    take_down(topic, by=request.user)
    messages.success(request, _("Deleted."))
    return redirect("open_hour:wall", gathering.slug)


def _as_it_is(open_hour: OpenHour | None) -> dict[str, str]:
    if open_hour is None:
        return {}
    rounds, corners = open_hour.rounds.order_by("number"), open_hour.corners.order_by("number")
    return {
        "rounds": "\n".join(row.words for row in rounds),
        "corners": "\n".join(row.words for row in corners),
    }
