"""Changes of a plan that wait to be e-mailed: look at the e-mail, say why, send it now, or not at all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.pending_changes import AlreadyGone, NoSlip, drop, reason, say_why, send_now
from goldenthread.gatherings.plan.turn_forms import WaitingForm
from goldenthread.gatherings.plan.waiting_changes import WaitingChanges, waiting_changes
from goldenthread.outbox.delivery import emailed
from goldenthread.people.http import Request

NO_SLIP = gettext_lazy(
    "Another day, other hours or another place are no small mistake, and people who read of them have to hear how it is now."
)
GONE = gettext_lazy("No e-mail waits any more: it went, or nobody needs it.")


@for_its_convenors
def pending_changes(request: Request, gathering: Gathering) -> HttpResponse:
    """They go by themselves: nobody has to look."""
    waiting = waiting_changes(gathering)
    if waiting is None and request.method == "POST":
        messages.info(request, GONE)
        return redirect("plan:pending_changes", gathering.slug)
    form = WaitingForm(request.POST or None, initial={"because": reason(waiting.pending) if waiting else ""})
    if waiting is None or not form.is_valid():
        page = {"gathering": gathering, "waiting": waiting, "form": form}
        return render(request, "plan/pending_changes.html", page, status=422 if form.errors else 200)
    return _answer(request, gathering, waiting, form.cleaned_data["because"])


def _answer(request: Request, gathering: Gathering, waiting: WaitingChanges, because: str) -> HttpResponse:
    if "press" in request.POST and request.POST.get("seen") != waiting.pending.stamp:
        messages.info(request, _("The plan changed once more. Please look at the e-mail again."))
        return redirect("plan:pending_changes", gathering.slug)
    try:
        return _press(request, gathering, waiting, because)
    except AlreadyGone:
        messages.info(request, GONE)
    except NoSlip:
        messages.info(request, NO_SLIP)
    return redirect("plan:pending_changes", gathering.slug)


def _press(request: Request, gathering: Gathering, waiting: WaitingChanges, because: str) -> HttpResponse:
    pressed = request.POST.get("press")
    if pressed == "drop":
        drop(waiting.pending, by=request.user)
        messages.success(request, _("Saved as a small mistake. Nobody gets an e-mail about it."))
    elif pressed == "send":
        send_now(waiting.pending)
        messages.success(request, emailed(_("The e-mail goes now.")))
    else:
        say_why(waiting.pending, " ".join(because.split()))
        messages.success(request, _("Saved."))
        return redirect("plan:pending_changes", gathering.slug)
    return redirect("pages:convening", gathering.slug)
