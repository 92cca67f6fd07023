"""A programme from a file: choose, look, bring in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.bringing_in import bring_in, difference
from goldenthread.gatherings.programme.carried_file import MOST_CARRIED, SHEET, packed, unpacked
from goldenthread.gatherings.programme.file_forms import FileDaysForm, ProgrammeFileForm, SessionColumnsForm
from goldenthread.gatherings.programme.import_columns import SessionColumns
from goldenthread.gatherings.programme.models import ProgrammeImport
from goldenthread.gatherings.programme.programme_file import (
    ProgrammeFile,
    days_moved_before,
    days_to,
    first_day_of,
    look,
    look_again,
    moved,
)
from goldenthread.gatherings.programme.rooms_of_a_file import with_their_rooms
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import carried_sheets, clock
from goldenthread.kit.cells import Unreadable
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often


@for_those_who_decide
def imports(request: Request, gathering: Gathering) -> HttpResponse:
    """Choose a file, and look at what it would bring. Nothing is written."""
    form = ProgrammeFileForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid() and (read := _read(request, gathering, form)):
        return _shown(request, gathering, read, SessionColumnsForm(read.sheet, columns=read.columns))
    brought = ProgrammeImport.objects.of(gathering).select_related("by").order_by("-at", "-pk")
    page = {"gathering": gathering, "form": form, "imports": brought}
    return render(request, "programme/imports.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def import_columns(request: Request, gathering: Gathering) -> HttpResponse:
    """Look once more, with columns chosen by hand. Nothing is written."""
    try:
        file, sheet = carried_sheets.unfolded(request.POST.get("sheet", ""), SHEET)
    except signing.BadSignature:
        messages.error(request, _("Please choose the file once more."))
        return redirect("programme:imports", gathering.slug)
    form = SessionColumnsForm(sheet, request.POST)
    columns = form.columns() if form.is_valid() else SessionColumns()
    read = look_again(gathering, file, form.sheet() if form.is_valid() else sheet, columns)
    return _shown(request, gathering, replace(read, sheet=sheet), form)


@for_those_who_decide
@require_POST
def imported_sessions(request: Request, gathering: Gathering) -> HttpResponse:
    """Bring in what was looked at."""
    try:
        file, entries = unpacked(request.POST.get("packed", ""))
    except signing.BadSignature:
        messages.error(request, _("Please choose the file once more."))
        return redirect("programme:imports", gathering.slug)
    days = days_to(gathering, first_day_of(entries)) if request.POST.get("days") == "move" else 0
    now = clock.now()
    new, changed = bring_in(gathering, file, moved(entries, days), days_moved=days, now=now, by=request.user)
    messages.success(request, _in_words(new, changed))
    return redirect("programme:imports", gathering.slug)


def _read(request: Request, gathering: Gathering, form: ProgrammeFileForm) -> ProgrammeFile | None:
    """What the chosen file would bring. Without that, the form says why."""
    if is_too_often(request, "list", request.user.pk):
        form.add_error("file", _("You’ve sent a lot of files in a short time. Please try again in ten minutes."))
        return None
    chosen = form.cleaned_data["file"]
    try:
        read = look(gathering, chosen.name, chosen.read())
    except Unreadable as unreadable:
        form.add_error("file", str(unreadable))
        return None
    if len(packed(read)) > MOST_CARRIED:
        form.add_error("file", _("%(file)s is too large to be brought in at once.") % {"file": chosen.name})
        return None
    return read


def _shown(request: Request, gathering: Gathering, read: ProgrammeFile, form: SessionColumnsForm) -> HttpResponse:
    days, before = days_to(gathering, read.first_day), days_moved_before(gathering)
    # As it was chosen for the file before, or else on the days of the gathering.
    moves = days != 0 and before != 0
    entries = moved(read.entries, days if moves else 0)
    placed = with_their_rooms(gathering, entries)
    initial = {"days": "move" if moves else "keep"}
    first, day = read.first_day, gathering.day
    page = {
        "gathering": gathering,
        "read": read,
        "differs": difference(gathering, placed),
        "without_rooms": [entry for entry, put in zip(entries, placed, strict=True) if entry.room and not put.room],
        "packed": packed(read),
        "days_form": FileDaysForm(first, day, initial=initial) if days and first and day else None,
        "other_clock": read.zone if read.zone and read.zone != gathering.time_zone else "",
    }
    return render(request, "programme/import.html", page | _columns(read, form), status=422 if form.errors else 200)


def _columns(read: ProgrammeFile, form: SessionColumnsForm) -> dict[str, Any]:
    """What other programs save has no columns; and a list so large cannot travel back: its headings can be changed in the file."""
    sheet = carried_sheets.folded(read.name, read.sheet, SHEET) if read.is_spreadsheet else ""
    return {
        "columns_form": form,
        "columns_are_asked": not (read.columns.title and read.columns.starts),
        "has_titles": bool(read.columns.title),
        "sheet": sheet,
        "can_choose": 0 < len(sheet) <= carried_sheets.MOST_CARRIED,
    }


def _in_words(new: int, changed: int) -> str:
    words = []
    if new:
        words.append(ngettext("%(n)d session was added.", "%(n)d sessions were added.", new) % {"n": new})
    if changed:
        words.append(ngettext("%(n)d session was changed.", "%(n)d sessions were changed.", changed) % {"n": changed})
    return " ".join(words) or _("There’s nothing new in this file, so nothing has changed.")
