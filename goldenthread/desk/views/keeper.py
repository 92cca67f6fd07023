"""The page of whoever runs this site."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.desk.for_keepers import for_keepers
from goldenthread.people.http import Request


@require_safe
def keeper(request: Request) -> HttpResponse:
    """What this site says of itself, whether its e-mails go, when it was last backed up, and what waits for a keeper's word."""
    if not request.user.is_keeper:
        raise PermissionDenied
    return render(request, "desk/keeper.html", for_keepers())
