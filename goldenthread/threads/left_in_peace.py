"""Of whom somebody is to hear nothing: for whatever is told of people to many others."""

from goldenthread.people.models import Person
from goldenthread.threads.models import Ending, KeepApart


def left_in_peace_by(person: Person) -> set[int]:
    """Those who wish to be apart from this person, or have ended what was between them; and the other way round, so that
    nobody can tell whose wish it was."""
    wishes = KeepApart.objects.filter(owner=person).values_list("whom", flat=True)
    wished = KeepApart.objects.filter(whom=person).values_list("owner", flat=True)
    endings = {ending.other_than(person) for ending in Ending.objects.of(person)}
    return {*wishes.union(wished), *endings}
