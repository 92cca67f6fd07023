"""Reading what people offer: for those who were asked to, while their task lasts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.voices import asking_readers
from goldenthread.gatherings.voices.access import for_its_readers
from goldenthread.gatherings.voices.giving_readings import give_reading
from goldenthread.gatherings.voices.models import CallAnswer, Readership
from goldenthread.gatherings.voices.pile import (
    PileSheet,
    as_it_was_read,
    is_blind,
    may_be_brought_by,
    may_read,
    pile_of,
    readings_of_others,
)
from goldenthread.gatherings.voices.reading_forms import ReadingForm
from goldenthread.kit import clock
from goldenthread.kit.pdf.sheets import sizes
from goldenthread.people.http import Request


@for_its_readers
@require_safe
def readings(request: Request, readership: Readership) -> HttpResponse:
    """My pile."""
    is_on = may_read(readership, clock.now())
    pile = pile_of(request.user, readership.gathering) if is_on else []
    page = {
        "gathering": readership.gathering,
        "readership": readership,
        "is_on": is_on,
        "is_over": readership.until <= clock.now(),
        "to_read": [sheet for sheet in pile if sheet.reading is None and not sheet.is_told],
        "read": [sheet for sheet in pile if sheet.reading],
        "is_blind": is_blind(readership.gathering),
        "sizes": sizes(),
    }
    return render(request, "voices/readings.html", page)


@for_its_readers
def reading(request: Request, readership: Readership, pk: int) -> HttpResponse:
    """One of them, what I say of it, and then what others said."""
    sheet = _sheet(request, readership, pk)
    initial: dict[str, object] = {"version": sheet.contribution.version}
    if sheet.reading:
        initial |= {"leaning": sheet.reading.leaning, "words": sheet.reading.words}
    form = ReadingForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        give_reading(sheet.contribution, request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("voices:reading", readership.gathering.slug, pk)
    page = {
        "gathering": readership.gathering,
        "sheet": sheet,
        "form": form,
        "answers": CallAnswer.objects.for_readers().of_contribution(sheet.contribution).in_order(),
        "others": readings_of_others(sheet, request.user),
        "may_be_mine": may_be_brought_by(request.user, sheet.contribution),
        "before": as_it_was_read(sheet, blind=is_blind(readership.gathering)),
    }
    return render(request, "voices/reading.html", page, status=422 if form.is_bound else 200)


@for_its_readers
@require_POST
def departure(request: Request, readership: Readership) -> HttpResponse:
    """I read no more."""
    asking_readers.end(readership, by=request.user)
    messages.success(request, _("Saved. Thank you for what you read."))
    return redirect(readership.gathering)


def _sheet(request: Request, readership: Readership, pk: int) -> PileSheet:
    """Of what is not on their pile a reader learns nothing, not even that it is there."""
    if not may_read(readership, clock.now()):
        raise PermissionDenied
    for sheet in pile_of(request.user, readership.gathering):
        if sheet.number == pk:
            return sheet
    raise Http404
