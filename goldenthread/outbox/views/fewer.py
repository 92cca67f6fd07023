"""Refuse e-mails with one press: on our page, or on the button of a mail program (RFC 8058)."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import WELCOME


# A mail program comes without cookies and so without a token of ours. Nobody can invent the ticket in the address, and
# whoever has it may do this. Nor does it follow a redirect, so this one POST answers with a page.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def fewer(request: HttpRequest, ticket: str) -> HttpResponse:
    refusal = Refusal.of_ticket(ticket)
    if refusal is None:
        raise Http404
    if request.method == "POST" and request.POST.get("wish") == WELCOME:
        refusal.withdraw()
    elif request.method == "POST":
        refusal.declare()
    return render(request, "outbox/fewer.html", {"is_refused": refusal.already_stands})
