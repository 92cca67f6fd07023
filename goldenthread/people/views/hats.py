from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.people import telling
from goldenthread.people.forms import HatForm
from goldenthread.people.http import Request
from goldenthread.people.models import Hat, Sector

ROLE = "role"


@require_http_methods(["GET", "HEAD", "POST"])
def new_hat(request: Request, which: str) -> HttpResponse:
    if which != ROLE and which not in Sector.values:
        raise Http404
    sector = "" if which == ROLE else which
    # A second press, or the way back, finds the hat that is worn by now.
    worn = request.user.hats.of_sector(sector).first() if sector else None
    return _hat(request, worn or Hat.suggested(request.user, sector))


@require_http_methods(["GET", "HEAD", "POST"])
def hat(request: Request, pk: int) -> HttpResponse:
    return _hat(request, get_object_or_404(Hat, person=request.user, pk=pk))


@require_POST
def hat_removal(request: Request, pk: int) -> HttpResponse:
    telling.take_off(get_object_or_404(Hat, person=request.user, pk=pk))
    messages.success(request, _("Removed. You can add it again at any time."))
    return redirect("people:me")


def _hat(request: Request, worn: Hat) -> HttpResponse:
    form = HatForm(request.POST if request.method == "POST" else None, instance=worn)
    if not form.is_valid():
        return render(request, "people/hat.html", {"form": form, "hat": worn}, status=422 if form.is_bound else 200)
    telling.put_on(form.instance)
    messages.success(request, _("Saved. Only the people you chose can see it."))
    return redirect("people:me")
