"""A programme from a file: choose, look, bring in."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
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
from goldenthread.gatherings.programme.file_forms import FileDaysForm, ProgrammeFileForm
from goldenthread.gatherings.programme.models import ProgrammeImport
from goldenthread.gatherings.programme.programme_file import (
    ProgrammeFile,
    days_moved_before,
    days_to,
    first_day_of,
    look,
    moved,
)
from goldenthread.gatherings.programme.rooms_of_a_file import with_their_rooms
from goldenthread.gatherings.programme.session_entries import SessionEntry
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.kit.cells import Unreadable
from goldenthread.kit.one_at_a_time import giving_way, waiting
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often

# What was looked at travels in the page until the button is pressed, and is nowhere else.
SALT, A_DAY = "goldenthread.programme.imports", 24 * 60 * 60
# A little less than a form may bring back (2.5 MB).
MOST_CARRIED = 2_400_000


@for_those_who_decide
def imports(request: Request, gathering: Gathering) -> HttpResponse:
    """Choose a file, and look at what it would bring. Nothing is written."""
    form = ProgrammeFileForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid() and (read := _read(request, gathering, form)):
        return _shown(request, gathering, read)
    brought = ProgrammeImport.objects.of(gathering).select_related("by").order_by("-at", "-pk")
    page = {"gathering": gathering, "form": form, "imports": brought}
    return render(request, "programme/imports.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def imported_sessions(request: Request, gathering: Gathering) -> HttpResponse:
    """Bring in what was looked at."""
    try:
        file, entries = _unpacked(request.POST.get("packed", ""))
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
    if len(_packed(read)) > MOST_CARRIED:
        form.add_error("file", _("%(file)s is too large to be brought in at once.") % {"file": chosen.name})
        return None
    return read


def _shown(request: Request, gathering: Gathering, read: ProgrammeFile) -> HttpResponse:
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
        "packed": _packed(read),
        "days_form": FileDaysForm(first, day, initial=initial) if days and first and day else None,
        "other_clock": read.zone if read.zone and read.zone != gathering.time_zone else "",
    }
    return render(request, "programme/import.html", page)


def _packed(read: ProgrammeFile) -> str:
    entries = [
        [value.isoformat() if isinstance(value, datetime) else value for value in vars(entry).values()]
        for entry in giving_way(read.entries)
    ]
    with waiting():
        return signing.dumps([read.name, entries], salt=SALT, compress=True)


def _unpacked(packed: str) -> tuple[str, list[SessionEntry]]:
    file, entries = signing.loads(packed, salt=SALT, max_age=A_DAY)
    return file, [_entry(values) for values in giving_way(entries)]


def _entry(values: list[Any]) -> SessionEntry:
    carried = dict(zip((field.name for field in fields(SessionEntry)), values, strict=True))
    starts = carried["starts"]
    return SessionEntry(
        **carried | {"starts": starts and datetime.fromisoformat(starts), "names": tuple(carried["names"])}
    )


def _in_words(new: int, changed: int) -> str:
    words = []
    if new:
        words.append(ngettext("%(n)d session was added.", "%(n)d sessions were added.", new) % {"n": new})
    if changed:
        words.append(ngettext("%(n)d session was changed.", "%(n)d sessions were changed.", changed) % {"n": changed})
    return " ".join(words) or _("There’s nothing new in this file, so nothing has changed.")
