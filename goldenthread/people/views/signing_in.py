from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.outbox.delivery import delivery
from goldenthread.people import emails, limits, signing_in
from goldenthread.people.forms import CodeForm, SignInForm
from goldenthread.people.models import MayNotSignIn, NoLongerOpen, SignInLink
from goldenthread.people.signing_in import remember, remembered, way_back, way_on


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    then = way_back(request)
    # Somebody who is signed in may prove it anew by asking for an e-mail (passkeys want that); otherwise they are there.
    if request.user.is_authenticated and request.method != "POST":
        return redirect(way_on(then))
    form = SignInForm(request.POST if request.method == "POST" else None, initial={"next": then})
    if not form.is_valid():
        return render(
            request, "people/sign_in.html", {"form": form, "then": then}, status=422 if form.is_bound else 200
        )
    address = form.cleaned_data["email"]
    if refusal := limits.too_many_emails(request, address):
        return refusal
    remember(request, emails.sign_in(address, then=then))
    return redirect("people:code")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    link = remembered(request)
    if link is None:
        return redirect("people:sign_in")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if refusal := limits.too_many_tries(request):
            return refusal
        if answer := _come_in_by_code(request, link, form):
            return answer
    return render(request, "people/code.html", {"form": form, "link": link}, status=422 if form.is_bound else 200)


@login_not_required
@require_POST
def another_email(request: HttpRequest) -> HttpResponse:
    """The e-mail before keeps its own ten minutes: people open whichever comes first."""
    link = remembered(request)
    if link is None:
        return redirect("people:sign_in")
    if refusal := limits.too_many_emails(request, link.address):
        return refusal
    remember(request, emails.sign_in(link.address, name=link.name, then=link.then))
    if delivery().goes:  # Otherwise the page says so.
        messages.success(request, _("Another e-mail is on its way."))
    return redirect("people:code")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def email_link(request: HttpRequest, token: str) -> HttpResponse:
    """Mail scanners open links, so opening one only shows a button."""
    link = SignInLink.objects.still_open().with_token(token).select_related("person").first()
    if link is None or not link.leads_in:
        return render(request, "people/email_link_spent.html", status=410)
    if request.method != "POST":
        return render(request, "people/email_link.html", {"link": link})
    try:
        return _come_in(request, link)
    except (NoLongerOpen, MayNotSignIn):
        return render(request, "people/email_link_spent.html", status=410)


def _come_in_by_code(request: HttpRequest, link: SignInLink, form: CodeForm) -> HttpResponse | None:
    try:
        if link.is_opened_by(form.cleaned_data["code"]):
            return _come_in(request, link)
        form.add_error("code", _("That isn’t the code in our e-mail. Please check it and try again."))
    except (NoLongerOpen, MayNotSignIn):
        form.add_error(
            "code",
            _(
                "This code has been used, tried three times, or is more than ten minutes old. Ask for another one below."
            ),
        )
    return None


def _come_in(request: HttpRequest, link: SignInLink) -> HttpResponse:
    joins = link.joins
    person = link.use()
    signing_in.sign_in(request, person)
    messages.success(request, _("Good to have you here, %(name)s.") % {"name": person.known_as})
    return redirect("people:welcome" if joins and not link.then else way_on(link.then))
