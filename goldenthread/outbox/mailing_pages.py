"""The two pages of e-mails to many: one to write it, and one to read it, send it and watch it go.

A room declares its MailingPages once and calls them in its views, after it has found what is asked for and whether one may:

    PAGES = MailingPages(Addressing.Whom)

    def circulars(request, gathering):
        return PAGES.write(request, partial(begin_writing, gathering), "bookings/circulars.html", {"gathering": gathering})

    def circular(request, gathering, pk):
        addressing = get_object_or_404(gathering.addressings.newest_first(), pk=pk)
        return PAGES.show(request, addressing, "bookings/circular.html", {"gathering": gathering})

Its templates extend `outbox/mailings.html` and `outbox/mailing.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goldenthread.outbox.delivery import emailed
from goldenthread.outbox.forms import MailingForm
from goldenthread.outbox.models.circular import AlreadySent, NobodyToWriteTo, NotPreviewed, NotSent
from goldenthread.outbox.models.circular_facts import MUCH_SENT, MuchSent
from goldenthread.outbox.models.mailing import Mailing
from goldenthread.outbox.previewing import preview_on_the_page, preview_to, samples

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

Context = Mapping[str, object]

ACTS: dict[str, Callable[[Mailing, Any], object]] = {
    "preview": lambda mailing, person: (preview_to if person.email else preview_on_the_page)(mailing.circular, person),
    "send": lambda mailing, person: mailing.circular.send(mailing.receivers(), by=person),
    "stop": lambda mailing, person: mailing.circular.stop(by=person),
    "go-on": lambda mailing, _person: mailing.circular.go_on(),
    "send-held-again": lambda mailing, _person: mailing.circular.send_held_again(),
    "let-held-be": lambda mailing, _person: mailing.circular.let_held_be(),
}
SENDS = {"preview", "send", "go-on", "send-held-again"}


@dataclass(frozen=True)
class Replies:
    """What somebody reads after they pressed a button: of each act, of all others, and why it was refused."""

    done: Mapping[str, StrPromise]
    done_otherwise: StrPromise
    refused: Mapping[type[Exception], tuple[int, StrPromise]]


# To a writer without an address, who reads the samples on the page.
READ_IT_HERE = _("You have no e-mail address here, so read it below. Then send it from this page.")
REPLIES = Replies(
    done={
        "preview": _("It’s on its way to you. Read it in your mailbox, then send it from here."),
        "send": _("It’s on its way: one e-mail to each of them."),
        "stop": _("You stopped it. No more e-mails go out."),
        "go-on": _("It is being sent again."),
    },
    done_otherwise=_("Saved."),
    refused={
        MuchSent: (messages.ERROR, MUCH_SENT),
        AlreadySent: (messages.ERROR, _("It’s already on its way.")),
        NotPreviewed: (messages.ERROR, _("Please send it to yourself first, as it is now.")),
        NobodyToWriteTo: (messages.ERROR, _("None of them has an e-mail address at the moment.")),
        NotSent: (messages.ERROR, _("It hasn’t been sent yet.")),
    },
)


@dataclass(frozen=True)
class MailingPages:
    """The pages of one kind of e-mails to many: whom they can be for, whether their words can be changed, what is replied."""

    whom: type[models.TextChoices]
    can_be_rewritten: bool = True
    replies: Replies = REPLIES

    def write(
        self, request: HttpRequest, begin: Callable[..., Mailing], template: str, context: Context, **initial: object
    ) -> HttpResponse:
        """A new one. Nothing goes."""
        form = self._form(request, initial, request.user)
        if form.is_valid():
            return redirect(begin(by=request.user, **form.cleaned_data))
        return render(request, template, {**context, "form": form}, status=_status_of(form))

    def show(self, request: HttpRequest, mailing: Mailing, template: str, context: Context) -> HttpResponse:
        """One of them: as three will read it, to oneself first, then to all; afterwards, how far it has come."""
        act, circular = request.POST.get("act", ""), mailing.circular
        if act in ACTS:
            self._do(request, mailing, act)
            return redirect(mailing)
        if request.method == "POST" and not self.can_be_rewritten:
            return redirect(mailing)
        written = {name: getattr(circular, name) for name in ("subject", "words", "shows_address")}
        # Nobody shows the address of somebody else.
        writer = circular.by if circular.by == request.user else None
        form = self._form(request, written | {"whom": mailing.whom}, writer)
        if form.is_valid():
            self._rewrite(request, mailing, form)
            return redirect(mailing)
        page = {**context, **_page(mailing), "form": form if self.can_be_rewritten else None}
        return render(request, template, page, status=_status_of(form))

    def _form(self, request: HttpRequest, initial: dict[str, object], writer: Any) -> MailingForm:
        typed = request.POST if request.method == "POST" else None
        return MailingForm(typed, initial=initial, whom=self.whom, writer=writer)

    def _do(self, request: HttpRequest, mailing: Mailing, act: str) -> None:
        writer: Any = request.user
        try:
            ACTS[act](mailing, writer)
        except tuple(self.replies.refused) as refusal:
            messages.add_message(request, *self.replies.refused[type(refusal)])
        else:
            is_read_here = act == "preview" and not writer.email
            done = self.replies.done.get(act, self.replies.done_otherwise)
            sends = act in SENDS and not is_read_here
            messages.success(request, emailed(done) if sends else READ_IT_HERE if is_read_here else done)

    def _rewrite(self, request: HttpRequest, mailing: Mailing, form: MailingForm) -> None:
        try:
            mailing.rewrite(**form.cleaned_data)
        except AlreadySent:
            messages.info(request, self.replies.refused[AlreadySent][1])


def _page(mailing: Mailing) -> dict[str, object]:
    circular, receivers = mailing.circular, mailing.receivers()
    page: dict[str, object] = {"mailing": mailing, "meant": len(receivers), "samples": samples(circular, receivers)}
    if circular.is_sent:
        return page | {"progress": circular.progress(), "is_stopped": circular.is_stopped}
    return page | {"is_previewed": circular.is_previewed}


def _status_of(form: MailingForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
