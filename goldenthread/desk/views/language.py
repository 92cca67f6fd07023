"""English or Welsh, for everybody: a button on every page, and a page for those who came by a page without one."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.kit.pressing import is_stranger, strangers_need_no_token
from goldenthread.people.models import Person
from goldenthread.people.signing_in import way_back, way_on

A_YEAR = 60 * 60 * 24 * 365


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@strangers_need_no_token
def language(request: HttpRequest, *, ask_again: bool) -> HttpResponse:
    """Members keep their choice with their page; a stranger's browser remembers it, and nothing else."""
    then, chosen = way_back(request), request.POST.get("language")
    if request.method != "POST" or ask_again or chosen not in dict(settings.LANGUAGES):
        page = {"then": then, "needs_token": not is_stranger(request)}
        return render(request, "desk/language.html", page, status=422 if request.method == "POST" else 200)
    if isinstance(request.user, Person):
        request.user.read_in(chosen)
    answer = redirect(way_on(then))
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
