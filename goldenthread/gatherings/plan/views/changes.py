"""Tell what changed, to people, feed readers and calendars."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.calendar import calendar
from goldenthread.gatherings.plan.changes import Change, changes_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.address import absolute
from goldenthread.kit.house import the_house
from goldenthread.kit.page_cache import for_strangers
from goldenthread.kit.prose import plain


@login_not_required
@for_strangers
@require_safe
@at_its_address
def changes(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return render(request, "plan/changes.html", {"gathering": gathering, "changes": changes_of(gathering)})


@login_not_required
@for_strangers
@require_safe
@at_its_address
def changes_feed(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Atom (RFC 4287). An entry's id never changes, nor does what it tells."""
    page = absolute(gathering.get_absolute_url())
    feed = Atom1Feed(
        title=plain(_("What changed: %(title)s") % {"title": gathering.title}),
        link=f"{page}changes/",
        description=plain(gathering.lede),
        feed_url=f"{page}changes.atom",
        feed_guid=f"urn:uuid:{gathering.uid}",
        author_name=plain(str(the_house() or "Golden Thread")),
    )
    for change in changes_of(gathering)[:50]:
        feed.add_item(
            title=change.headline,
            link=f"{page}changes/#version-{change.number}",
            description=_in_words(change),
            unique_id=f"tag:golden-thread,2022:{gathering.uid}:{change.number}",
            pubdate=change.at,
            updateddate=change.at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@login_not_required
@for_strangers
@require_safe
@at_its_address
def one_calendar(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return _calendar(calendar([gathering], name=gathering.title, now=clock.now()), f"{gathering.slug}.ics")


@login_not_required
@for_strangers
@require_safe
def all_calendars(request: HttpRequest) -> HttpResponse:
    gatherings = Gathering.objects.listed().with_facts().order_by("day", "pk")
    return _calendar(calendar(gatherings, name=str(the_house() or "Golden Thread"), now=clock.now()), "gatherings.ics")


def _calendar(content: bytes, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{filename}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _in_words(change: Change) -> str:
    words = " ".join(filter(None, [change.because, *(difference.sentence for difference in change.differences)]))
    # Atom1Feed calls this HTML, and people wrote plain words.
    return escape(plain(words or change.headline))
