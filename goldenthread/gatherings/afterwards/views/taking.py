"""What those take with them who were there: a certificate; and what they leave: three answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.afterwards import feeding_back
from goldenthread.gatherings.afterwards.certificate_pdf import pdf
from goldenthread.gatherings.afterwards.forms import CodeOfCertificateForm, FeedbackForm, NoteForm
from goldenthread.gatherings.afterwards.issuing import holds
from goldenthread.gatherings.afterwards.models import Certificate, FeedbackGiven
from goldenthread.gatherings.day.guest import Guest, for_those_with_a_place
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.address import absolute
from goldenthread.kit.pdf.sheets import PaperSize, as_pdf


@for_those_with_a_place
def certificate(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Mine: on the page, and as a PDF. The note is printed and kept nowhere."""
    certificate = get_object_or_404(Certificate.objects.select_related("booking", "gathering"), booking=guest.booking)
    if not holds(certificate):
        raise Http404
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        written = pdf([certificate], PaperSize(form.cleaned_data["paper"]), note=form.cleaned_data["note"])
        return as_pdf(written, _("Certificate"), certificate.printed["name"], certificate.printed["title"])
    page = {"guest": guest, "gathering": guest.gathering, "certificate": certificate, "form": form} | _check(
        certificate
    )
    return render(request, "afterwards/certificate.html", page, status=422 if form.is_bound else 200)


@login_not_required
def verifications(request: HttpRequest) -> HttpResponse:
    """Anybody types the code that is printed."""
    form = CodeOfCertificateForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        certificate = (
            Certificate.objects.select_related("booking", "gathering").under(form.cleaned_data["code"]).first()
        )
        if certificate and holds(certificate):
            return redirect(certificate)
        form.add_error("code", _("There is no certificate with this code. Please check it, letter by letter."))
    return render(request, "afterwards/verifications.html", {"form": form}, status=422 if form.is_bound else 200)


@login_not_required
@require_safe
def verification(request: HttpRequest, code: str) -> HttpResponse:
    """What is printed, and nothing else."""
    certificate = get_object_or_404(Certificate.objects.select_related("booking", "gathering"), code=code)
    if not holds(certificate):
        raise Http404
    return render(request, "afterwards/verification.html", {"certificate": certificate} | _check(certificate))


@for_those_with_a_place
def feedback_form(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Three questions, for those who were there, once."""
    booking, now = guest.booking, clock.now()
    if booking is None or guest.gathering.arrivals.standing_of(booking) not in WAS_HERE:
        raise Http404
    is_open = feeding_back.is_open(guest.gathering, now)
    form = FeedbackForm(request.POST if request.method == "POST" and is_open else None)
    if form.is_valid():
        try:
            feeding_back.give(booking, form.cleaned_data)
        except feeding_back.AlreadyGiven:
            messages.info(request, _("That was done before. Nothing more is needed."))
        return redirect(f"{guest.at}feedback/")
    is_given = FeedbackGiven.objects.by(booking).exists()
    page = {
        "guest": guest,
        "gathering": guest.gathering,
        "form": form,
        "is_open": is_open,
        "is_given": is_given,
        "is_shown": feeding_back.is_shown(guest.gathering, now),
    }
    return render(request, "afterwards/feedback_form.html", page, status=422 if form.is_bound else 200)


@login_not_required
@require_safe
@at_its_address
def feedback(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """All of it, for everybody at once."""
    answers = feeding_back.shown_back(gathering, clock.now())
    page = {"gathering": gathering, "feedback": answers, "questions": feeding_back.by_question(answers)}
    return render(request, "afterwards/feedback.html", page)


def _check(certificate: Certificate) -> dict[str, str]:
    """Where anybody sees that it is genuine."""
    return {"address": absolute(certificate.get_absolute_url())}
