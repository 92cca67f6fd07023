"""Who may do what with a plan. The verbs protect the data; these protect the people."""

from datetime import datetime, timedelta

from goldenthread.gatherings.plan.models import Convening, ConvenorInvitation, Gathering
from goldenthread.people.models import Person

MOST_INVITATIONS_A_DAY = 20


def may_change(person: Person, gathering: Gathering) -> bool:
    """Its convenors may; and the keeper of the house, who steps in when no convenor can."""
    return convenes(person, gathering) or person.is_keeper


def convenes(person: Person, gathering: Gathering) -> bool:
    return any(convening.person_id == person.pk for convening in gathering.current_convenings)


def looks_on(person: Person, gathering: Gathering) -> bool:
    """A keeper, while somebody convenes: what convenors hold back is not theirs to read."""
    # Drawn by a page that found it without its facts, it is asked for them.
    convening = getattr(gathering, "current_convenings", None)
    if convening is None:
        convening = list(Convening.objects.of(gathering).current())
    return bool(convening) and all(row.person_id != person.pk for row in convening)


def may_ask_more_people(person: Person, now: datetime) -> bool:
    """An invitation writes to somebody who did not ask for it: not to a whole town."""
    lately = ConvenorInvitation.objects.filter(by=person, at__gt=now - timedelta(days=1))
    return lately.count() < MOST_INVITATIONS_A_DAY


def may_step_back(person: Person, gathering: Gathering) -> bool:
    """The last convenor hands over instead: a gathering is never left alone."""
    return convenes(person, gathering) and len(gathering.current_convenings) > 1


def may_offer_help(gathering: Gathering, now: datetime) -> bool:
    """While there is something left to help with."""
    return not gathering.is_called_off and not is_over(gathering, now)


def is_over(gathering: Gathering, now: datetime) -> bool:
    return bool(gathering.ends_at and gathering.ends_at < now)


def has_been(gathering: Gathering, now: datetime) -> bool:
    """Then it can be neither called off nor postponed any more; what was postponed is still to come."""
    return is_over(gathering, now) and not gathering.is_postponed
