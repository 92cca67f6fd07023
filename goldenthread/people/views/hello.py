from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goldenthread.kit import clock
from goldenthread.people import emails, limits, rules
from goldenthread.people.audience import how_they_are_called
from goldenthread.people.closeness import closeness_of
from goldenthread.people.forms import HelloForm
from goldenthread.people.gentle_pace import at_a_gentle_pace
from goldenthread.people.http import Request
from goldenthread.people.models import Hello, Person
from goldenthread.people.saying_hello import TheirTurn, hello_to_answer, is_passed_on, say_hello, words_in


@at_a_gentle_pace
@require_http_methods(["GET", "HEAD", "POST"])
def hello(request: Request, token: str) -> HttpResponse:
    """A few lines to somebody. Whoever had a hello from them gets here too, to answer."""
    to = get_object_or_404(Person.objects.with_what_they_tell(), portrait__token=token)
    me, now, closeness = request.user, clock.now(), closeness_of(request.user, [to.pk])[to.pk]
    may_see, may_say = rules.may_see_page(me, to, closeness), rules.may_say_hello(me, to, closeness, now)
    if not (may_see or may_say):
        raise Http404
    if not may_say:
        raise PermissionDenied
    form = HelloForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (answer := _said(request, to, form)):
        return answer
    to_answer = hello_to_answer(me, to, now)
    page = {
        "form": form,
        "answers": {"words": words_in(to_answer), "at": to_answer.written_at} if to_answer else None,
        "seen": how_they_are_called(of=to, by=me, closeness=closeness),
        "said": Hello.objects.unanswered(me, to, now),
        "page": to.portrait.token if may_see else "",
    }
    return render(request, "people/hello.html", page, status=422 if form.is_bound else 200)


def _said(request: Request, to: Person, form: HelloForm) -> HttpResponse | None:
    """None where enough have gone today. What is not sent counts for nothing, or two could use up somebody's day."""
    me = request.user
    is_answer = hello_to_answer(me, to, clock.now()) is not None
    try:
        with transaction.atomic():
            say_hello(me, to)
            limits.count(request, "hello", key=me.pk, to=to.pk)
            emails.hello(me, to, is_answer=is_answer, is_passed_on=is_passed_on(me, to), **form.cleaned_data)
    except TheirTurn:
        return redirect("people:hello", to.portrait.token)
    except limits.TooOften:
        form.add_error(None, _("Enough hellos have gone for one day. Please send this one tomorrow."))
        return None
    messages.success(request, _("Thank you. We send your words on, unless they have asked us not to."))
    return redirect("people:hello", to.portrait.token)
