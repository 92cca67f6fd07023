from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.kit.sqlite.emptying import empty_the_log
from goldenthread.people import rules
from goldenthread.people.http import Request, to_goodbye
from goldenthread.people.leaving import leave
from goldenthread.people.leaving_in_words import parting_of
from goldenthread.people.models import Person


@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: Request) -> HttpResponse:
    may_leave = rules.may_leave(request.user)
    if request.method != "POST":
        return render(request, "people/leaving.html", {"parting": parting_of(request.user) if may_leave else None})
    if not may_leave:
        raise PermissionDenied
    person = Person.objects.get(pk=request.user.pk)
    auth.logout(request)
    leave(person)
    empty_the_log()
    return to_goodbye()


@login_not_required
@require_safe
def goodbye(request: HttpRequest) -> HttpResponse:
    return render(request, "people/goodbye.html")
