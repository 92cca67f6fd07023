"""The programme on paper: what everybody goes by, and the draft for those who make it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import paper_pdf
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.paper_loading import drafted, shown
from goldenthread.gatherings.programme.printed_programme import PaperProgramme
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request


@login_not_required
@for_strangers
@at_its_address
@require_safe
def printing(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Which kinds of paper there are."""
    return _choices(request, gathering, _shown(gathering))


@login_not_required
@for_strangers
@at_its_address
@require_safe
def printed(request: HttpRequest, gathering: Gathering, kind: str) -> HttpResponse:
    return _pdf(request, gathering, kind, _shown(gathering))


@for_those_who_decide
@require_safe
def draft_printing(request: Request, gathering: Gathering) -> HttpResponse:
    """The same of the draft, which says so on each sheet."""
    # Slips with names go by what everybody reads.
    return _choices(
        request,
        gathering,
        drafted(gathering),
        slips_on=sizes() if Release.objects.is_shown(gathering, clock.now()) else (),
    )


@for_those_who_decide
@require_safe
def draft_printed(request: Request, gathering: Gathering, kind: str) -> HttpResponse:
    return _pdf(request, gathering, kind, drafted(gathering))


def _shown(gathering: Gathering) -> PaperProgramme:
    programme = shown(gathering, clock.now())
    if programme is None:
        raise Http404
    return programme


def _choices(request: HttpRequest, gathering: Gathering, programme: PaperProgramme, **more: Any) -> HttpResponse:
    address = "programme:printed" if programme.is_shown else "programme:draft_printed"
    kinds = [
        (kind, words, paper_pdf.WORDS[kind], sizes(*paper_pdf.SIZES.get(kind, ())))
        for kind, words in paper_pdf.KINDS.items()
    ]
    page = {"gathering": gathering, "programme": programme, "kinds": kinds, "address": address} | more
    return render(request, "programme/printing.html", page)


def _pdf(request: HttpRequest, gathering: Gathering, kind: str, programme: PaperProgramme) -> HttpResponse:
    if kind not in paper_pdf.KINDS:
        raise Http404
    written = paper_pdf.pdf(kind, gathering, programme, size_of(request, *paper_pdf.SIZES.get(kind, ())))
    return as_pdf(written, _("Programme"), str(paper_pdf.KINDS[kind]), gathering.title, programme.version or _("Draft"))
