"""What somebody answers once they know: by the link of their own page, signed in or not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import answering_decisions
from goldenthread.gatherings.voices.answering_decisions import ACCEPT, STEP_BACK, answer_of
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit import clock
from goldenthread.kit.replying import ReplyForm

REPLIES = {ACCEPT: gettext_lazy("Yes, I’ll bring it"), STEP_BACK: gettext_lazy("I step back")}
THANKS = {
    ACCEPT: gettext_lazy("Thank you. You’ll bring it."),
    STEP_BACK: gettext_lazy("You’ve stepped back. Thank you for letting us know."),
}


@login_not_required
@at_its_address
def decision_answer(request: HttpRequest, gathering: Gathering, key: str) -> HttpResponse:
    """Before they are told there is nothing here: nobody can tell a held yes from a held no, or from none."""
    # Whoever was only asked by another voice is not in it, and knows nothing.
    voice = get_object_or_404(Voice.objects.that_stay().named().in_order(), key=key, contribution__gathering=gathering)
    voice.contribution.gathering = gathering
    # Whatever is decided: at an address that a convenor typed in, it is asked first whether it is theirs.
    if voice.is_unanswered:
        return redirect(voice)
    known = answer_of(voice, clock.now())
    if known is None:
        raise Http404
    form = ReplyForm(request.POST if request.method == "POST" else None, replies=REPLIES, given=known.given)
    if not form.is_valid():
        page = {"gathering": gathering, "voice": voice, "known": known, "form": form}
        return render(request, "voices/decision_answer.html", page, status=form.status)
    try:
        answering_decisions.answer(voice, form.cleaned_data["reply"], by=None)
    except answering_decisions.AnsweredTooLate:
        messages.error(request, _("Nothing can be answered here any more."))
    else:
        messages.success(request, str(THANKS[form.cleaned_data["reply"]]))
    return redirect("voices:decision_answer", gathering.slug, voice.key)
