"""E-mails that wait for a keeper's word: nobody knows whether they went, or nobody took them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.journal.note import note
from goldenthread.kit.house import the_house
from goldenthread.kit.ids import ids
from goldenthread.outbox.delivery import emailed
from goldenthread.outbox.models import Email
from goldenthread.people.http import Request

EMAILS_ON_A_PAGE = 100


def held_emails(request: Request) -> HttpResponse:
    """What each is about and where it was going, not what it says: that is between us and its receiver."""
    if not request.user.is_keeper:
        raise PermissionDenied
    held = Email.objects.held().newest_first()
    if request.method != "POST":
        shown = held.only("address", "subject", "written_at", "held_because")[:EMAILS_ON_A_PAGE]
        return render(request, "desk/held_emails.html", {"emails": shown, "number": held.count()})
    _decide(request, held.filter(pk__in=ids(request.POST.getlist("letter"))))
    return redirect("desk:held_emails")


@transaction.atomic
def _decide(request: Request, chosen: Any) -> None:
    """Only about those that the keeper saw: others may have been held since."""
    go = request.POST.get("act") == "send-again"
    number = chosen.send_again(timezone.now()) if go else chosen.let_be()
    house = the_house()
    if number and house:
        note(request.user, "sent held letters again" if go else "let held letters be", house)
        messages.success(request, emailed(_("We’re sending them again.")) if go else _("They won’t be sent."))
