"""What I see of the people on my thread: what each of them chose to share with me, by the one function that decides it."""

from collections.abc import Collection

from goldenthread.people.audience import Seen, all_that_is_seen, what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience, Person
from goldenthread.threads.mine import Tie
from goldenthread.threads.models import Side


def seen_by(person: Person, others: Collection[int]) -> dict[int, Seen]:
    """In a handful of questions, however many. What is sealed is opened for those only who act on it."""
    closeness = closeness_of(person, others)
    hosted = [other for other in others if Audience.HOSTS in closeness[other]]
    people = Person.objects.with_what_they_tell().filter(pk__in=others)
    everybody = [*people.exclude(pk__in=hosted), *(people.filter(pk__in=hosted).defer(None) if hosted else ())]
    return {seen.person_id: seen for seen in all_that_is_seen(everybody, by=person, closeness=closeness)}


def shown_to(other: int, *, of: Person) -> Seen:
    """What they see of me: my own page as they find it."""
    them = Person.objects.get(pk=other)
    me = Person.objects.with_what_they_tell().get(pk=of.pk)
    return what_is_seen(of=me, by=them, closeness=closeness_of(them, [of.pk])[of.pk])


def reach_of(tie: Tie) -> str:
    """How the other wants to be reached by me, while there is a thread."""
    side = Side.objects.filter(owner=tie.other, whom=tie.me).first() if tie.has_thread else None
    return side.reach if side else ""
