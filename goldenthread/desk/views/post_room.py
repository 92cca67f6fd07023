"""The e-mails of the sample house, for everybody to read: nothing is sent from there. A real house has no such room."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.kit.house import the_house
from goldenthread.outbox.models import Email, EmailQuerySet

EMAILS_ON_A_PAGE = 50


@require_safe
@login_not_required
def post_room(request: HttpRequest) -> HttpResponse:
    emails = _emails_to_read().newest_first()
    page = Paginator(emails, EMAILS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/post_room.html", {"page": page})


@require_safe
@login_not_required
def email(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "desk/post_room_email.html", {"email": get_object_or_404(_emails_to_read(), pk=pk)})


def _emails_to_read() -> EmailQuerySet:
    house = the_house()
    if not house or not house.is_sample:
        raise Http404
    return Email.objects.with_receivers()
