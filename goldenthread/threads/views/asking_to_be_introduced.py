from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goldenthread.kit import clock
from goldenthread.people.audience import how_they_are_called
from goldenthread.people.closeness import closeness_of
from goldenthread.people.gentle_pace import at_a_gentle_pace
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often
from goldenthread.people.models import Person
from goldenthread.people.rules import may_see_page
from goldenthread.threads import rules
from goldenthread.threads.acquaintance import met_by
from goldenthread.threads.forms import IntroductionRequestForm
from goldenthread.threads.introducing import IntroductionRequest, ask_to_be_introduced
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Introduction, pair_of


@at_a_gentle_pace
@require_http_methods(["GET", "HEAD", "POST"])
def introduction_to(request: Request, token: str) -> HttpResponse:
    """I would like to be introduced to somebody whose page I have found."""
    me, other = request.user, get_object_or_404(Person.objects.with_what_they_tell(), portrait__token=token)
    closeness = closeness_of(me, [other.pk])[other.pk]
    if other == me or not may_see_page(me, other, closeness):
        raise Http404
    if met_by(me, [other.pk]):
        return redirect("threads:tie", key_of_tie(me.pk, other.pk))
    request_before = Introduction.objects.asked_for_by(me).of_pair(pair_of(me, other)).first()
    seen = how_they_are_called(of=other, by=me, closeness=closeness)
    form = IntroductionRequestForm(request.POST if request.method == "POST" else None, initial={"reach": me.email})
    if form.is_valid() and is_too_often(request, "introduction", me.pk):
        form.add_error(None, _("You have asked a lot today. Please ask again tomorrow."))
    if request_before or not form.is_valid():
        page = {"form": form, "seen": seen, "token": token, "asked": request_before}
        return render(request, "threads/introduction_to.html", page, status=422 if form.is_bound else 200)
    _ask(me, other, name=seen.name, form=form)
    messages.success(
        request, _("Thank you. We ask them if they’d like to be introduced, and write to you if they say yes.")
    )
    return redirect("threads:introductions")


def _ask(me: Person, other: Person, *, name: str, form: IntroductionRequestForm) -> None:
    mine = _("You asked to be introduced to %(name)s.") % {"name": name}
    words = IntroductionRequest(form.cleaned_data["why"], mine, form.cleaned_data["reach"])
    is_wanted = rules.are_free(pair_of(me, other)) and rules.likes_introductions(other)
    ask_to_be_introduced(me, other, words=words, at=clock.now(), is_wanted=is_wanted)
