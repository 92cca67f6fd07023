from datetime import datetime

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.models.state import ENDED
from goldenthread.gatherings.bookings.showing_names import last_day_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person
from goldenthread.threads.models import Thread


def is_over(gathering: Gathering, now: datetime) -> bool:
    """Whether it has been, and nobody can book, confirm or give away a place any more."""
    return Opening.supposed(gathering).is_over(now)


def may_book(opening: Opening | None, now: datetime) -> bool:
    """Anybody may, while the gathering can be booked. Whether there is a seat is another question."""
    return opening is not None and opening.takes_bookings(now)


def may_erase(booking: Booking, whose: Person | None) -> bool:
    """By the link of their booking. Who has joined leaves signed in: the e-mail with the link may have been passed on."""
    return may_speak_for(booking) and (whose is None or not (whose.joined_at or whose.is_keeper))


def may_speak_for(booking: Booking) -> bool:
    """Whether it may be erased from its address: from one that a convenor gave it since, once somebody there said that it is them."""
    return not booking.told_elsewhere or is_its_owners(booking)


def may_ask_the_expected(gathering: Gathering, now: datetime) -> bool:
    """Whether they come can be asked of what goes ahead on a day that is known and not over."""
    return not (gathering.is_called_off or gathering.is_postponed or is_over(gathering, now))


def may_give_up(booking: Booking, now: datetime) -> bool:
    """Who has a place or waits for one, until it has been; once."""
    return booking.is_live and not booking.is_being_given_up and not is_over(booking.gathering, now)


def may_end(booking: Booking, now: datetime) -> bool:
    """A convenor may, or type in a yes, for somebody who rang up, until it has been."""
    return booking.is_live and not is_over(booking.gathering, now)


def may_say_yes(booking: Booking, now: datetime) -> bool:
    """A convenor may, to somebody who asked and showed that the address is theirs; after a no, too."""
    is_asked = (booking.has_asked or booking.is_no) and not hasattr(booking, "withdrawal")
    return is_asked and booking.is_proved and not (booking.gathering.is_called_off or is_over(booking.gathering, now))


def may_say_no(booking: Booking, now: datetime) -> bool:
    """And a kind no, while it is to come."""
    is_asked = booking.has_asked and not hasattr(booking, "withdrawal")
    return is_asked and booking.is_proved and not is_over(booking.gathering, now)


def is_by_asking(gathering: Gathering) -> bool:
    """Whether people ask for a place there, and the convenors say yes."""
    return Opening.objects.of(gathering).filter(by_asking=True).exists()


def may_correct_for(booking: Booking, now: datetime) -> bool:
    """A convenor may, for somebody who told them so, until it has been."""
    return booking.is_live and not is_over(booking.gathering, now)


def is_its_owners(booking: Booking) -> bool:
    """Whether somebody showed that its address is theirs, by a link, a code or signed in. Then nobody else changes it."""
    if booking.person and booking.person.email:
        return True
    return bool(booking.email and booking.confirmed_at) and not hasattr(booking, "brought_in")


def may_rename_for(booking: Booking) -> bool:
    """A convenor may, who is called so in this booking alone: a name that others know them by, too, is theirs to change."""
    person = booking.person
    if person is None:
        return True
    is_here = bool(person.joined_at or person.chosen_name or person.is_keeper)
    return not is_here and not (
        person.bookings.exclude(pk=booking.pk).exists()
        or person.convenings.exists()
        or Thread.objects.all().of(person).exists()
    )


def may_put_back(booking: Booking, now: datetime) -> bool:
    """A convenor may, what was ended or passed on by mistake. Whose place a friend has does not get it back."""
    goes_ahead = not (booking.gathering.is_called_off or is_over(booking.gathering, now))
    return booking.state in ENDED and goes_ahead


def may_vouch_for(booking: Booking) -> bool:
    """What its owner said, or a convenor typed in. What nobody confirmed may be a stranger's words, and goes out in nobody's name."""
    return booking.is_proved


def may_move_in_line(booking: Booking, now: datetime) -> bool:
    """A convenor may change whose turn it is, with a reason."""
    return booking.is_waiting and not is_over(booking.gathering, now)


def may_give(booking: Booking, now: datetime) -> bool:
    """Who has a seat at something that goes ahead may give it to a friend; but not where the convenors say who comes."""
    goes_ahead = not (booking.gathering.is_called_off or is_over(booking.gathering, now))
    return booking.is_seated and goes_ahead and not is_by_asking(booking.gathering)


def may_correct(booking: Booking, now: datetime) -> bool:
    """What they told for the day, once they said that it is them and while it is to come."""
    is_theirs = booking.confirmed_at is not None and not booking.is_being_given_up
    return booking.is_live and is_theirs and not booking.is_by_word_of_mouth and not is_over(booking.gathering, now)


def may_say_quietly(booking: Booking, now: datetime) -> bool:
    """What the cost is to them, once they said that it is them; not where somebody else may have said it from another address."""
    return may_correct(booking, now) and booking.shows_what_was_told


def may_show_their_name(booking: Booking, now: datetime) -> bool:
    """To others who are coming: who has a place and said themselves that it is them. Taking it back is always allowed."""
    return booking.is_coming and may_correct(booking, now) and not booking.gathering.is_called_off


def may_read_who_is_coming(booking: Booking, now: datetime) -> bool:
    """Who has a place, and said that it is them, whether they show their own name or not; until the day after."""
    is_theirs = booking.confirmed_at is not None and not booking.is_by_word_of_mouth
    has_place = booking.is_coming and is_theirs and not booking.is_being_given_up
    return has_place and is_list_open(booking.gathering, now)


def is_name_read(booking: Booking, now: datetime) -> bool:
    """Whether the name that somebody shows can be read at this moment: not while they give up their place, nor when the list is closed."""
    return booking.shows_name and may_read_who_is_coming(booking, now)


def is_list_open(gathering: Gathering, now: datetime) -> bool:
    """Whether those who come can read who else does: not any more on the day after, nor when it is called off."""
    last = last_day_of(gathering)
    return not gathering.is_called_off and (last is None or timezone.localdate(now) <= last)


def may_reread(booking: Booking, now: datetime) -> bool:
    """What they told for the day, once it has been."""
    is_theirs = booking.confirmed_at is not None and not booking.is_by_word_of_mouth
    return booking.is_live and is_theirs and is_over(booking.gathering, now)


def may_rename(booking: Booking) -> bool:
    """How they are called stands in the booking until they join; afterwards on their own page."""
    person = booking.person
    return person is None or not (person.joined_at or person.is_keeper)


def may_confirm(booking: Booking, now: datetime) -> bool:
    """Who has not said yet that it is them, or is offered a place; not to what is called off or over.

    Who was put down by others is asked in another way, with a yes and a no.
    """
    is_unsaid = not booking.confirmed_at or booking.is_offered or booking.is_by_word_of_mouth
    is_open = booking.is_live and is_unsaid
    goes_ahead = not (booking.gathering.is_called_off or is_over(booking.gathering, now))
    return is_open and goes_ahead and not booking.is_unanswered
