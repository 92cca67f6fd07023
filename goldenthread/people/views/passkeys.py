from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.people import emails, sessions
from goldenthread.people.allauth_adapters import NOT_RIGHT
from goldenthread.people.allauth_internals import add_passkey, new_passkey_options, remove_passkey
from goldenthread.people.http import Request
from goldenthread.people.passkey_forms import NewPasskeyForm
from goldenthread.people.signing_in import is_fresh

LONGEST_NAME = 80


@require_http_methods(["GET", "HEAD", "POST"])
def passkeys(request: Request) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    _insist_on_fresh(request)
    form = NewPasskeyForm(request.POST, user=request.user)
    if not form.is_valid():
        return _page(request, sorry=NOT_RIGHT)
    with transaction.atomic():
        named = form.cleaned_data["name"][:LONGEST_NAME]
        add_passkey(request, name=named, credential=form.cleaned_data["credential"])
        emails.passkey_added(request.user)
    messages.success(request, _("Your passkey is saved. Next time, one touch is enough."))
    return redirect("people:passkeys")


@require_POST
def passkey_options(request: Request) -> HttpResponse:
    _insist_on_fresh(request)
    return JsonResponse(new_passkey_options(request.user))


@require_POST
@transaction.atomic
def passkey_removal(request: Request, pk: int) -> HttpResponse:
    passkey = get_object_or_404(sessions.passkeys_of(request.user), pk=pk)
    _insist_on_fresh(request)
    remove_passkey(request, passkey)
    emails.passkey_removed(request.user)
    messages.success(request, _("Removed. You can’t sign in with that passkey any more."))
    return redirect("people:passkeys")


def _page(request: Request, sorry: object = "") -> HttpResponse:
    kept = sessions.passkeys_of(request.user)
    known = {"passkeys": kept, "is_fresh": is_fresh(request), "sorry": sorry}
    return render(request, "people/passkeys.html", known, status=422 if sorry else 200)


def _insist_on_fresh(request: Request) -> None:
    if not is_fresh(request):
        raise PermissionDenied
