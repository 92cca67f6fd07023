"""What this site is, who runs it, what it keeps about people, whom it lets in, how people treat each other there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.desk.about import about_words, say_about
from goldenthread.desk.forms import OwnWordsForm
from goldenthread.desk.privacy import kept_by_occasion
from goldenthread.kit.page_cache import for_strangers
from goldenthread.people.http import Request


@login_not_required
@for_strangers
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/about.html", {"words": about_words()})


@login_not_required
@for_strangers
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Made from what the program really keeps and really forgets: nobody has to remember to write it down here."""
    return render(request, "desk/privacy.html", {"words": about_words(), "occasions": kept_by_occasion()})


@login_not_required
@for_strangers
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/accessibility.html", {"words": about_words()})


@login_not_required
@for_strangers
@require_safe
def together(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/together.html", {"words": about_words()})


def own_words(request: Request) -> HttpResponse:
    """A keeper says what this site is, in their own words."""
    if not request.user.is_keeper:
        raise PermissionDenied
    form = OwnWordsForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "desk/own_words.html", {"form": form}, status=422 if form.is_bound else 200)
    say_about(form.cleaned_data["name"], form.cleaned_data["sentence"], form.words, by=request.user)
    messages.success(request, _("Saved. Everybody can read it now."))
    return redirect("desk:about")
