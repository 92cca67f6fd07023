from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.people.audience import how_they_are_called
from goldenthread.people.directory import Wanted, find
from goldenthread.people.http import Request
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import keep_apart, let_be, wishes_of
from goldenthread.threads.mine import tie_with


@require_http_methods(["GET", "HEAD", "POST"])
def apart(request: Request) -> HttpResponse:
    """With whom I would rather not be: my own wishes, and a way to find somebody."""
    if request.method != "POST":
        words = request.GET.get("words", "")[:100]
        matches = find(Wanted(words=words), by=request.user).people if words.strip() else []
        others = [(seen, token) for seen, token in matches if seen.person_id != request.user.pk]
        wishes = [(wish, how_they_are_called(of=wish.whom, by=request.user).name) for wish in wishes_of(request.user)]
        return render(request, "threads/apart.html", {"wishes": wishes, "words": words, "found": others})
    keep_apart(request.user, _chosen(request))
    messages.success(request, _("Saved. We tell nobody."))
    return redirect("threads:apart")


@require_POST
def apart_removal(request: Request, pk: int) -> HttpResponse:
    wish = get_object_or_404(wishes_of(request.user), pk=pk)
    let_be(request.user, wish.whom)
    messages.success(request, _("Done. You may be seated together or introduced again."))
    return redirect("threads:apart")


def _chosen(request: Request) -> int:
    """Somebody on my thread, or whom members may find. Anybody else cannot be told from nobody."""
    if tie := tie_with(request.user, request.POST.get("tie", "")):
        return tie.other
    token = request.POST.get("who", "").replace("\0", "")
    whom = Person.objects.found_under(token).exclude(pk=request.user.pk).first()
    if whom is None:
        raise Http404
    return whom.pk
