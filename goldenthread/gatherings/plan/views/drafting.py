"""Begin a draft and go on with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.copying import copy_plan
from goldenthread.gatherings.plan.edit_conflict import merged
from goldenthread.gatherings.plan.forms import PlanForm, TitleForm
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import PlanChangedMeanwhile
from goldenthread.gatherings.plan.models.same import is_as
from goldenthread.gatherings.plan.previewing import preview_of
from goldenthread.gatherings.plan.waiting_changes import waiting_changes, who_hears
from goldenthread.kit.registry import rooms
from goldenthread.people.http import Request

NOT_CHECKED_THERE = gettext_lazy("The page says “access not checked yet” until you’ve looked at the new place.")


def beginning(request: Request) -> HttpResponse:
    """Any member may convene; a first draft needs a name only."""
    form = TitleForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "plan/beginning.html", {"form": form})
    if not form.is_valid():
        return render(request, "plan/beginning.html", {"form": form}, status=422)
    gathering = Gathering.begin(form.cleaned_data["title"], by=request.user)
    messages.success(request, _("Your draft is saved. Only people you give its address to can see it."))
    return redirect(gathering)


@for_its_convenors
def copy(request: Request, gathering: Gathering) -> HttpResponse:
    """Plan another one like it: a name is enough, and the day is a new one."""
    form = TitleForm(request.POST if request.method == "POST" else None, initial={"title": gathering.title})
    if form.is_valid():
        copied = copy_plan(gathering, form.cleaned_data["title"], by=request.user)
        messages.success(request, _("Your draft is saved. Only people you give its address to can see it."))
        return redirect("pages:convening", copied.slug)
    page = {"gathering": gathering, "form": form}
    return render(request, "plan/copy.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
def plan(request: Request, gathering: Gathering) -> HttpResponse:
    """Edit the plan. Two may write at once: the second sees what the first changed, and keeps their own words."""
    page: dict[str, object] = {"gathering": gathering, "waiting": waiting_changes(gathering)}
    if request.method != "POST":
        return render(request, "plan/plan_form.html", page | {"form": PlanForm(instance=gathering)})
    form = PlanForm(request.POST, instance=Gathering.objects.get(pk=gathering.pk))
    if not form.is_valid():
        return render(request, "plan/plan_form.html", page | {"form": form}, status=422)
    if is_as(Gathering.objects.get(pk=gathering.pk), form.plan):
        messages.info(request, _("Nothing in the plan changed, so nothing was saved and nobody gets an e-mail."))
        return redirect(gathering)
    return _save(request, gathering, form, page)


def _save(request: Request, gathering: Gathering, form: PlanForm, page: dict[str, object]) -> HttpResponse:
    """Where people are written to, their e-mail is looked at first."""
    since, checked = form.cleaned_data["since"], in_words.access(gathering)

    def act(on: Gathering) -> None:
        how = {name: form.cleaned_data[name] for name in ("is_small", "because")}
        on.replan(form.plan, since=since, by=request.user, **how)

    try:
        preview = preview_of(gathering, act)
        if preview.is_unseen(request.POST.get("seen")):
            return render(request, "plan/plan_form.html", page | {"form": form, "preview": preview})
        act(gathering)
    except PlanChangedMeanwhile:
        meeting = merged(form, Gathering.objects.get(pk=gathering.pk), since)
        theirs = page | {"form": meeting.form, "theirs": meeting.theirs}
        return render(request, "plan/plan_form.html", theirs, status=409)
    _say_saved(request, gathering, form, who_hears(gathering, preview), was_checked=bool(checked))
    return redirect(gathering)


def _say_saved(request: Request, gathering: Gathering, form: PlanForm, words: str, *, was_checked: bool) -> None:
    messages.success(request, words)
    if was_checked and not in_words.access(gathering):
        messages.info(request, NOT_CHECKED_THERE)
    if {"day", "from_time", "time_zone"}.intersection(form.changed_data):
        for words in filter(None, (wing.after_a_new_time(gathering) for wing in rooms(RoomAbovePlan))):
            messages.info(request, words)
