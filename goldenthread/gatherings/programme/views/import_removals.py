"""Undo the import of a programme: first what goes and what stays, then one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeImport
from goldenthread.gatherings.programme.rules import may_take_back
from goldenthread.gatherings.programme.undoing_an_import import take_back, who_goes
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.people.http import Request


@for_those_who_decide
def import_removal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Take back what one file brought."""
    brought = ProgrammeImport.objects.of(gathering).filter(pk=pk).first()
    if brought is None:
        messages.info(request, _("That was already done."))
        return redirect("programme:imports", gathering.slug)
    if not may_take_back(brought):
        messages.error(request, _("The programme has been shown since, so this import can’t be undone any more."))
        return redirect("programme:imports", gathering.slug)
    if request.method == "POST":
        gone, stayed = take_back(brought, by=request.user)
        messages.success(request, _in_words(gone, stayed))
        return redirect("programme:imports", gathering.slug)
    going, staying = who_goes(brought)
    page = {
        "gathering": gathering,
        "brought": brought,
        "back": reverse("programme:imports", args=[gathering.slug]),
        "going": [session.title for session in going],
        "staying": [session.title for session in staying],
    }
    return render(request, "programme/import_removal.html", page)


def _in_words(gone: int, stayed: int) -> str:
    message = ngettext("%(n)d session was removed.", "%(n)d sessions were removed.", gone) % {"n": gone}
    if not stayed:
        return message
    stay = ngettext(
        "%(n)d session stays, because something was changed or built on it since.",
        "%(n)d sessions stay, because something was changed or built on them since.",
        stayed,
    )
    return f"{message} {stay % {'n': stayed}}"
