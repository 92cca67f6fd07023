from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.outbox.models import Letter
from goldenthread.people.http import Request

ON_A_PAGE = 50


@require_safe
def letters(request: Request) -> HttpResponse:
    mine = Paginator(Letter.objects.of(request.user).defer("text", "html", "calendar"), ON_A_PAGE)
    return render(request, "people/letters.html", {"page": mine.get_page(request.GET.get("page"))})


@require_safe
def letter(request: Request, pk: int) -> HttpResponse:
    return render(request, "people/letter.html", {"letter": get_object_or_404(Letter, to=request.user, pk=pk)})
