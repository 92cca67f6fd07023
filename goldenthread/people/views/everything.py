import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.people.everything import ON_THE_PAGE, RowsAboutMe, everything_about
from goldenthread.people.http import Request


@require_safe
def everything(request: Request) -> HttpResponse:
    drawers = [(drawer, list(drawer.in_words(request.user, ON_THE_PAGE))) for drawer in everything_about(request.user)]
    full = [(drawer, rows) for drawer, rows in drawers if rows]
    return render(request, "people/everything.html", {"drawers": full, "most": ON_THE_PAGE})


@require_safe
def everything_as_html(request: Request) -> HttpResponse:
    """One file that opens anywhere, with nothing beside it."""
    note_reading(request.user, "took everything as html", request.user)
    drawers = [(drawer, list(drawer.in_words(request.user))) for drawer in everything_about(request.user)]
    page = render_to_string(
        "people/everything_to_take.html",
        {"drawers": [drawer for drawer in drawers if drawer[1]], "person": request.user, "now": clock.now()},
        request,
    )
    return _to_take(page, "text/html; charset=utf-8", "everything-about-me.html")


@require_safe
def everything_as_json(request: Request) -> HttpResponse:
    note_reading(request.user, "took everything as json", request.user)
    taken = {
        "taken_at": clock.now().isoformat(),
        "kept": [_in_json(d, request) for d in everything_about(request.user)],
    }
    words = json.dumps(taken, ensure_ascii=False, indent=2)
    return _to_take(words, "application/json", "everything-about-me.json")


def _in_json(drawer: RowsAboutMe, request: Request) -> dict[str, Any]:
    fields = [
        {"fields": kept.fields, "what_for": str(kept.purpose), "until": str(kept.until.words)} for kept in drawer.kept
    ]
    rows = [{line.field: line.value for line in lines} for lines in drawer.in_words(request.user)]
    return {"what": drawer.name_in_the_file, "why": fields, "rows": rows}


def _to_take(words: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(words, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
