"""For convenors: what people can bring, and what they are asked beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.own_questions import MOST_QUESTIONS
from goldenthread.gatherings.voices.call_access import with_its_call
from goldenthread.gatherings.voices.call_in_words import why_not_now
from goldenthread.gatherings.voices.call_questions import EnoughQuestions, add_question, end_question
from goldenthread.gatherings.voices.calling import change_kinds
from goldenthread.gatherings.voices.kind_forms import KindsForm, kinds_of
from goldenthread.gatherings.voices.models import Call, CallQuestion
from goldenthread.gatherings.voices.question_forms import CallQuestionForm
from goldenthread.kit import clock
from goldenthread.people.http import Request


@with_its_call
def call_kinds(request: Request, call: Call) -> HttpResponse:
    """The kinds that there are, and one more."""
    form = KindsForm(request.POST if request.method == "POST" else None, kinds=kinds_of(call))
    if not form.is_valid():
        page = {"gathering": call.gathering, "form": form}
        return render(request, "voices/call_kinds.html", page, status=422 if form.is_bound else 200)
    change_kinds(call, form.kind_wordings(), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("voices:call_kinds", call.gathering.slug)


@with_its_call
def call_questions(request: Request, call: Call) -> HttpResponse:
    """All of them, and a form for one more."""
    now = clock.now()
    may_ask = not why_not_now(call.gathering, now)
    form = CallQuestionForm(request.POST if request.method == "POST" and may_ask else None)
    if form.is_valid():
        try:
            add_question(call, form.wording(), now=now, by=request.user)
        except EnoughQuestions:
            form.add_error(None, _("Five questions are asked already. Stop asking one of them first."))
        else:
            messages.success(request, _("Saved. Everybody who offers something from now on is asked."))
            return redirect("voices:call_questions", call.gathering.slug)
    rows = list(CallQuestion.objects.in_call(call).with_numbers().in_order())
    is_enough = sum(row.is_asked for row in rows) >= MOST_QUESTIONS
    page = {"gathering": call.gathering, "questions": rows, "form": form, "may_ask": may_ask and not is_enough}
    return render(request, "voices/call_questions.html", page, status=422 if form.is_bound else 200)


@with_its_call
@require_POST
def call_question_ending(request: Request, call: Call, pk: int) -> HttpResponse:
    """It stops being asked; what was answered stays until its day."""
    end_question(get_object_or_404(call.questions, pk=pk), now=clock.now(), by=request.user)
    messages.success(request, _("Saved. Nobody is asked this any more."))
    return redirect("voices:call_questions", call.gathering.slug)
