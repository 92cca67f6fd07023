"""A small site for the tests of answering by e-mail: a page that is as it should be, and one that any scanner answers."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path
from django.views.decorators.http import require_http_methods

from goldenthread.kit.replying import ReplyForm

REPLIES = {"yes": "Yes, I’m in", "no": "No, leave me out"}
PAGE = '<a href="/elsewhere/">More</a><form method="post">{% include "kit/_summary.html" %}{% include "kit/_replies.html" %}</form>'

said: list[str] = []


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request):
    form = ReplyForm(request.POST if request.method == "POST" else None, replies=REPLIES, given="".join(said[-1:]))
    if not form.is_valid():
        page = engines["django"].from_string(PAGE).render({"form": form}, request)
        return HttpResponse(page, status=form.status)
    said.append(form.cleaned_data["reply"])
    return redirect("/asked/")


@login_not_required
def careless(request):
    said.append("yes")
    return HttpResponse(PAGE)


@login_not_required
def elsewhere(request):
    return HttpResponse("More")


urlpatterns = [path("asked/", asked), path("careless/", careless), path("elsewhere/", elsewhere)]
