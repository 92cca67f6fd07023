"""The wall of the open hour, the same for everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.listing import by_name
from goldenthread.gatherings.open_hour.card_wall import wall_of
from goldenthread.gatherings.open_hour.forms import PaperTopicForm, TopicForm
from goldenthread.gatherings.open_hour.http import CARDS_ARE_CLOSED, BeforeTheWall, before_the_wall
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.journal.note import note
from goldenthread.people.limits import is_too_often


@before_the_wall
def wall(request: HttpRequest, who: BeforeTheWall) -> HttpResponse:
    """Which cards hang where; and a card of one's own, or one that somebody wrote on paper."""
    if request.method == "POST" and not who.takes_cards:
        messages.error(request, CARDS_ARE_CLOSED)
        return redirect(who.at)
    form = _form(request, who)
    if form.is_valid() and who.booking and is_too_often(request, "wall_line", who.booking.pk):
        form.add_error("title", _("Thank you for so many cards. Please wait an hour before the next."))
    if form.is_valid():
        host = form.chosen_host if isinstance(form, PaperTopicForm) else who.booking
        form_data = form.cleaned_data
        Topic.objects.create(open_hour=who.open_hour, title=form_data["title"], words=form_data["words"], host=host)
        if who.convenor:
            note(who.convenor, "typed in a card", who.gathering)
        messages.success(request, _("Saved. Now choose a round and a corner for it."))
        return redirect(who.at)
    page = {"who": who, "gathering": who.gathering, "wall": wall_of(who.open_hour), "form": form}
    return render(request, "open_hour/wall.html", page, status=422 if form.is_bound else 200)


def _form(request: HttpRequest, who: BeforeTheWall) -> TopicForm:
    posted = request.POST if request.method == "POST" else None
    if who.convenor:
        return PaperTopicForm(posted, bookings=by_name(who.gathering.bookings.coming()))
    return TopicForm(posted)
