"""Say that a gathering is public, settled, full, postponed, called off; or take it back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.confirmation_pages import SAYINGS
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.previewing import preview_of
from goldenthread.gatherings.plan.turn_forms import AddressForm, ReasonForm
from goldenthread.people.http import Request


@for_its_convenors
def turn(request: Request, gathering: Gathering, noun: str) -> HttpResponse:
    """A page that says what it means, and a button. Where people are written to, their e-mail is looked at first."""
    saying = SAYINGS.get(noun)
    if saying is None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, must_say=saying.must_say)
    page = {"gathering": gathering, "form": form, "saying": saying}
    if request.method != "POST":
        return render(request, "plan/turn.html", page)
    if not form.is_valid():
        return render(request, "plan/turn.html", page, status=422)

    def act(on: Gathering) -> None:
        saying.verb(on, by=request.user, because=form.cleaned_data["because"])

    try:
        preview = preview_of(gathering, act)
        if preview.is_unseen(request.POST.get("seen")):
            return render(request, "plan/turn.html", page | {"preview": preview})
        act(gathering)
        _say_who_hears(request, preview)
    except turns.AlreadySo:
        messages.info(request, _("Nothing to change: it was like that already."))
    return redirect(gathering)


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
