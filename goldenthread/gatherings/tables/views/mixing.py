"""Versions: asked for, looked at while they are mixed, stopped, announced."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import NotMixedYet, told_to
from goldenthread.gatherings.tables.announcing_anew import announce_and_tell, preview_of_announcing
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.emphasis_form import EmphasisForm, last_emphasis
from goldenthread.gatherings.tables.mix_by_round import changed_by, rounds_of
from goldenthread.gatherings.tables.mix_in_words import mix_in_words
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.gatherings.tables.needs_in_words import needs_in_words
from goldenthread.gatherings.tables.rules import may_make_tables
from goldenthread.gatherings.tables.runs import AlreadyMixing, MixRequest, ask_for, stop
from goldenthread.gatherings.tables.views.access import while_tables_are_made, with_its_version
from goldenthread.kit import clock
from goldenthread.people.http import Request

# Seconds until a page that shows progress asks again by itself.
LOOK_AGAIN = 2


@while_tables_are_made
@require_POST
def mixes(request: Request, gathering: Gathering) -> HttpResponse:
    """Another version: with seats that were locked in the one before; the first time, on tables laid out as suits."""
    form = EmphasisForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what matters most."))
        return redirect("tables:tables", gathering.slug)
    existing = Arrangement.objects.of(gathering).first()
    arrangement = existing or arrange(gathering, outline_for(gathering), by=request.user)
    base = Mix.objects.of(arrangement).mixed().order_by("-number").first()
    emphasis = form.cleaned_data["emphasis"] or last_emphasis(arrangement)
    mix_request = MixRequest(base=base, seconds=arrangement.seconds, emphasis=emphasis)
    try:
        version = ask_for(arrangement, mix_request, by=request.user)
    except AlreadyMixing as already:
        version = already.running
    return redirect("tables:mix", gathering.slug, version.number)


@with_its_version
@require_safe
def mix(request: Request, mix: Mix) -> HttpResponse:
    """One version. While it is mixed, the page looks again by itself: a header, which needs no script."""
    announced = told_to(mix.arrangement.gathering)
    page = {"gathering": mix.arrangement.gathering, "mix": mix, "said": mix_in_words(mix)}
    page["may_make"] = may_make_tables(mix.arrangement.gathering, clock.now())
    if mix.is_done:
        page |= {"rounds": rounds_of(mix), "changed": changed_by(mix), "holds": announced == mix}
        page |= {"mixed_at": mix.mixed_at(), "needs": needs_in_words(mix)}
    answer = render(request, "tables/mix.html", page)
    if not mix.is_done and not mix.has_failed:
        answer["Refresh"] = str(LOOK_AGAIN)
    return answer


@with_its_version
@require_POST
def mix_ending(request: Request, mix: Mix) -> HttpResponse:
    """The best so far is good enough."""
    stop(mix, by=request.user)
    return redirect(mix)


@with_its_version
@require_POST
def mix_announcement(request: Request, mix: Mix) -> HttpResponse:
    """Everybody sees their own table now. Where people are written to, their e-mail is looked at first."""
    now = clock.now()
    try:
        preview = preview_of_announcing(mix, by=request.user, now=now)
        if preview.is_unseen(request.POST.get("seen")):
            page = {"gathering": mix.arrangement.gathering, "mix": mix, "preview": preview}
            return render(request, "tables/announcing.html", page)
        announce_and_tell(mix, by=request.user, now=now)
    except NotMixedYet:
        messages.error(request, _("This version isn’t finished yet, so it can’t be announced."))
    else:
        announced = _("Announced. Everybody with a place can see where they sit.")
        messages.success(request, f"{announced} {preview.in_words}".strip())
    return redirect(mix)
