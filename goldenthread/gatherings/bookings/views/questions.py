"""Questions of one gathering's own, for its convenors: asking them, and reading what people answered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.answers import answers_to
from goldenthread.gatherings.bookings.asking_questions import (
    AnsweredAlready,
    TooManyQuestions,
    ask,
    end,
    may_be_reworded,
    reword,
)
from goldenthread.gatherings.bookings.models import BookingQuestion
from goldenthread.gatherings.bookings.question_forms import QuestionForm
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.own_questions import MOST_QUESTIONS
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.people.http import Request

WORDS_STAND = gettext_lazy(
    "Somebody has answered this question, so its words stand. You can stop asking it, and ask a new one."
)


@for_its_convenors
def questions(request: Request, gathering: Gathering) -> HttpResponse:
    """All of them, and a form for one more."""
    now = clock.now()
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if rules.is_over(gathering, now):
        form = QuestionForm()
    if form.is_valid():
        try:
            ask(gathering, form.wording(), now=now, by=request.user)
        except TooManyQuestions:
            form.add_error(None, _("Five questions are asked already. Stop asking one of them first."))
        else:
            messages.success(request, _("Saved. Everybody who books from now on is asked."))
            return redirect("bookings:questions", gathering.slug)
    rows = list(BookingQuestion.objects.of(gathering).with_numbers().in_order())
    is_enough = sum(question.is_asked for question in rows) >= MOST_QUESTIONS
    may_ask = not is_enough and not rules.is_over(gathering, now)
    page = {"gathering": gathering, "questions": rows, "form": form, "may_ask": may_ask}
    return render(request, "bookings/questions.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
@require_safe
def question(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """What everybody answered, to read and to print."""
    row = get_object_or_404(BookingQuestion.objects.of(gathering), pk=pk)
    note_reading(request.user, "read what people answered", gathering)
    answers = answers_to(row)
    page = {
        "gathering": gathering,
        "question": row,
        "until": row.until_in_words(gathering),
        "answers": answers,
        "may_reword": may_be_reworded(row),
    }
    return render(request, "bookings/question.html", page)


@for_its_convenors
def question_wording(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """While nobody has answered it."""
    row = get_object_or_404(BookingQuestion.objects.of(gathering), pk=pk)
    form = QuestionForm(request.POST if request.method == "POST" else None, instance=row)
    if not may_be_reworded(row):
        messages.info(request, WORDS_STAND)
        return redirect("bookings:questions", gathering.slug)
    if not form.is_valid():
        page = {"gathering": gathering, "form": form}
        return render(request, "bookings/question_wording.html", page, status=422 if form.is_bound else 200)
    try:
        reword(row, form.wording(), by=request.user)
    except AnsweredAlready:
        messages.info(request, WORDS_STAND)
    else:
        messages.success(request, _("Saved."))
    return redirect("bookings:questions", gathering.slug)


@for_its_convenors
@require_POST
def question_ending(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """It stops being asked; what was answered stays until its day."""
    row = get_object_or_404(BookingQuestion.objects.of(gathering), pk=pk)
    end(row, now=clock.now(), by=request.user)
    messages.success(request, _("Saved. Nobody is asked this any more."))
    return redirect("bookings:questions", gathering.slug)
