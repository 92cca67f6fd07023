"""The press that tells all of them, and every e-mail before it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.gatherings.voices.asking_readers import still_reading
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.models import Contribution, Decision
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of
from goldenthread.kit.ids import ids
from goldenthread.outbox.delivery import emailed
from goldenthread.people.http import Request


@for_those_who_decide
def telling(request: Request, gathering: Gathering) -> HttpResponse:
    """Nothing goes by looking."""
    if request.method == "POST":
        return _tell(request, gathering)
    previews = previews_for(gathering, by=request.user)
    own = bring(request.user, gathering)
    shown = [preview for preview in previews if preview.decision.contribution_id not in own]
    page = {
        "gathering": gathering,
        "previews": shown,
        # About what they bring themselves they read nothing before the others do.
        "own": len(previews) - len(shown),
        "seen": stamp_of(previews),
        "is_read_still": still_reading(gathering),
        "undecided": Contribution.objects.of(gathering).undecided(),
        "incomplete": [row for row in Decision.objects.of(gathering).to_tell() if not row.is_complete],
    }
    return render(request, "voices/telling.html", page)


def _tell(request: Request, gathering: Gathering) -> HttpResponse:
    not_yet = ids(request.POST.getlist("not_yet"))
    try:
        telling_decisions.tell(gathering, seen=request.POST.get("seen", ""), not_yet=not_yet, by=request.user)
    except telling_decisions.ChangedSinceSeen:
        messages.error(
            request, _("Something has changed since you looked. Please read them once more: nothing has gone yet.")
        )
    except telling_decisions.NothingToTell:
        messages.error(request, _("There’s nothing to tell. Nothing has gone."))
    else:
        messages.success(request, emailed(_("All of them get their e-mail now, within the same minute.")))
        return redirect("voices:decisions", gathering.slug)
    return redirect("voices:telling", gathering.slug)
