from goldenthread.people.audience import KNOWN_UPSTAIRS, Closeness
from goldenthread.people.models import Audience, Finding, Keeping, Person


def may_leave(person: Person) -> bool:
    """Everybody may, but a house is not left without a keeper."""
    return not person.is_keeper or Keeping.objects.filter(until=None).exclude(person=person).exists()


def may_see_page(by: Person, of: Person, closeness: Closeness) -> bool:
    """Whoever may be found has a page for members; others have one for those who met them or host them, and for themselves."""
    if by == of:
        return True
    may_be_found = bool(by.joined_at) and Finding.objects.filter(person=of).exists()
    return of.is_active and (may_be_found or bool(closeness & KNOWN_UPSTAIRS))


def may_print_code(by: Person, of: Person, closeness: Closeness) -> bool:
    """Only for somebody who has not come yet and whom no e-mail reaches; by those who may hand it to them."""
    is_on_paper = not of.joined_at and not of.email and of.is_active
    return is_on_paper and (by.is_keeper or Audience.HOSTS in closeness)
