"""A pile on paper, and typing in what came back: by whoever reads, or for them."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.access import for_its_readers, for_those_who_decide
from goldenthread.gatherings.voices.asking_readers import is_open
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.giving_readings import give_reading, type_in_reading
from goldenthread.gatherings.voices.models import Readership
from goldenthread.gatherings.voices.pile import PileSheet, may_read, pile_of
from goldenthread.gatherings.voices.pile_pdf import pdf
from goldenthread.gatherings.voices.reading_forms import ReadingsOnPaperForm
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.pdf.sheets import as_pdf, size_of
from goldenthread.people.http import Request
from goldenthread.people.models import Person


@for_its_readers
@require_safe
def my_pile_pdf(request: Request, readership: Readership) -> HttpResponse:
    return _printed(request, readership, _my_pile(readership))


@for_those_who_decide
@require_safe
def pile_pdf(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Printed for somebody who reads on paper."""
    readership = _readership(gathering, pk)
    return _printed(request, readership, _their_pile(readership, request.user))


@for_its_readers
def my_paper(request: Request, readership: Readership) -> HttpResponse:
    sheets = _my_pile(readership)
    form = ReadingsOnPaperForm(request.POST if request.method == "POST" else None, sheets=sheets)
    return _typed_in(request, readership, form, "voices:readings")


@for_those_who_decide
def paper(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """What somebody wrote by hand, typed in by a convenor: also when it comes late, and never over what the reader said here.
    What this convenor mistyped, they correct."""
    readership = _readership(gathering, pk)
    pile = _their_pile(readership, request.user)
    typed_in = {sheet.number for sheet in pile if sheet.reading and sheet.reading.typed_in_by_id == request.user.pk}
    form = ReadingsOnPaperForm(
        request.POST if request.method == "POST" else None,
        # What they wrote before stands on the page of each contribution, for those convenors who may read it there.
        sheets=[sheet if sheet.number in typed_in else replace(sheet, reading=None) for sheet in pile],
        here_already={sheet.number for sheet in pile if sheet.reading} - typed_in,
        typed_in=typed_in,
    )
    return _typed_in(request, readership, form, "voices:readers")


def _typed_in(request: Request, readership: Readership, form: ReadingsOnPaperForm, then: str) -> HttpResponse:
    is_mine = readership.person == request.user
    if form.is_valid():
        type_in = give_reading if is_mine else partial(type_in_reading, by=request.user)
        n = sum(type_in(sheet.contribution, readership.person, **words) is not None for sheet, words in form.answers())
        note(request.user, "typed in readings", readership.gathering)
        messages.success(request, ngettext("Saved: %(n)s reading.", "Saved: %(n)s readings.", n) % {"n": n})
        return redirect(then, readership.gathering.slug)
    page = {"gathering": readership.gathering, "readership": readership, "form": form, "then": then, "is_mine": is_mine}
    return render(request, "voices/readings_on_paper.html", page, status=422 if form.is_bound else 200)


def _printed(request: Request, readership: Readership, sheets: list[PileSheet]) -> HttpResponse:
    gathering = readership.gathering
    return as_pdf(pdf(sheets, gathering.title, size_of(request)), _("To read"), gathering.title)


def _readership(gathering: Gathering, pk: int) -> Readership:
    readership = get_object_or_404(Readership.objects.of(gathering).in_order(), pk=pk)
    readership.gathering = gathering
    return readership


def _my_pile(readership: Readership) -> list[PileSheet]:
    if not may_read(readership, clock.now()):
        raise PermissionDenied
    return pile_of(readership.person, readership.gathering)


def _their_pile(readership: Readership, by: Person) -> list[PileSheet]:
    """Less what this convenor brings: they print and type in nothing about that."""
    if not is_open(readership.gathering):
        raise PermissionDenied
    own = bring(by, readership.gathering)
    return [sheet for sheet in pile_of(readership.person, readership.gathering) if sheet.number not in own]
