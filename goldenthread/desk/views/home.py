"""Home of somebody who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.desk.my_home import home_of
from goldenthread.kit import clock
from goldenthread.people.models import Person


def home(request: HttpRequest, person: Person) -> HttpResponse:
    """It stands at the same address as the front page that strangers see."""
    return render(request, "desk/home.html", home_of(person, clock.now()))
