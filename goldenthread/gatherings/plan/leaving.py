"""When somebody leaves: whoever asked them to convene knew their name and address."""

from goldenthread.gatherings.plan.models import ConvenorInvitation
from goldenthread.people.models import Person


def before_leaving(_person: Person | None, address: str) -> list[str]:
    """Answered or not, and in whatever capitals they were asked."""
    if address:
        ConvenorInvitation.objects.filter(email__iexact=address).delete()
    return []
