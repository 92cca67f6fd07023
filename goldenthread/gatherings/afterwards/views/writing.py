"""Letters to those who came, and to those who were missed."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.afterwards.forms import AfterwordForm
from goldenthread.gatherings.afterwards.models import Afterword
from goldenthread.gatherings.afterwards.writing import begin_afterword, receivers, suggested
from goldenthread.gatherings.plan.finding import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models.circular import AlreadySent, NobodyToWriteTo, NotPreviewed, NotSent
from goldenthread.outbox.models.circular_facts import MUCH_SENT, MuchSent
from goldenthread.outbox.previewing import preview_to, samples
from goldenthread.people.http import Request
from goldenthread.people.models import Person

Act = Callable[[Afterword, Person], object]

ACTS: dict[str, Act] = {
    "preview": lambda afterword, person: preview_to(afterword.circular, person),
    "send": lambda afterword, person: afterword.circular.send(receivers(afterword), by=person),
    "stop": lambda afterword, person: afterword.circular.stop(by=person),
    "go-on": lambda afterword, _person: afterword.circular.go_on(),
    "send-held-again": lambda afterword, _person: afterword.circular.send_held_again(),
    "let-held-be": lambda afterword, _person: afterword.circular.let_held_be(),
}


@for_its_convenors
def afterwords(request: Request, gathering: Gathering) -> HttpResponse:
    """A new one, with words to begin with."""
    whom = request.GET.get("whom", "")
    whom = whom if whom in Afterword.Whom.values else Afterword.Whom.CAME
    subject, words = suggested(whom, gathering)
    initial = {"whom": whom, "subject": subject, "words": words}
    form = AfterwordForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        afterword = begin_afterword(gathering, by=request.user, **form.cleaned_data)
        return redirect("gatherings:afterword", gathering.slug, afterword.pk)
    page = {"gathering": gathering, "form": form}
    return render(request, "gatherings/afterwords.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
def afterword(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """One of them: to oneself first, then to all. To change its words, one writes another."""
    found = get_object_or_404(gathering.afterwords.newest_first(), pk=pk)
    if request.method == "POST":
        _do(request, found, request.POST.get("act", ""))
        return redirect("gatherings:afterword", gathering.slug, pk)
    written, meant = found.circular, receivers(found)
    page: dict[str, object] = {
        "gathering": gathering,
        "afterword": found,
        "meant": len(meant),
        "samples": samples(written, meant),
        "is_previewed": written.is_previewed,
        "unanswered": found.unanswered(),
    }
    if written.is_sent:
        page |= {"progress": written.progress(), "is_stopped": written.is_stopped}
    return render(request, "gatherings/afterword.html", page)


def _do(request: Request, afterword: Afterword, act: str) -> None:
    try:
        ACTS.get(act, _nothing)(afterword, request.user)
    except NobodyToWriteTo:
        messages.error(request, _("None of them has an address at the moment."))
    except MuchSent:
        messages.error(request, MUCH_SENT)
    except NotPreviewed:
        messages.error(request, _("Send it to yourself first, as it is now."))
    except (AlreadySent, NotSent):
        messages.info(request, _("That was done before. Nothing more is needed."))
    else:
        messages.success(request, _("Done."))


def _nothing(_afterword: Afterword, _person: Person) -> None:
    """No such act: nothing is done, and nothing is broken."""
