from goldenthread.people.models import Keeping, Person


def may_leave(person: Person) -> bool:
    """Everybody may, but a house is not left without a keeper."""
    return not person.is_keeper or Keeping.objects.filter(until=None).exclude(person=person).exists()
