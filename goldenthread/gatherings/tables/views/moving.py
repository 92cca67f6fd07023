"""A hand moves somebody, and the rounds to come are made anew on the day."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.forms import RemakingForm, SeatForm
from goldenthread.gatherings.tables.mix_by_round import Changed, changed_since
from goldenthread.gatherings.tables.mix_in_words import repeats_in_words
from goldenthread.gatherings.tables.models import Arrangement, Mix, Seat, Table
from goldenthread.gatherings.tables.moving import Choice, RoundHasBegun, choices, move
from goldenthread.gatherings.tables.remaking import NothingToRemake, remake, rounds_to_come, without_a_host
from goldenthread.gatherings.tables.runs import AlreadyMixing
from goldenthread.gatherings.tables.views.access import with_its_arrangement_to_come, with_its_version
from goldenthread.kit import clock
from goldenthread.kit.jobs import ClaimLost
from goldenthread.people.http import Request


@with_its_version
def seat(request: Request, mix: Mix, pk: int) -> HttpResponse:
    """Somebody's seat in one round: where else they could sit, and what would follow."""
    seat = get_object_or_404(mix.seats.select_related("booking__person", "round", "table", "mix"), pk=pk)
    seat.mix = mix
    offered = choices(seat)
    form = SeatForm(request.POST if request.method == "POST" else None, seat=seat)
    if form.is_valid():
        try:
            changed = move(seat, by=request.user, now=clock.now(), **form.cleaned_data)
        except RoundHasBegun:
            form.add_error(None, _("This round has begun. People are at their tables already."))
        else:
            messages.success(request, " ".join(_what_follows(seat, form.cleaned_data["to"], offered, changed)))
            return redirect(changed)
    page = {"gathering": mix.arrangement.gathering, "mix": mix, "seat": seat, "choices": offered, "form": form}
    return render(request, "tables/seat.html", page, status=422 if form.is_bound else 200)


def _what_follows(seat: Seat, to: Table, offered: list[Choice], changed: Mix) -> Iterator[str]:
    """At once, and of what can be seen in the room. What people asked for is not spoken of: a hand would find it out."""
    there = {"name": seat.booking.listed_as, "table": to.label, "round": str(seat.round)}
    yield _("%(round)s: %(name)s sits at %(table)s.") % there
    if to.pk != seat.table_id:
        yield from next(choice.consequences for choice in offered if choice.table.pk == to.pk)
        yield repeats_in_words(changed.told)


@with_its_arrangement_to_come
def remaking(request: Request, arrangement: Arrangement) -> HttpResponse:
    """One press: the rounds to come are made anew for those who are here. Whoever pressed sees them, and announces them."""
    rounds = rounds_to_come(arrangement, clock.now())
    announced = told_to(arrangement.gathering)
    changed = changed_since(announced) if announced else Changed()
    typed = request.POST if request.method == "POST" else None
    form = RemakingForm(typed, rounds=rounds, is_somebody_late=bool(changed.late or changed.late_with_seat))
    if form.is_valid():
        try:
            made = remake(arrangement, by=request.user, **form.cleaned_data)
        except AlreadyMixing as already:
            made = already.running
        except (NothingToRemake, ClaimLost):
            return redirect("tables:tables", arrangement.gathering.slug)
        return redirect("tables:mix", arrangement.gathering.slug, made.number)
    page = {
        "gathering": arrangement.gathering,
        "told": announced,
        "form": form,
        "has_rounds": bool(rounds),
        "changed": changed,
        "without_a_host": without_a_host(arrangement),
        "closed": arrangement.closed_tables(),
    }
    return render(request, "tables/remaking.html", page, status=422 if form.is_bound else 200)
