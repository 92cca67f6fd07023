"""Write to those who come, wait, or told us what they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.forms import LetterForm
from goldenthread.gatherings.bookings.models import Addressing
from goldenthread.gatherings.bookings.writing import begin_writing, receivers, rewrite, without_an_address
from goldenthread.gatherings.plan.finding import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models.circular import AlreadySent, NobodyToWriteTo, NotPreviewed, NotSent
from goldenthread.outbox.models.circular_facts import MUCH_SENT, MuchSent
from goldenthread.outbox.previewing import preview_to, samples
from goldenthread.people.http import Request
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

Act = Callable[[Addressing, Person], object]

ACTS: dict[str, Act] = {
    "preview": lambda addressing, person: preview_to(addressing.circular, person),
    "send": lambda addressing, person: addressing.circular.send(receivers(addressing), by=person),
    "stop": lambda addressing, person: addressing.circular.stop(by=person),
    "go-on": lambda addressing, _person: addressing.circular.go_on(),
    "send-held-again": lambda addressing, _person: addressing.circular.send_held_again(),
    "let-held-be": lambda addressing, _person: addressing.circular.let_held_be(),
}
SAID: dict[str, StrPromise] = {
    "preview": _("It is on its way to you. Read it there, then send it from here."),
    "send": _("It is on its way, one letter to each."),
    "stop": _("You stopped it: no more of them go."),
    "go-on": _("It goes on."),
}
REFUSED: dict[type[Exception], StrPromise] = {
    MuchSent: MUCH_SENT,
    AlreadySent: _("It is on its way already."),
    NotPreviewed: _("Send it to yourself first, as it is now."),
    NobodyToWriteTo: _("None of them has an address at the moment."),
    NotSent: _("It has not been sent yet."),
}


@for_its_convenors
def circulars(request: Request, gathering: Gathering) -> HttpResponse:
    """Those that were written, and a new one."""
    form = LetterForm(request.POST if request.method == "POST" else None, initial={"whom": request.GET.get("whom")})
    if form.is_valid():
        addressing = begin_writing(gathering, by=request.user, **form.cleaned_data)
        return redirect("gatherings:circular", gathering.slug, addressing.pk)
    page = {"gathering": gathering, "form": form, "written": gathering.addressings.newest_first()}
    return render(request, "gatherings/circulars.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
def circular(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """One of them: as three will read it, to oneself first, then to all; afterwards, how far it has come."""
    addressing = get_object_or_404(gathering.addressings.newest_first(), pk=pk)
    act = request.POST.get("act", "")
    if act in ACTS:
        _do(request, addressing, act)
        return redirect("gatherings:circular", gathering.slug, pk)
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        instance=addressing.circular,
        initial={"whom": addressing.whom},
    )
    if form.is_valid():
        try:
            rewrite(gathering.addressings.newest_first().get(pk=pk), **form.cleaned_data)
        except AlreadySent:
            messages.info(request, REFUSED[AlreadySent])
        return redirect("gatherings:circular", gathering.slug, pk)
    # What was typed may not fit: the letter beside it is the one that is kept.
    addressing = gathering.addressings.newest_first().get(pk=pk)
    return render(request, "gatherings/circular.html", _page(addressing, form), status=422 if form.is_bound else 200)


def _do(request: Request, addressing: Addressing, act: str) -> None:
    try:
        ACTS[act](addressing, request.user)
    except tuple(REFUSED) as refused:
        messages.error(request, REFUSED[type(refused)])
    else:
        messages.success(request, SAID.get(act, _("Saved.")))


def _page(addressing: Addressing, form: LetterForm) -> dict[str, object]:
    written, meant = addressing.circular, receivers(addressing)
    if written.is_sent:
        shown: dict[str, object] = {"progress": written.progress(), "is_stopped": written.is_stopped}
    else:
        shown = {
            "is_previewed": written.is_previewed,
            "missed": without_an_address(addressing),
            "unanswered": addressing.unanswered().count(),
        }
    return shown | {
        "gathering": addressing.gathering,
        "addressing": addressing,
        "form": form,
        "meant": len(meant),
        "samples": samples(written, meant),
    }
