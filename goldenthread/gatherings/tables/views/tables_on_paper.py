"""Tables on paper, for the convenors."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.tables import tables_pdf
from goldenthread.gatherings.tables.label_sheets import label_sheet_of, label_sheets
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.tables_on_paper import KINDS, LABELS, paper
from goldenthread.gatherings.tables.views.access import with_its_version
from goldenthread.journal.reading import note_reading
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request


@with_its_version
@require_safe
def table_paper(request: Request, mix: Mix, kind: str) -> HttpResponse:
    """One kind of paper, as a page to look at."""
    _taken(request, mix, kind)
    page = {
        "gathering": mix.arrangement.gathering,
        "mix": mix,
        "kind": kind,
        "paper": paper(mix),
        "sizes": label_sheets() if kind == LABELS else sizes(),
    }
    return render(request, f"tables/paper_{kind}.html", page)


@with_its_version
@require_safe
def table_paper_pdf(request: Request, mix: Mix, kind: str) -> HttpResponse:
    """The same to print, on the paper or the labels that were chosen."""
    _taken(request, mix, kind)
    title = mix.arrangement.gathering.title
    if kind == LABELS:
        written = tables_pdf.labels(paper(mix), title, label_sheet_of(request.GET.get("paper")))
    else:
        written = tables_pdf.seating(kind, paper(mix), title, size_of(request))
    return as_pdf(written, str(KINDS[kind]), title, _("version %(n)s") % {"n": mix.number})


def _taken(request: Request, mix: Mix, kind: str) -> None:
    if kind not in KINDS or not mix.is_done:
        raise Http404
    note_reading(request.user, f"took the tables on paper: {kind}", mix.arrangement.gathering)
