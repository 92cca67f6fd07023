from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from goldenthread.people.models import Person

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.gatherings.plan.models import Gathering
    from goldenthread.gatherings.voices.models.voice import Voice  # noqa: F401 - whose questions these are

# A convenor who typed somebody in may have left since: an address that still waits for its proof was typed in, too.
SAID_YES_OR_TYPED_IN = Q(yes_at__isnull=False) | Q(typed_in_by__isnull=False) | Q(unproved_since__isnull=False)


def not_reached(voice: str = "") -> Q:
    """As `Voice.is_reached` says it: no e-mail may say what was decided. `voice`: the way to it, such as `voice__`."""
    no_address = {f"{voice}email": ""}
    nobody_known = Q(**{f"{voice}person": None}) | Q(**{f"{voice}person__email": None})
    not_theirs_yet = Q(**{f"{voice}yes_at": None}) | Q(**{f"{voice}unproved_since__isnull": False})
    return Q(**no_address) & nobody_known | not_theirs_yet


class VoiceQuerySet(models.QuerySet["Voice"]):
    """Questions about voices."""

    def that_stay(self) -> VoiceQuerySet:
        return self.filter(left_at=None)

    def to_remind(self, gathering: Gathering, since: datetime) -> VoiceQuerySet:
        """Who is in something that was begun by then and never sent. Whoever has not said yes hears nothing of it."""
        drafts = {"contribution__sent_at": None, "contribution__withdrawn_at": None}
        begun = self.that_stay().filter(contribution__gathering=gathering, contribution__begun_at__lte=since, **drafts)
        return begun.filter(yes_at__isnull=False, reminded_at=None)

    def of(self, person: Person) -> VoiceQuerySet:
        """Theirs, also where their address was typed in and not proved yet."""
        mine = Q(person=person) | (Q(email=person.email.lower()) if person.email else Q(pk=None))
        return self.filter(mine)

    def may_be_theirs(self, person: Person) -> VoiceQuerySet:
        """Also where somebody typed their address in, until they say no: of this they read nothing that others wrote about it."""
        return self.of(person).that_stay()

    def brought_by(self, person: Person) -> VoiceQuerySet:
        """They said so themselves, and stay. Anybody may type an address in: being asked must shut nobody out of deciding or
        reading, and opens nothing either."""
        return self.filter(person=person).that_stay().proved()

    def proved(self) -> VoiceQuerySet:
        """They said yes themselves, or to whoever typed it in. Anybody may have typed the others."""
        return self.filter(yes_at__isnull=False)

    def named(self) -> VoiceQuerySet:
        """Those whom others may be shown: whoever was only asked by another voice has not said that they are in it."""
        return self.filter(SAID_YES_OR_TYPED_IN)

    def that_left(self) -> VoiceQuerySet:
        """They had said yes, and left it since. Whoever left this site has no name any more."""
        return self.filter(yes_at__isnull=False, left_at__isnull=False).exclude(person=None, name="")

    def to_be_told(self) -> VoiceQuerySet:
        """Who said yes, or told it to a convenor. Those who were asked to join and have not answered hear nothing."""
        return self.that_stay().filter(SAID_YES_OR_TYPED_IN)

    def on_paper(self) -> VoiceQuerySet:
        """Those whom no e-mail reaches, or not yet: a convenor typed an address in, and nobody has said yes there."""
        return self.named().filter(not_reached())

    def in_it(self) -> VoiceQuerySet:
        """They said yes, and neither left nor stepped back since; nor was it taken back."""
        return self.that_stay().filter(yes_at__isnull=False, stepped_back_at=None, contribution__withdrawn_at=None)

    def forgotten(self) -> VoiceQuerySet:
        """They were in it until they left this site, and have no name any more."""
        was_in_it = {"yes_at__isnull": False, "stepped_back_at": None, "left_at__isnull": False}
        return self.filter(person=None, name="", email="", **was_in_it)

    def departed_untold(self, moment: datetime) -> VoiceQuerySet:
        """They left or stepped back by this moment, once they had been told that it is in; the convenors know nothing of it."""
        told_at = models.F("contribution__decision__telling__at")
        gone = Q(stepped_back_at__lte=moment) | Q(left_at__lte=moment, left_at__gte=told_at)
        known = {"contribution__decision__answer": "in", "contribution__decision__telling__isnull": False}
        return self.named().filter(gone, departure_told_at=None, contribution__withdrawn_at=None, **known)

    def untold_to_the_first(self, moment: datetime) -> VoiceQuerySet:
        """Who others asked, and who said yes by this moment or left it: whoever offered it has not heard of that."""
        never = Q(co_voice_told_at=None, yes_at__lte=moment)
        again = Q(yes_at__gt=models.F("co_voice_told_at"), yes_at__lte=moment) | Q(
            left_at__gt=models.F("co_voice_told_at"), left_at__lte=moment
        )
        return self.filter(never | again, number__gt=1, yes_at__isnull=False, contribution__withdrawn_at=None)

    def in_order(self) -> VoiceQuerySet:
        return self.select_related("person").order_by("number", "pk")
