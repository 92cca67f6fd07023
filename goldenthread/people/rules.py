from datetime import datetime

from goldenthread.people.audience import KNOWN_UPSTAIRS, Closeness
from goldenthread.people.models import Audience, Finding, Hello, Hellos, Keeping, Person, Portrait


def may_leave(person: Person) -> bool:
    """Everybody may, but a house is not left without a keeper."""
    return not person.is_keeper or Keeping.objects.filter(until=None).exclude(person=person).exists()


def may_see_page(by: Person, of: Person, closeness: Closeness) -> bool:
    """Whoever may be found has a page for members; others have one for those who met them or host them, and for themselves."""
    if by == of:
        return True
    may_be_found = bool(by.joined_at) and Finding.objects.filter(person=of).exists()
    return of.is_active and (may_be_found or bool(closeness & KNOWN_UPSTAIRS))


def may_say_hello(by: Person, to: Person, closeness: Closeness, now: datetime) -> bool:
    """To a member who lets them, as their page says; or in answer to a hello."""
    if by == to or not all(person.joined_at and person.is_active and person.email for person in (by, to)):
        return False
    lets = _hellos_of(to)
    is_let = lets == Hellos.MEMBERS or (lets == Hellos.MET and Audience.MET in closeness)
    return is_let or Hello.objects.said(to, by, now).exists()


def _hellos_of(person: Person) -> str:
    portrait: Portrait | None = getattr(person, "portrait", None)
    return portrait.hellos if portrait else Hellos.NOBODY


def may_print_code(by: Person, of: Person, closeness: Closeness) -> bool:
    """Only for somebody who has not come yet and whom no e-mail reaches; by those who may hand it to them."""
    is_on_paper = not of.joined_at and not of.email and of.is_active
    return is_on_paper and (by.is_keeper or Audience.HOSTS in closeness)
