"""Several people at once: who they are and what happens, and then one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings import in_words
from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.giving_up import AlreadyOver
from goldenthread.gatherings.bookings.marking import Mark, fits, put_mark, ticked
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request


@for_its_convenors
def marks(request: Request, gathering: Gathering) -> HttpResponse:
    """The list asks with a GET, which only shows; the button on this page does it."""
    sent = request.POST if request.method == "POST" else request.GET
    bookings, wanted = ticked(gathering, sent.getlist("b")), sent.get("as", "")
    if not bookings or wanted not in Mark.values:
        messages.info(request, _("Tick somebody first, then press one of the buttons."))
        return redirect("bookings:bookings", gathering.slug)
    mark, now = Mark(wanted), clock.now()
    fitting = [booking for booking in bookings if fits(mark, booking, now)]
    if request.method == "POST":
        done = sum(_put(request, mark, booking) for booking in fitting)
        messages.success(request, _done(done))
        return redirect("bookings:bookings", gathering.slug)
    others = [booking for booking in bookings if booking not in fitting]
    is_what = {"is_yes": mark == Mark.COMING, "is_no": mark == Mark.NOT_COMING, "is_answer": mark == Mark.YES}
    page = {"gathering": gathering, "mark": mark, "bookings": fitting, "others": others, **is_what}
    return render(request, "bookings/marks.html", page)


def _put(request: Request, mark: Mark, booking: Booking) -> bool:
    whose = booking.email or f"booking {booking.pk}"
    writes = mark != Mark.WRITTEN_TO and booking.address
    if writes and limits.is_too_often(request, "write_to_somebody", whose, sender=request.user.pk):
        messages.error(request, in_words.NOT_SO_MANY % {"name": booking.listed_as})
        return False
    try:
        put_mark(mark, booking, now=clock.now(), by=request.user)
    except (NotLive, BookedAlready, AlreadyOver):
        return False
    except Opening.DoesNotExist:
        messages.info(request, in_words.NEVER_OPENED)
        return False
    return True


def _done(n: int) -> str:
    return ngettext("Saved for %(n)d person.", "Saved for %(n)d people.", n) % {"n": n}
