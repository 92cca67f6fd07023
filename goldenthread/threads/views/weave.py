from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.kit.page_cache import for_strangers
from goldenthread.threads.models import Weave
from goldenthread.threads.weave_page import WeavePage


@login_not_required
@for_strangers
@require_safe
@for_strangers
def weave(request: HttpRequest) -> HttpResponse:
    """How sectors and regions are meeting: open to everybody, because it tells of nobody."""
    counted = Weave.objects.first()
    return render(request, "threads/weave.html", {"woven": WeavePage(counted) if counted else None})
