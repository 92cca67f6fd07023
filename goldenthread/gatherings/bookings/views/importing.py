"""A list from a spreadsheet: choose, look, bring, take back."""

import secrets
from dataclasses import astuple

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings.asking import Wish
from goldenthread.gatherings.bookings.forms import ListForm
from goldenthread.gatherings.bookings.importing import Line, Looked, bring, look
from goldenthread.gatherings.bookings.models import Import, Opening
from goldenthread.gatherings.bookings.taking_back import take_back
from goldenthread.gatherings.plan.finding import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.cells import Unreadable
from goldenthread.people.http import Request

# What was looked at travels in the page until the button is pressed, and is nowhere else.
SALT, A_DAY = "goldenthread.bookings.imports", 24 * 60 * 60


@for_its_convenors
def imports(request: Request, gathering: Gathering) -> HttpResponse:
    """Choose a list, and look at what it would bring. Nothing is written."""
    form = ListForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid():
        chosen = form.cleaned_data["file"]
        try:
            looked = look(gathering, chosen.name, chosen.read(), request.LANGUAGE_CODE)
        except Unreadable as unreadable:
            form.add_error("file", str(unreadable))
        else:
            page = {"gathering": gathering, "looked": looked, "packed": _packed(looked)}
            return render(request, "gatherings/import.html", page)
    page = {
        "gathering": gathering,
        "form": form,
        "is_open": Opening.objects.filter(gathering=gathering).exists(),
        "imports": Import.objects.filter(gathering=gathering).select_related("by").order_by("-at", "-pk"),
    }
    return render(request, "gatherings/imports.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
@require_POST
def imported_lines(request: Request, gathering: Gathering) -> HttpResponse:
    """Bring what was looked at."""
    try:
        once, file, lines = _unpacked(request.POST.get("packed", ""))
        brought = bring(gathering, file, lines, once=once, now=clock.now(), by=request.user)
    except signing.BadSignature:
        messages.error(request, _("Choose the list once more, please."))
        return redirect("gatherings:imports", gathering.slug)
    except Opening.DoesNotExist:
        messages.error(request, _("Open the booking first."))
        return redirect("gatherings:opening", gathering.slug)
    n = brought.lines.count()
    messages.success(
        request, ngettext("%(n)d person is on the list now.", "%(n)d people are on the list now.", n) % {"n": n}
    )
    return redirect("gatherings:bookings", gathering.slug)


@for_its_convenors
@require_POST
def import_removal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Take back what one list brought."""
    brought = Import.objects.filter(gathering=gathering, pk=pk).first()
    if brought is None:
        messages.info(request, _("That was done before. Nothing more is needed."))
        return redirect("gatherings:imports", gathering.slug)
    gone, stayed = take_back(brought, now=clock.now(), by=request.user)
    said = ngettext("%(n)d booking was taken back.", "%(n)d bookings were taken back.", gone) % {"n": gone}
    if stayed:
        stay = ngettext(
            "%(n)d booking stays, because somebody acted on it since.",
            "%(n)d bookings stay, because somebody acted on them since.",
            stayed,
        )
        said = f"{said} {stay % {'n': stayed}}"
    messages.success(request, said)
    return redirect("gatherings:imports", gathering.slug)


def _packed(looked: Looked) -> str:
    lines = [(line.number, *astuple(line.wish)) for line in looked.lines]
    return signing.dumps([secrets.token_urlsafe(24), looked.file, lines], salt=SALT, compress=True)


def _unpacked(packed: str) -> tuple[str, str, list[Line]]:
    once, file, lines = signing.loads(packed, salt=SALT, max_age=A_DAY)
    return once, file, [Line(number, Wish(*wish)) for number, *wish in lines]
