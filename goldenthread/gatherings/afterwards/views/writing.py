"""E-mails to those who came, and to those who were missed."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.afterwards.models import Afterword
from goldenthread.gatherings.afterwards.writing import begin_afterword, suggested
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.mailing_pages import REPLIES, MailingPages, Replies
from goldenthread.outbox.models.circular import AlreadySent, NotSent
from goldenthread.people.http import Request

BEFORE = (messages.INFO, _("That was done before. Nothing more is needed."))
# To change its words, one writes another.
PAGES = MailingPages(
    Afterword.Whom,
    can_be_rewritten=False,
    replies=Replies({}, _("Done."), {**REPLIES.refused, AlreadySent: BEFORE, NotSent: BEFORE}),
)


@for_its_convenors
def afterwords(request: Request, gathering: Gathering) -> HttpResponse:
    """A new one, with words to begin with."""
    whom = request.GET.get("whom", "")
    whom = whom if whom in Afterword.Whom.values else Afterword.Whom.CAME
    subject, words = suggested(whom, gathering)
    begin, page = partial(begin_afterword, gathering), {"gathering": gathering}
    return PAGES.write(request, begin, "afterwards/afterwords.html", page, whom=whom, subject=subject, words=words)


@for_its_convenors
def afterword(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """One of them."""
    afterword = get_object_or_404(gathering.afterwords.newest_first(), pk=pk)
    return PAGES.show(request, afterword, "afterwards/afterword.html", {"gathering": gathering})
