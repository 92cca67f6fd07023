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
from goldenthread.gatherings.voices.telling_decisions import previews_for, shown_to, stamp_of
from goldenthread.kit.ids import ids
from goldenthread.outbox.delivery import emailed
from goldenthread.people.http import Request


@for_those_who_decide
def telling(request: Request, gathering: Gathering) -> HttpResponse:
    """Nothing goes by looking."""
    if request.method == "POST":
        return _tell(request, gathering)
    shown = shown_to(request.user, previews_for(gathering, by=request.user), gathering)
    own = bring(request.user, gathering)
    decisions = Decision.objects.of(gathering).to_tell().without(own)
    page = {
        "gathering": gathering,
        "previews": shown,
        # Whether anything is decided about what they bring themselves, and what, cannot be told by this page.
        "has_own": bool(own),
        "seen": stamp_of(shown),
        "undecided": Contribution.objects.of(gathering).undecided().without(own),
        "incomplete": [row for row in decisions if not row.is_complete],
        "is_read_still": still_reading(gathering),
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
