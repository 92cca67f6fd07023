from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.kit.page_cache import for_strangers


@login_not_required
@for_strangers
@require_safe
def join_easy_read(request: HttpRequest) -> HttpResponse:
    """How to join, in short sentences."""
    return render(request, "people/join_easy_read.html")
