from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.day.forms import DaySheetForm
from goldenthread.gatherings.day.models import DaySheet
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def day_sheet(request: Request, gathering: Gathering) -> HttpResponse:
    """What people are told on the day: one small form."""
    sheet = DaySheet.objects.of(gathering).first() or DaySheet(gathering=gathering, safeguarding=gathering.safeguarding)
    form = DaySheetForm(request.POST if request.method == "POST" else None, instance=sheet)
    if form.is_valid():
        values = form.cleaned_data | {"by": request.user, "at": clock.now()}
        # Two hosts may write the first one at the same moment.
        DaySheet.objects.update_or_create(gathering=gathering, defaults=values)
        messages.success(request, _("Saved. Everybody sees it on their page of the day."))
        return redirect("day:day", gathering.slug)
    page = {"gathering": gathering, "form": form}
    return render(request, "day/day_sheet.html", page, status=422 if form.is_bound else 200)
