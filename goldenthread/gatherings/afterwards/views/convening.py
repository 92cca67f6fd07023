"""Afterwards, for the convenors."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.afterwards import archiving, rules
from goldenthread.gatherings.afterwards.certificate_pdf import pdf
from goldenthread.gatherings.afterwards.doubts import doubts
from goldenthread.gatherings.afterwards.forms import OutcomeForm
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate, Outcome
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.pdf.sheets import as_pdf, size_of, sizes
from goldenthread.people.http import Request


@for_its_convenors
@require_safe
def afterwards(request: Request, gathering: Gathering) -> HttpResponse:
    page = {
        "gathering": gathering,
        "may_issue": rules.may_issue(gathering, clock.now()),
        "doubts": doubts(gathering),
        "sizes": sizes(),
        "issued": gathering.certificates.count(),
        "on_paper": _by_name(gathering.certificates.on_paper()),
        "written": gathering.afterwords.newest_first(),
    }
    return render(request, "afterwards/afterwards.html", page)


@for_its_convenors
@require_POST
def certificates(request: Request, gathering: Gathering) -> HttpResponse:
    """One press for all of them."""
    now = clock.now()
    if not rules.may_issue(gathering, now):
        raise PermissionDenied
    issued = issue(gathering, by=request.user, now=now)
    message = ngettext("%(n)s certificate is ready.", "%(n)s certificates are ready.", issued) % {"n": issued}
    messages.success(request, message)
    return redirect("afterwards:afterwards", gathering.slug)


@for_its_convenors
@require_safe
def certificates_pdf(request: Request, gathering: Gathering) -> HttpResponse:
    """All of them in one file, or those that no e-mail tells of."""
    issued = gathering.certificates.on_paper() if "on-paper" in request.GET else gathering.certificates.all()
    return as_pdf(pdf(_by_name(issued), size_of(request)), _("Certificates"), gathering.title)


@for_its_convenors
def outcome(request: Request, gathering: Gathering) -> HttpResponse:
    """What came of it, for the page of the gathering."""
    existing = Outcome.objects.of(gathering).first() or Outcome(gathering=gathering)
    form = OutcomeForm(request.POST if request.method == "POST" else None, instance=existing)
    if form.is_valid():
        words = form.cleaned_data | {"by": request.user, "at": clock.now()}
        # Two convenors may write the first one at the same moment.
        Outcome.objects.update_or_create(gathering=gathering, defaults=words)
        messages.success(request, _("Saved."))
        return redirect(gathering)
    return render(
        request, "afterwards/outcome.html", {"gathering": gathering, "form": form}, status=422 if form.is_bound else 200
    )


@for_its_convenors
@require_safe
def archive(_request: Request, gathering: Gathering) -> HttpResponse:
    """One folder of plain HTML, to keep or to put anywhere."""
    headers = {"Content-Disposition": f'attachment; filename="{gathering.slug}.zip"'}
    return HttpResponse(archiving.as_zip(gathering, clock.now()), content_type="application/zip", headers=headers)


def _by_name(certificates: Iterable[Certificate]) -> list[Certificate]:
    return sorted(certificates, key=lambda certificate: certificate.printed["name"].casefold())
