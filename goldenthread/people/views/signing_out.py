from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from goldenthread.people import sessions


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    sessions.forget(request.session.session_key or "")
    auth.logout(request)
    response = redirect("desk:front")
    # On a shared machine, the way back must not show what was on the screen, nor what was kept for want of a network.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
