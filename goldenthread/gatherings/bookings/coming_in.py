"""Staying signed in and joining, with the code or the button that confirms a place: asked for, and never assumed.

What a code may open and what a button may: docs/decisions/0039-a-booking-can-be-taken-back.md.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.place_forms import StayingForm
from goldenthread.outbox.delivery import delivery
from goldenthread.people import emails, limits
from goldenthread.people.models import Person
from goldenthread.people.signing_in import remember, sign_in


def come_in(request: HttpRequest, address: str, form: StayingForm, *, is_proof: bool, then: str) -> HttpResponse:
    """The way on for whoever confirmed a place and owns this address. `is_proof`: as good as a code to sign in."""
    wishes = form.cleaned_data if form.is_valid() else {}
    stays, joins = wishes.get("stays"), wishes.get("joins")
    person = Person.objects.filter(email=address).first() if stays or joins else None
    if person is None or not person.may_sign_in or request.user.is_authenticated:
        return redirect(then)
    if not is_proof:
        return _prove_it(request, person, then, joins=bool(joins))
    if joins:
        person.join()
    if stays:
        sign_in(request, person)
    messages.success(request, _greeting(stays=bool(stays), joins=bool(joins)) % {"name": person.known_as})
    return redirect(then)


def is_known(address: str) -> bool:
    """Whether somebody here goes by this address already."""
    return Person.objects.filter(email=address).exists()


def _greeting(*, stays: bool, joins: bool) -> str:
    """Who joins on a device of somebody else's is not signed in there, and is told how they are."""
    if not joins:
        return _("Good to have you here, %(name)s.")
    if stays:
        return _("You’ve joined, and you’re signed in. Good to have you here, %(name)s.")
    return _(
        "You’ve joined, %(name)s. You aren’t signed in on this device: press “Sign in” whenever you like, and we’ll"
        " e-mail you a code."
    )


def _prove_it(request: HttpRequest, person: Person, then: str, *, joins: bool) -> HttpResponse:
    """Only a young code signs in or joins: a link may have been passed on. The code that we send makes nobody a member."""
    if joins and not person.joined_at:
        messages.info(request, _("To join us, give your e-mail address once more: we send you a code."))
        return redirect("people:join")
    if refusal := limits.too_many_emails(request, person.email or ""):
        return refusal
    remember(request, emails.sign_in(person.email or "", then=then))
    if delivery().goes:  # Otherwise the page says so.
        messages.info(request, _("To stay signed in, please type the code that we’ve just e-mailed to you."))
    return redirect("people:code")
