"""The controls: what the naughty strings look for would be found."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from goldenthread.urls import urlpatterns as ours
from tests.trust.naughty import Form, faults


@login_not_required
def breakdown(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [
    *ours,
    path("breaks-down/", breakdown),
    path("loses/", login_not_required(lambda request: HttpResponse("Type it again.", status=422))),
]


def test_a_breakdown_and_a_loss_would_be_found(settings, home):
    settings.ROOT_URLCONF = __name__
    browser = Client(raise_request_exception=False)

    assert faults(browser, Form("/breaks-down/", {"a": ""}))[0] == "['a'] '\\x00': 500"
    assert faults(browser, Form("/loses/", {"a": ""}, ("a",)))[0] == "['a'] 'tea\\x00time': a is lost"
