"""A list from a spreadsheet: choose, look, say which column is which, bring."""

import secrets
from dataclasses import replace

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.column_forms import ColumnsForm, ListForm
from goldenthread.gatherings.bookings.columns import Columns
from goldenthread.gatherings.bookings.expecting import how_many_to_ask, remember_who_left
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import ImportPreview, bring, look, look_again
from goldenthread.gatherings.bookings.models import BookingQuestion, Opening
from goldenthread.gatherings.bookings.rules import is_over, may_ask_the_expected
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import carried_sheets, clock
from goldenthread.kit.cells import Unreadable
from goldenthread.kit.one_at_a_time import GivingWay, giving_way
from goldenthread.people.http import Request
from goldenthread.people.limits import is_too_often

SALT = "goldenthread.bookings.imports"
SHEET = f"{SALT}.sheet"


@for_its_convenors
def imports(request: Request, gathering: Gathering) -> HttpResponse:
    """Choose a list, and look at what it would bring. Nothing is written."""
    form = ListForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid() and (looked := _looked(request, gathering, form)):
        return _shown(request, gathering, looked, ColumnsForm(looked.sheet, columns=looked.columns))
    page = {
        "gathering": gathering,
        "form": form,
        "is_open": Opening.objects.of(gathering).exists(),
        "is_over": is_over(gathering, clock.now()),
        "has_questions": bool(BookingQuestion.objects.of_those_who_book(gathering)),
        "imports": gathering.imports.select_related("by").order_by("-at", "-pk"),
    }
    return render(request, "bookings/imports.html", page, status=422 if form.is_bound else 200)


@for_its_convenors
@require_POST
def import_columns(request: Request, gathering: Gathering) -> HttpResponse:
    """Look once more, with columns chosen by hand. Nothing is written."""
    try:
        file, sheet = carried_sheets.unfolded(request.POST.get("sheet", ""), SHEET)
    except signing.BadSignature:
        messages.error(request, _("Please choose the list once more."))
        return redirect("bookings:imports", gathering.slug)
    form = ColumnsForm(sheet, request.POST)
    if not form.is_valid():
        return _shown(request, gathering, ImportPreview(file, sheet, Columns()), form)
    looked = look_again(gathering, file, form.sheet(), form.columns(), request.LANGUAGE_CODE, form.words())
    return _shown(request, gathering, replace(looked, sheet=sheet), form)


@for_its_convenors
@require_POST
def imported_lines(request: Request, gathering: Gathering) -> HttpResponse:
    """Bring what was looked at; and remember who left a mailing list, if that is wished."""
    try:
        once, file, looked, unsubscribed = _unpacked(request.POST.get("packed", ""))
        left_out = set(request.POST.getlist("leave_out"))
        lines = [line for line in looked if str(line.number) not in left_out]
        brought = bring(gathering, file, lines, once=once, now=clock.now(), by=request.user) if lines else None
    except signing.BadSignature:
        messages.error(request, _("Please choose the list once more."))
        return redirect("bookings:imports", gathering.slug)
    except Opening.DoesNotExist:
        messages.error(request, _("Open the booking first."))
        return redirect("bookings:opening", gathering.slug)
    if unsubscribed and "remember" in request.POST:
        remember_who_left(gathering, unsubscribed, by=request.user)
        messages.success(request, _("We’ve noted who doesn’t want e-mail."))
    if brought:
        n = brought.lines.count()
        message = ngettext("%(n)d person was added.", "%(n)d people were added.", n)
        messages.success(request, message % {"n": n})
    may_ask = how_many_to_ask(gathering) and may_ask_the_expected(gathering, clock.now())
    return redirect("bookings:places" if brought and may_ask else "bookings:bookings", gathering.slug)


def _looked(request: Request, gathering: Gathering, form: ListForm) -> ImportPreview | None:
    """What the chosen file would bring. Without that, the form says why."""
    if is_too_often(request, "list", request.user.pk):
        form.add_error("file", _("You’ve sent a lot of lists in a short time. Please try again in ten minutes."))
        return None
    chosen = form.cleaned_data["file"]
    try:
        return look(gathering, chosen.name, chosen.read(), request.LANGUAGE_CODE)
    except Unreadable as unreadable:
        form.add_error("file", str(unreadable))
        return None


def _shown(request: Request, gathering: Gathering, looked: ImportPreview, form: ColumnsForm) -> HttpResponse:
    folded, packed = carried_sheets.folded(looked.file, looked.sheet, SHEET), _packed(looked)
    # A list so large cannot travel back; its headings can be changed in the file.
    can_choose = len(folded) <= carried_sheets.MOST_CARRIED
    page = {
        "gathering": gathering,
        "looked": looked,
        "lines": GivingWay(looked.lines),
        "packed": packed,
        "form": form,
        "sheet": folded,
        "can_choose": can_choose,
        "is_asked": not looked.columns.names or form.asks_for_words(),
    }
    return render(request, "bookings/import.html", page, status=422 if form.errors else 200)


def _packed(looked: ImportPreview) -> str:
    # Not astuple: it copies every value as deep as it goes, which took half of the page.
    lines = [(line.number, *vars(line.wish).values()) for line in giving_way(looked.lines)]
    return carried_sheets.signed([secrets.token_urlsafe(24), looked.file, lines, looked.unsubscribed], SALT)


def _unpacked(packed: str) -> tuple[str, str, list[ImportRow], list[str]]:
    once, file, lines, unsubscribed = signing.loads(packed, salt=SALT, max_age=carried_sheets.A_DAY)
    return once, file, [ImportRow(number, PlaceRequest(*wish)) for number, *wish in lines], unsubscribed
