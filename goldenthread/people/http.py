"""The request as our views know it: the user is the person."""

from django.http import HttpRequest

from goldenthread.people.models import Person


class Request(HttpRequest):
    """A request by somebody who is signed in."""

    user: Person
