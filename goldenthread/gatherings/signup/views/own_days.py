"""Days on paper: a slip for each who comes, for the convenors, and one's own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import paper_pdf
from goldenthread.gatherings.programme.paper_loading import shown
from goldenthread.gatherings.programme.printed_programme import PaperProgramme
from goldenthread.gatherings.signup.own_days import chairs_by_booking, own_day
from goldenthread.gatherings.signup.views.mine import for_who_comes
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.kit.pdf.sheets import as_pdf, size_of
from goldenthread.people.http import Request


@for_those_who_decide
@require_safe
def slips(request: Request, gathering: Gathering) -> HttpResponse:
    """By what everybody reads, to cut apart and to hand out."""
    now = clock.now()
    programme = _shown(gathering)
    note_reading(request.user, "took the slips of the programme to print", gathering)
    written = paper_pdf.slips(gathering, programme, chairs_by_booking(gathering, now), size_of(request))
    return as_pdf(written, _("Slips"), gathering.title, programme.version)


@for_who_comes
@require_safe
def my_day(request: HttpRequest, booking: Booking) -> HttpResponse:
    programme = _shown(booking.gathering)
    slip = own_day(booking, programme, clock.now())
    written = paper_pdf.one_slip(booking.gathering, programme, slip, size_of(request))
    return as_pdf(written, _("My day"), booking.gathering.title, programme.version)


def _shown(gathering: Gathering) -> PaperProgramme:
    programme = shown(gathering, clock.now())
    if programme is None:
        raise Http404
    return programme
