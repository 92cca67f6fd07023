"""One card: hung somewhere else, left by its host, taken on by another, and what came of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.open_hour.forms import TopicNoteForm
from goldenthread.gatherings.open_hour.hanging import AlreadyHosted, Cell, CellTaken, HostsAnother, hang, leave, take_on
from goldenthread.gatherings.open_hour.http import CARDS_ARE_CLOSED, NOTES_ARE_CLOSED, BeforeTheWall, before_the_wall
from goldenthread.gatherings.open_hour.models import Corner, Topic, TopicNote, TopicRound
from goldenthread.kit.ids import as_id
from goldenthread.people.limits import is_too_often


@before_the_wall
@require_POST
def placing(request: HttpRequest, who: BeforeTheWall, pk: int) -> HttpResponse:
    """Hung at a round and corner by whoever hosts it, or by a convenor."""
    topic = _card(who, pk)
    if not who.may_move(topic):
        raise PermissionDenied
    if not who.takes_cards:
        messages.error(request, CARDS_ARE_CLOSED)
        return redirect(who.at)
    try:
        hang(topic, _cell(request.POST.get("cell", "")))
    except CellTaken:
        messages.error(
            request, _("Somebody has just hung up a card there. Please choose one of the places that are still free.")
        )
    except HostsAnother:
        messages.error(request, _("The host of this card hosts another in that round. Choose another round."))
    except (Topic.DoesNotExist, TopicRound.DoesNotExist, Corner.DoesNotExist) as gone:
        raise Http404 from gone
    else:
        messages.success(request, _("Saved."))
    return redirect(who.at)


@before_the_wall
@require_POST
def leaving(request: HttpRequest, who: BeforeTheWall, pk: int) -> HttpResponse:
    """Its host cannot host it, and says so, or told a convenor; the card stays."""
    topic = _card(who, pk)
    if not who.may_move(topic):
        raise PermissionDenied
    if who.convenor:
        # Whose it was on the page: somebody else may have taken it on since.
        topic.host_id = as_id(request.GET.get("host", ""))
    if leave(topic, by=who.convenor):
        messages.success(request, _("Saved. The card stays, and somebody else may host it."))
    else:
        messages.info(request, _("Somebody else hosts it already."))
    return redirect(who.at)


@before_the_wall
@require_POST
def adoption(request: HttpRequest, who: BeforeTheWall, pk: int) -> HttpResponse:
    """I host a card that nobody hosts."""
    topic = _card(who, pk)
    if not who.takes_cards:
        messages.error(request, CARDS_ARE_CLOSED)
        return redirect(who.at)
    try:
        if who.booking:
            take_on(topic, who.booking)
    except AlreadyHosted:
        messages.info(request, _("Somebody else hosts it already."))
    except HostsAnother:
        messages.error(request, _("You host another card in that round."))
    except Topic.DoesNotExist as gone:
        raise Http404 from gone
    else:
        messages.success(request, _("Thank you. You host this card now."))
    return redirect(who.at)


@before_the_wall
@require_POST
def topic_note(request: HttpRequest, who: BeforeTheWall, pk: int) -> HttpResponse:
    """What came of it, in a line without a name."""
    topic, form = _card(who, pk), TopicNoteForm(request.POST)
    by = f"convenor {who.convenor.pk}" if who.convenor else f"booking {who.booking.pk}" if who.booking else ""
    if not who.takes_notes:
        messages.error(request, NOTES_ARE_CLOSED)
    elif not form.is_valid():
        messages.error(request, _("Please write a line of 400 characters at most."))
    elif is_too_often(request, "wall_line", by):
        messages.error(request, _("Thank you for so many lines. Please wait an hour before the next."))
    else:
        TopicNote.objects.create(topic=topic, words=form.cleaned_data["words"])
        messages.success(request, _("Saved."))
    return redirect(who.at)


def _card(who: BeforeTheWall, pk: int) -> Topic:
    return get_object_or_404(who.open_hour.topics.select_related("open_hour__gathering"), pk=pk)


def _cell(words: str) -> Cell | None:
    """Nothing takes a card off its corner."""
    round_, corner = (as_id(part) for part in words.partition("-")[::2])
    return None if round_ is None or corner is None else (round_, corner)
