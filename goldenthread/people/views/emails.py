from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.outbox.models import Email
from goldenthread.people.http import Request

ON_A_PAGE = 50


@require_safe
def emails(request: Request) -> HttpResponse:
    mine = Paginator(Email.objects.of(request.user).defer("text", "html", "calendar"), ON_A_PAGE)
    return render(request, "people/emails.html", {"page": mine.get_page(request.GET.get("page"))})


@require_safe
def email(request: Request, pk: int) -> HttpResponse:
    return render(request, "people/email.html", {"email": get_object_or_404(Email, to=request.user, pk=pk)})
