from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.people import allauth_internals as allauth
from goldenthread.people.allauth_adapters import NOT_RIGHT
from goldenthread.people.forms import SignInForm
from goldenthread.people.passkey_forms import PasskeyForm
from goldenthread.people.signing_in import way_back, way_on


@login_not_required
@require_POST
def sign_in_options(request: HttpRequest) -> HttpResponse:
    """The riddle that the device must solve. A POST, because the session keeps it."""
    if refusal := allauth.too_many_passkeys(request):
        return refusal
    return JsonResponse(allauth.sign_in_options())


@login_not_required
@require_POST
def sign_in_by_passkey(request: HttpRequest) -> HttpResponse:
    if refusal := allauth.too_many_passkeys(request):
        return refusal
    then = way_back(request)
    form = PasskeyForm(request.POST)
    if not form.is_valid():
        again = SignInForm(initial={"next": then})
        return render(request, "people/sign_in.html", {"form": again, "then": then, "sorry": NOT_RIGHT}, status=422)
    authenticator = form.cleaned_data["credential"]
    allauth.sign_in_by_passkey(request, authenticator)
    messages.success(request, _("Good to have you here, %(name)s.") % {"name": authenticator.user.known_as})
    return redirect(way_on(then))
