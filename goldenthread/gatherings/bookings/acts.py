"""What the journal says of bookings: what was done, and never what somebody told in confidence."""

from datetime import timedelta
from functools import partial

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import State
from goldenthread.journal.above import Act, silent

LIST, OPENING, IMPORTS = "bookings:bookings", "bookings:opening", "bookings:imports"
QUESTIONS, REMINDERS = "bookings:questions", "bookings:reminders"
# Of needs, a sector and a line only that they were touched.
FIELDS = {
    "name": _("name"),
    "email": _("e-mail"),
    "sectors": _("sector"),
    "needs": _("what they need"),
    "supporter": _("who comes with them"),
    "line": _("their line to the convenors"),
    "answers": _("what they answered"),
}
ENDED = {
    State.CANCELLED: _("The booking of %(whose)s ended"),
    State.APOLOGIES: _("%(whose)s sent apologies"),
    State.RELEASED: _("%(whose)s didn’t confirm in time, and the place is free again"),
    State.LAPSED: _("%(whose)s didn’t answer in time, and the place was offered to somebody else"),
}


def fields_in_words(why: str) -> str:
    return ", ".join(str(FIELDS[name]) for name in why.split(", ") if name in FIELDS)


of_one = partial(Act, page="bookings:listed", is_of_one=True)
# What one press may do for many is one line.
of_one_or_many = partial(of_one, within=timedelta(minutes=1), page_of_many=LIST)

ACTS = (
    Act("opened the booking", _("%(name)s opened the booking"), page=OPENING),
    Act("changed the booking", _("%(name)s changed how people book"), page=OPENING),
    Act("held places", _("%(name)s held places"), page=OPENING),
    Act("brought in a list", _("%(name)s imported a list"), page=IMPORTS),
    Act("took back a list", _("%(name)s undid an import"), page=IMPORTS),
    Act("brought in who left a mailing list", _("%(name)s imported who left a mailing list"), page=IMPORTS),
    *(
        Act(f"took the list of bookings as {kind}", _("%(name)s downloaded the list of who is coming"), page=LIST)
        for kind in ("csv", "xlsx")
    ),
    Act("took the list for the door", _("%(name)s took the list for the door"), page=LIST),
    Act("asked a question in the booking", _("%(name)s added a question to the booking"), page=QUESTIONS),
    Act("ended a question in the booking", _("%(name)s ended a question in the booking"), page=QUESTIONS),
    Act("added a reminder", _("%(name)s added a reminder"), page=REMINDERS),
    Act("turned a reminder off", _("%(name)s turned a reminder off"), page=REMINDERS),
    of_one_or_many(
        "said yes to somebody who asked",
        _("%(name)s said yes to %(whose)s, who had asked for a place"),
        many=_("%(name)s said yes to %(n)s people who had asked for a place"),
    ),
    of_one_or_many(
        "said no to somebody who asked",
        _("%(name)s said no to %(whose)s, who had asked for a place"),
        many=_("%(name)s said no to %(n)s people who had asked for a place"),
    ),
    of_one("typed in a booking", _("%(name)s typed in the booking of %(whose)s")),
    of_one_or_many(
        "wrote down that somebody comes",
        _("%(name)s wrote down that %(whose)s is coming"),
        many=_("%(name)s wrote down that %(n)s people are coming"),
    ),
    of_one(
        "corrected a booking for somebody",
        _("%(name)s corrected the booking of %(whose)s"),
        because=fields_in_words,
    ),
    of_one_or_many(
        "wrote to somebody in their own way",
        _("%(name)s wrote to %(whose)s, or rang them"),
        many=_("%(name)s wrote to %(n)s people, or rang them"),
    ),
    of_one("put a booking back", _("%(name)s put the booking of %(whose)s back")),
    of_one("changed a turn on the waiting list", _("%(name)s moved %(whose)s on the waiting list")),
    *(
        of_one(f"ended a booking: {state}", _("%(name)s ended the booking of %(whose)s"), alone=ENDED[state])
        for state in ENDED
    ),
    of_one("confirmed a booking", _("The place of %(whose)s was confirmed")),
    of_one("gave up a place", _("%(whose)s gave up their place")),
    of_one("took their place back", _("%(whose)s took their place back")),
    of_one("gave their place to a friend", _("%(whose)s gave their place to a friend")),
    of_one("offered a place", _("A free place was offered to %(whose)s")),
    # A date and a name beside it would say when somebody thought better of what they had asked for; and who wants to be
    # forgotten is.
    *silent(
        "corrected what they told for a gathering",
        "confirmed what they typed when they asked again",
        "read what people need",
        "read what people answered",
        "was forgotten",
    ),
)
