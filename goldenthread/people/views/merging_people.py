"""Two ways to bring a second page of mine home: a code sent to its address, or a code on paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from goldenthread.kit.address import absolute
from goldenthread.people import emails, limits, rules
from goldenthread.people.closeness import closeness_of
from goldenthread.people.forms import CodeForm, OtherAddressForm, PaperCodeForm
from goldenthread.people.http import Request
from goldenthread.people.merging_people import SamePage, merge_people
from goldenthread.people.models import NoLongerOpen, PaperCode, Person, SignInLink

# Beside the one that signs in, so that proving another address never signs anybody in or out.
PROVING = "people.proving"
NOT_THAT = gettext_lazy("That isn’t the code, or it’s too old. Please check it and try again.")


@require_http_methods(["GET", "HEAD", "POST"])
def other_page(request: Request) -> HttpResponse:
    form = OtherAddressForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "people/other_page.html", {"form": form}, status=422 if form.is_bound else 200)
    address = form.cleaned_data["email"]
    if refusal := limits.too_many_emails(request, address):
        return refusal
    request.session[PROVING] = emails.sign_in(address).pk
    return redirect("people:other_page_code")


@require_http_methods(["GET", "HEAD", "POST"])
def other_page_code(request: Request) -> HttpResponse:
    link = SignInLink.objects.filter(pk=request.session.get(PROVING, 0)).select_related("person").first()
    if link is None:
        return redirect("people:other_page")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if refusal := limits.too_many_tries(request):
            return refusal
        if _is_proved(link, form.cleaned_data["code"]) and link.person and _joined(request, link.person):
            del request.session[PROVING]
            return redirect("people:me")
        form.add_error("code", NOT_THAT)
    answer = {"form": form, "link": link}
    return render(request, "people/other_page_code.html", answer, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def page_on_paper(request: Request) -> HttpResponse:
    form = PaperCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if refusal := limits.too_many_tries(request):
            return refusal
        paper_code = PaperCode.objects.still_open().that_is(form.cleaned_data["code"]).select_related("person").first()
        if paper_code and _joined(request, paper_code.person):
            return redirect("people:me")
        form.add_error("code", NOT_THAT)
    return render(request, "people/page_on_paper.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def paper_code(request: Request, pk: int) -> HttpResponse:
    """For whoever prints it: a keeper, or a host of a gathering that this person comes to."""
    person = get_object_or_404(Person, pk=pk)
    if not rules.may_print_code(request.user, person, closeness_of(request.user, [pk])[pk]):
        raise Http404
    if request.method == "POST":
        PaperCode.open_for(person, by=request.user)
        return redirect("people:paper_code", pk)
    code = PaperCode.objects.still_open().of(person).first()
    addresses = {"address": absolute(reverse("people:join")), "on_paper": absolute(reverse("people:page_on_paper"))}
    return render(request, "people/paper_code.html", {"person": person, "code": code, **addresses})


def _is_proved(link: SignInLink, code: str) -> bool:
    try:
        return link.is_opened_by(code)
    except NoLongerOpen:
        return False


def _joined(request: Request, other: Person) -> bool:
    try:
        merge_people(request.user, other)
    except SamePage:
        return False
    messages.success(request, _("Your two pages are now one. Please check that everything is right."))
    return True
