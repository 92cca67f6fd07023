from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.kit import clock
from goldenthread.kit.name_order import by_first_name
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often
from goldenthread.people.models import Introductions, Portrait
from goldenthread.threads import introducing, rules
from goldenthread.threads.forms import AnswerForm, IntroducingForm
from goldenthread.threads.mine import key_of_tie, ties_of
from goldenthread.threads.models import Asking, Introduction, pair_of
from goldenthread.threads.what_i_see import seen_by

SAID = {
    Asking.Answer.YES: gettext_lazy("Thank you. If you both say yes, we’ll e-mail you."),
    Asking.Answer.NOT_NOW: gettext_lazy("All right. Nobody else knows, and you can still say yes later."),
    Asking.Answer.NO: gettext_lazy("All right. Nobody else knows."),
}


@require_safe
def introductions(request: Request) -> HttpResponse:
    person = request.user
    portrait = Portrait.objects.of(person).first()
    return render(
        request,
        "threads/introductions.html",
        {
            "open": Asking.objects.open_to(person, clock.now()).with_introduction().order_by("-pk"),
            "wondered_about": Asking.objects.wondered_about(person).with_introduction().order_by("-pk"),
            "made": Introduction.objects.made_by(person).with_what_was_asked().order_by("-pk")[:20],
            "likes_them": bool(portrait and portrait.introductions == Introductions.YES),
            "has_two": sum(tie.is_live for tie in ties_of(person)) > 1,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_introduction(request: Request) -> HttpResponse:
    """Introduce two people whom I have met."""
    others = {tie.key: tie.other for tie in ties_of(request.user) if tie.is_live}
    seen = seen_by(request.user, others.values())
    people = sorted(
        ((key, seen[other].name) for key, other in others.items()), key=lambda entry: by_first_name(entry[1])
    )
    sent = request.POST if request.method == "POST" else None
    form = IntroducingForm(sent, people=people, initial={"one": request.GET.get("one", "")})
    if form.is_valid() and is_too_often(request, "introduction", request.user.pk):
        form.add_error(
            None, _("You have introduced many people today, thank you. Please make the next introduction tomorrow.")
        )
    if not form.is_valid():
        return render(
            request,
            "threads/new_introduction.html",
            {"form": form, "has_two": len(people) > 1},
            status=422 if form.is_bound else 200,
        )
    _introduce(request, others[form.cleaned_data["one"]], others[form.cleaned_data["other"]], form.cleaned_data["why"])
    messages.success(request, _("Thank you. We are asking them both, each on their own."))
    return redirect("threads:introductions")


@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: Request, key: str) -> HttpResponse:
    """Would you like to be introduced? Until both say yes, it says why, and not to whom."""
    question = get_object_or_404(Asking.objects.known_to(request.user).with_introduction(), key=key)
    if question.introduction.agreed_at and request.method != "POST" and not (question.wondered_at and not question.met):
        return redirect("threads:tie", key_of_tie(request.user.pk, question.other))
    may_answer = rules.may_answer(question, clock.now())
    if request.method != "POST":
        form = AnswerForm(initial={"reach": question.reach or request.user.email})
        return render(request, "threads/asking.html", {"asking": question, "form": form, "may_answer": may_answer})
    if not may_answer:
        raise PermissionDenied
    form, chosen = AnswerForm(request.POST), request.POST.get("answer", "")
    if not form.is_valid() or chosen not in Asking.Answer.values:
        return render(
            request, "threads/asking.html", {"asking": question, "form": form, "may_answer": True}, status=422
        )
    return _answered(request, question, chosen, form.cleaned_data["reach"])


@require_POST
def meeting(request: Request, key: str) -> HttpResponse:
    """Did you meet?"""
    question = get_object_or_404(Asking.objects.wondered_about(request.user).with_introduction(), key=key)
    met = Asking.Met.YES if request.POST.get("met") == Asking.Met.YES else Asking.Met.NO
    introducing.tell_whether_they_met(question, met, at=clock.now())
    messages.success(request, _("Thank you."))
    return redirect("threads:tie", key_of_tie(request.user.pk, question.other))


@require_POST
def pause(request: Request) -> HttpResponse:
    introducing.pause(request.user)
    messages.success(request, _("You won’t get any more suggestions for now. You can ask for them again on your page."))
    return redirect("threads:introductions")


def _introduce(request: Request, one: int, other: int, why: str) -> None:
    if not rules.may_introduce(request.user, one, other):
        raise PermissionDenied
    pair = pair_of(one, other)
    is_wanted = rules.are_free(pair) and rules.would_be_asked(pair)
    introducing.introduce(one, other, by=request.user, why=why, at=clock.now(), is_wanted=is_wanted)


def _answered(request: Request, question: Asking, chosen: str, reach: str) -> HttpResponse:
    is_free = rules.are_free(question.introduction.pair)
    try:
        both = introducing.answer(question, chosen, reach=reach, at=clock.now(), is_free=is_free)
    except introducing.TooLate as late:
        raise PermissionDenied from late
    if both:
        messages.success(request, _("You both said yes, so now you share a thread."))
        return redirect("threads:tie", key_of_tie(request.user.pk, question.other))
    messages.success(request, SAID[Asking.Answer(chosen)])
    return redirect("threads:introductions")
