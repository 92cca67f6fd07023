"""Who reads, until when: for those who decide."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import asking_readers
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.gatherings.voices.asking_readers import is_open, reads_alone
from goldenthread.gatherings.voices.models import Readership
from goldenthread.gatherings.voices.reading_forms import ReaderForm, TaskForm
from goldenthread.kit import clock
from goldenthread.kit.pdf.sheets import sizes
from goldenthread.people import limits
from goldenthread.people.http import Request
from goldenthread.people.models import Person

NOBODY = gettext_lazy("Ask somebody to read first.")
CONVENES = gettext_lazy(
    "They convene this gathering, and since people began to read they can see what the others wrote. Please ask somebody else."
)
ALONE = gettext_lazy(
    "One person would read from lived experience, and nobody else. Ask another person, or take the tick off: nobody should read alone for many."
)


@for_those_who_decide
def readers(request: Request, gathering: Gathering) -> HttpResponse:
    """All of them, and a form to ask one more."""
    form = ReaderForm(request.POST if request.method == "POST" else None, gathering=gathering)
    if form.is_valid():
        who = form.cleaned_data["email"] or f"reader of {gathering.pk}"
        limits.check(request, form, "write_to_somebody", who, sender=request.user.pk)
    if form.is_valid():
        try:
            asking_readers.ask(gathering, form.wanted(), by=request.user)
        except asking_readers.ConvenesThere:
            form.add_error("email", CONVENES)
        else:
            messages.success(request, _("Saved."))
            return redirect("voices:readers", gathering.slug)
    return render(
        request, "voices/readers.html", _page(gathering, request.user) | {"form": form}, status=limits.status_of(form)
    )


@for_those_who_decide
def reader(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """For longer, or shorter; and the tick."""
    readership = get_object_or_404(Readership.objects.of(gathering).in_order(), pk=pk)
    readership.gathering = gathering
    typed = request.POST if request.method == "POST" else None
    form = TaskForm(typed, gathering=gathering, initial=TaskForm.initial_of(readership))
    if form.is_valid():
        more = {"until": form.until(), "has_lived_experience": form.cleaned_data["has_lived_experience"]}
        try:
            asking_readers.change(readership, by=request.user, **more)
        except asking_readers.ConvenesThere:
            form.add_error("last_day", CONVENES)
        else:
            messages.success(request, _("Saved."))
            return redirect("voices:readers", gathering.slug)
    page = {"gathering": gathering, "readership": readership, "form": form}
    return render(request, "voices/reader.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def reader_ending(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    readership = get_object_or_404(Readership.objects.of(gathering), pk=pk)
    asking_readers.end(readership, by=request.user)
    messages.success(request, _("Saved. They read no more from now on, and what they wrote stays."))
    return redirect("voices:readers", gathering.slug)


@for_those_who_decide
@require_POST
def readings_opening(request: Request, gathering: Gathering) -> HttpResponse:
    """One press, and those who read can begin."""
    try:
        asking_readers.open_readings(gathering, by=request.user)
    except asking_readers.NobodyReads:
        messages.error(request, NOBODY)
    except asking_readers.ReadsAlone:
        messages.error(request, ALONE)
    else:
        messages.success(request, _("Saved. They can read now, and have an e-mail with the way there."))
    return redirect("voices:readers", gathering.slug)


def _page(gathering: Gathering, person: Person) -> dict[str, object]:
    now, rows = clock.now(), list(Readership.objects.of(gathering).in_order())
    for readership in rows:
        readership.gathering = gathering
    lasting = [readership for readership in rows if readership.since <= now < readership.until]
    return {
        "gathering": gathering,
        "lasting": lasting,
        # Who convenes may read, too: they find their own pile here.
        "reads": any(readership.person_id == person.pk for readership in lasting),
        "ended": [readership for readership in rows if readership.until <= now],
        "is_open": is_open(gathering),
        "alone": ALONE if reads_alone(lasting) else "",
        "sizes": sizes(),
    }
