from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.desk.sample.day import live
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.kit import clock
from goldenthread.kit.house import the_house
from goldenthread.people.http import Request


@require_POST
def sample_clock(request: Request) -> HttpResponse:
    """The keeper of a sample house sets its clock. A real house has nothing here."""
    house, position = the_house(), BY_WORD.get(request.POST.get("to", ""))
    if house is None or not house.is_sample or position is None:
        raise Http404
    if not request.user.is_keeper:
        raise PermissionDenied
    with transaction.atomic():
        clock.move_to(position.moment)
        live(position.moment)
    day = date_format(position.moment, "l j F Y")
    messages.success(request, _("In this sample it is now %(day)s.") % {"day": day})
    return redirect("desk:front")
