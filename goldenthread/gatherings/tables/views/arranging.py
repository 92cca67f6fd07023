"""Rounds and tables, for the convenors of a gathering."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import sits_elsewhere, told_to
from goldenthread.gatherings.tables.arranging import (
    arrange,
    change_round,
    change_table,
    held_rounds,
    outline_for,
    outline_of,
)
from goldenthread.gatherings.tables.coming_in_words import who_comes_in_words
from goldenthread.gatherings.tables.emphasis_form import EmphasisForm, last_emphasis
from goldenthread.gatherings.tables.forms import OutlineForm, RoundForm, TableForm
from goldenthread.gatherings.tables.models import Arrangement, Mix, Table
from goldenthread.gatherings.tables.newcomers import is_seating, who_has_no_table
from goldenthread.gatherings.tables.rules import may_make_tables
from goldenthread.gatherings.tables.views.access import while_tables_are_made, with_its_arrangement
from goldenthread.kit import clock
from goldenthread.people.http import Request

# What every round takes from the page of all of them.
LAID_OUT_AT_ONCE = frozenset({"rounds", "day", "hour", "minutes", "pause", "manner"})
STAYED = gettext_lazy(
    "Saved. These rounds have begun, and stay as they were: %(rounds)s. To change when one of them is, choose it in the list of rounds."
)
HOST_SITS_ELSEWHERE = gettext_lazy(
    "In the tables you announced, %(name)s doesn’t sit at %(table)s in every round. Make new tables, and they do."
)


@for_its_convenors
@require_safe
def tables(request: Request, gathering: Gathering) -> HttpResponse:
    """How people are to sit, and every version of who sits where."""
    arrangement = Arrangement.objects.of(gathering).first()
    page: dict[str, Any] = {"gathering": gathering, "arrangement": arrangement, "coming": who_comes_in_words(gathering)}
    may_make = page["may_make"] = may_make_tables(gathering, clock.now())
    page["form"] = EmphasisForm(initial={"emphasis": last_emphasis(arrangement)})
    if arrangement is None:
        return render(request, "tables/tables.html", page | {"outline": outline_for(gathering)})
    announced = told_to(gathering)
    without = who_has_no_table(announced, clock.now()) if announced and may_make else []
    page |= {
        "rounds": arrangement.rounds.order_by("number"),
        "tables": arrangement.tables.select_related("host__person").order_by("number"),
        "to_check": Table.objects.to_be_checked_at(gathering).order_by("number"),
        "mixes": Mix.objects.of(arrangement).with_words().order_by("-number"),
        "told": announced,
        "without": without,
        "is_seating": announced is not None and bool(without) and is_seating(announced, clock.now()),
    }
    return render(request, "tables/tables.html", page)


@while_tables_are_made
def arrangement(request: Request, gathering: Gathering) -> HttpResponse:
    """How many rounds and tables: everything at once."""
    existing = Arrangement.objects.of(gathering).first()
    outline = outline_of(existing) if existing else outline_for(gathering)
    form = OutlineForm(request.POST if request.method == "POST" else None, gathering=gathering, outline=outline)
    if form.is_valid():
        saved = arrange(gathering, form.outline(), by=request.user)
        held = held_rounds(saved) if LAID_OUT_AT_ONCE.intersection(form.changed_data) else []
        words = STAYED % {"rounds": ", ".join(map(str, held))} if held else _("Saved.")
        messages.success(request, words)
        return redirect("tables:tables", gathering.slug)
    page = {"gathering": gathering, "form": form, "coming": who_comes_in_words(gathering)}
    return render(request, "tables/arrangement.html", page, status=422 if form.is_bound else 200)


@with_its_arrangement
def table_round(request: Request, arrangement: Arrangement, number: int) -> HttpResponse:
    """One round: when, how long, with whom."""
    round_ = get_object_or_404(arrangement.rounds, number=number)
    typed = request.POST if request.method == "POST" else None
    form = RoundForm(typed, gathering=arrangement.gathering, round_=round_)
    if form.is_valid():
        change_round(round_, form.changed(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("tables:tables", arrangement.gathering.slug)
    page = {"gathering": arrangement.gathering, "heading": str(round_), "form": form}
    return render(request, "tables/table_part.html", page, status=422 if form.is_bound else 200)


@with_its_arrangement
def table(request: Request, arrangement: Arrangement, number: int) -> HttpResponse:
    """One table: its seats, what it offers, who hosts it, and whether anybody sits there at all."""
    table = get_object_or_404(arrangement.tables.select_related("arrangement"), number=number)
    label = table.label
    form = TableForm(request.POST if request.method == "POST" else None, instance=table)
    if form.is_valid():
        change_table(table, form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        if table.host and sits_elsewhere(arrangement, table):
            messages.info(request, HOST_SITS_ELSEWHERE % {"name": table.host.known_as, "table": table.label})
        return redirect("tables:tables", arrangement.gathering.slug)
    page = {"gathering": arrangement.gathering, "heading": label, "form": form}
    return render(request, "tables/table_part.html", page, status=422 if form.is_bound else 200)
