"""Tables on paper, for the convenors."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.tables_on_paper import KINDS, paper
from goldenthread.gatherings.tables.views.access import with_its_version
from goldenthread.journal.reading import note_reading
from goldenthread.people.http import Request


@with_its_version
@require_safe
def table_paper(request: Request, mix: Mix, kind: str) -> HttpResponse:
    """One kind of paper, as a page that prints."""
    if kind not in KINDS or not mix.is_done:
        raise Http404
    note_reading(request.user, f"took the tables on paper: {kind}", mix.arrangement.gathering)
    page = {"gathering": mix.arrangement.gathering, "mix": mix, "kind": kind, "paper": paper(mix)}
    return render(request, f"tables/paper_{kind}.html", page)
