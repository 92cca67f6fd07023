"""When somebody leaves the house: their threads go with them, and so do e-mails to others that spoke of them."""

from django.db.models import Q

from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.threads.models import Asking


def forget_what_spoke_of(person: Person) -> None:
    """All else hangs on their row, and goes with it."""
    about = Q(introduction__one=person) | Q(introduction__other=person) | Q(introduction__by=person)
    emails = Asking.objects.filter(about).exclude(letter=None).values_list("letter", flat=True)
    Email.objects.filter(pk__in=list(emails)).delete()
