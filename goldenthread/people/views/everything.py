import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.people.everything import RowsAboutMe, everything_about
from goldenthread.people.everything_page import everything_page
from goldenthread.people.http import Request

# What a person has many of is shown newest first, and no page grows without end.
ON_THE_PAGE = 20


@require_safe
def everything(request: Request) -> HttpResponse:
    page = everything_page(request.user, ON_THE_PAGE)
    return render(request, "people/everything.html", {"page": page, "name": request.user.known_as})


@require_safe
def everything_as_html(request: Request) -> HttpResponse:
    """One file that opens anywhere, with nothing beside it."""
    note_reading(request.user, "took everything as html", request.user)
    shown = {"page": everything_page(request.user), "person": request.user, "now": clock.now()}
    page = render_to_string("people/everything_to_take.html", shown, request)
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
