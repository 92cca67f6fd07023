from goldenthread.gatherings.plan.models.convening import Convening, ConvenorInvitation
from goldenthread.gatherings.plan.models.facts import Cancellation, Fullness, Postponement, Publication, Settlement
from goldenthread.gatherings.plan.models.following import Following
from goldenthread.gatherings.plan.models.former_address import FormerAddress
from goldenthread.gatherings.plan.models.gathering import Gathering
from goldenthread.gatherings.plan.models.of_gathering import OfGatheringQuerySet
from goldenthread.gatherings.plan.models.offer import OfferOfHelp
from goldenthread.gatherings.plan.models.pending_changes import PendingChanges

__all__ = [
    "Cancellation",
    "Convening",
    "ConvenorInvitation",
    "Following",
    "FormerAddress",
    "Fullness",
    "Gathering",
    "OfGatheringQuerySet",
    "OfferOfHelp",
    "PendingChanges",
    "Postponement",
    "Publication",
    "Settlement",
]
