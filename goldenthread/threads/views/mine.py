from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.kit import clock
from goldenthread.people.closeness import closeness_of
from goldenthread.people.http import Request
from goldenthread.people.models import Person
from goldenthread.people.rules import may_say_hello
from goldenthread.threads.forms import EndingForm, ReachForm, SideForm
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.mine import Tie, knots, tie_with, ties_of, waiting_for
from goldenthread.threads.models import Ending, Side
from goldenthread.threads.new_threads import is_still_asked, let_reach, new_threads_of
from goldenthread.threads.what_i_see import reach_of, seen_by, shown_to

ON_A_PAGE = 60


@require_safe
def my_thread(request: Request) -> HttpResponse:
    """The people I have met, in time, as a line with knots."""
    person, ties = request.user, ties_of(request.user)
    page = Paginator([tie for tie in ties if tie.is_live], ON_A_PAGE).get_page(request.GET.get("page"))
    ended = [tie for tie in ties if not tie.is_live]
    seen = seen_by(person, [tie.other for tie in [*page, *ended]])
    return render(
        request,
        "threads/my_thread.html",
        {
            "page": page,
            "near": [(tie, seen[tie.other]) for tie in page if tie.is_near],
            "knots": [
                (knot, [(tie, seen[tie.other]) for tie in knot.ties])
                for knot in knots(tie for tie in page if not tie.is_near)
            ],
            "ended": [(tie, seen[tie.other]) for tie in ended],
            "new_threads": new_threads_of(person),
            **waiting_for(person, clock.now()),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tie(request: Request, key: str) -> HttpResponse:
    """What is between me and one other."""
    tie = _tie(request, key)
    side = tie.side or Side(owner=request.user, whom_id=tie.other)
    form = SideForm(request.POST if request.method == "POST" else None, instance=side)
    if not form.is_valid():
        page = _all_about(request, tie) | {"form": form}
        return render(request, "threads/tie.html", page, status=422 if form.is_bound else 200)
    # Pressed twice at once it is one side, and what does not stand on this page stays as it is.
    Side.objects.update_or_create(owner=request.user, whom_id=tie.other, defaults=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("threads:tie", key)


@require_http_methods(["GET", "HEAD", "POST"])
def reach(request: Request, key: str) -> HttpResponse:
    """How the other may reach me: asked when a thread begins, and open to change while it lasts."""
    tie = _tie(request, key)
    if not tie.has_thread:
        raise Http404
    before = tie.side.reach if tie.side and not is_still_asked(tie) else None
    sent = request.POST if request.method == "POST" else None
    form = ReachForm(sent, email=request.user.email or "", reach=before)
    if not form.is_valid():
        page = {"tie": tie, "seen": seen_by(request.user, [tie.other])[tie.other], "form": form}
        return render(request, "threads/reach.html", page, status=422 if form.is_bound else 200)
    let_reach(request.user, tie.other, form.reach)
    messages.success(request, _("Saved. You can change it at any time."))
    return redirect("threads:tie", key)


@require_http_methods(["GET", "HEAD", "POST"])
def ending(request: Request, key: str) -> HttpResponse:
    """End what is between us: a page that says what happens, and a button."""
    tie = _tie(request, key)
    form = EndingForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        seen = seen_by(request.user, [tie.other])[tie.other]
        return render(request, "threads/ending.html", {"tie": tie, "seen": seen, "form": form})
    Ending.declare(by=request.user, other=tie.other)
    if form.cleaned_data["is_apart"]:
        keep_apart(request.user, tie.other)
    messages.success(request, _("It has ended, for both of you. Nobody gets an e-mail about it."))
    return redirect("threads:my_thread")


def _tie(request: Request, key: str) -> Tie:
    tie = tie_with(request.user, key)
    if tie is None:
        raise Http404
    return tie


def _all_about(request: Request, tie: Tie) -> dict[str, object]:
    return {
        "tie": tie,
        "seen": seen_by(request.user, [tie.other])[tie.other],
        "mine": shown_to(tie.other, of=request.user),
        "reach": reach_of(tie),
        "is_still_asked": tie.has_thread and is_still_asked(tie),
        "hello_to": _hello_to(request.user, tie.other),
    }


def _hello_to(me: Person, key: int) -> str:
    """The word in the address at which I may say hello to them through this site; nothing where I may not."""
    other, closeness = Person.objects.with_what_they_tell().get(pk=key), closeness_of(me, [key])[key]
    return other.portrait.token if may_say_hello(me, other, closeness, clock.now()) else ""
