"""Write to those who come, wait, or told us what they need."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.bookings.models.addressing import words_for
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.mailing_pages import MailingPages
from goldenthread.people.http import Request


@for_its_convenors
def circulars(request: Request, gathering: Gathering) -> HttpResponse:
    """Those that were written, and a new one."""
    page = {"gathering": gathering, "written": gathering.addressings.newest_first()}
    begin = partial(begin_writing, gathering)
    return MailingPages(words_for(gathering)).write(
        request, begin, "bookings/circulars.html", page, whom=request.GET.get("whom")
    )


@for_its_convenors
def circular(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """One of them."""
    addressing = get_object_or_404(gathering.addressings.newest_first(), pk=pk)
    return MailingPages(words_for(gathering)).show(
        request, addressing, "bookings/circular.html", {"gathering": gathering}
    )
