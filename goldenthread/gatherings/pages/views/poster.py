"""A poster, for the convenors."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.pages import poster_pdf
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import absolute, is_found_by_others
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request


@for_its_convenors
@require_safe
def poster(request: Request, gathering: Gathering) -> HttpResponse:
    """What will stand on it, and on which paper."""
    page = {
        "gathering": gathering,
        "facts": poster_pdf.facts(gathering),
        "address": absolute(gathering.get_absolute_url()),
        "is_found": is_found_by_others(),
        "sizes": sizes(*poster_pdf.SIZES),
    }
    return render(request, "pages/poster.html", page)


@for_its_convenors
@require_safe
def poster_as_pdf(request: Request, gathering: Gathering) -> HttpResponse:
    written = poster_pdf.poster(gathering, size_of(request, *poster_pdf.SIZES))
    return as_pdf(written, _("Poster"), gathering.title)
