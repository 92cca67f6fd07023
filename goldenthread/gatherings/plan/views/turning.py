"""Say that a gathering is public, settled, full, postponed, called off; or take it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan import rules, turns
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.confirmation_pages import OF_WHAT_IS_TO_COME, SAYINGS, ConfirmationPage
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.previewing import preview_of
from goldenthread.gatherings.plan.turn_forms import AddressForm, ReasonForm
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def turn(request: Request, gathering: Gathering, noun: str) -> HttpResponse:
    """A page that says what it means, and a button."""
    saying = SAYINGS.get(noun)
    if saying is None:
        raise Http404
    if noun in OF_WHAT_IS_TO_COME and rules.has_been(gathering, clock.now()):
        messages.info(request, _("This gathering is over, so that can’t be said of it any more."))
        return redirect(gathering)
    form = ReasonForm(request.POST if request.method == "POST" else None, must_say=saying.must_say)
    page = {"gathering": gathering, "form": form, "saying": saying}
    if not form.is_valid():
        return render(request, "plan/turn.html", page, status=422 if form.is_bound else 200)
    return _say(request, gathering, saying, page)


def _say(request: Request, gathering: Gathering, saying: ConfirmationPage, page: dict[str, Any]) -> HttpResponse:
    """Where people are written to, their e-mail is looked at first."""

    def act(on: Gathering) -> None:
        saying.verb(on, by=request.user, because=page["form"].cleaned_data["because"])

    try:
        preview = preview_of(gathering, act)
        if preview.is_unseen(request.POST.get("seen")):
            return render(request, "plan/turn.html", page | {"preview": preview})
        act(gathering)
        _say_who_hears(request, preview)
    except turns.AlreadySo:
        messages.info(request, _("Nothing to change: it was like that already."))
    # Everybody sees it now, and there is more to do: places, for one.
    return redirect("pages:convening", gathering.slug) if saying.leads_on else redirect(gathering)


def _say_who_hears(request: Request, preview: Preview) -> None:
    if preview.people:
        messages.success(request, preview.in_words)


@for_its_convenors
def address(request: Request, gathering: Gathering) -> HttpResponse:
    """Give the gathering an address that people can say aloud."""
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"slug": gathering.slug})
    page = {"gathering": gathering, "form": form}
    if request.method != "POST":
        return render(request, "plan/address.html", page)
    if form.is_valid():
        try:
            turns.move_to_address(gathering, form.cleaned_data["slug"], by=request.user)
        except turns.AddressTaken:
            form.add_error("slug", _("Another gathering has this address. Please choose a different one."))
        else:
            messages.success(request, _("Saved. The old address still leads here."))
            return redirect(gathering)
    return render(request, "plan/address.html", page, status=422)
