"""Tables in every state, for the pages that show them. Runs inside a house, with furnishing.py."""

from datetime import timedelta

from django.utils import timezone

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.kit import clock
from goldenthread.people.models import Person


def seat(ada: Person, roomy: str, packed: str, long: str) -> dict[str, str]:
    """Paths to versions that are done, announced, failed and being mixed, and to a seat."""
    large, small = (arrange(gathering, outline_for(gathering), by=ada) for gathering in map(_at, (roomy, packed)))
    large.tables.filter(number=1).update(label=long[:40], room=long[:60], host=large.gathering.bookings.first())
    large.rounds.filter(number=1).update(name=long[:60], is_home=True)
    done, failed = _mixed(large, ada), _mixed(large, ada)
    announce(_mixed(small, ada), by=ada)
    announce(done, by=ada)
    Mix.objects.filter(pk=failed.pk).update(done_at=None, failed_at=clock.now(), told={"what": "locked"})
    # Whoever claimed it says that they are at it, for as long as anybody looks.
    running = ask_for(large, MixRequest(), by=ada, claim="nobody")
    Mix.objects.filter(pk=running.pk).update(percent=40, beat_at=timezone.now() + timedelta(days=1))
    first = done.seats.order_by("pk")[0]
    at = done.get_absolute_url()
    return {
        "version": at,
        "failed": failed.get_absolute_url(),
        "mixing": running.get_absolute_url(),
        "seat": f"{at}seats/{first.pk}/",
    }


def _at(path: str) -> Gathering:
    return Gathering.objects.get(slug=path.strip("/").split("/")[-1])


def _mixed(arrangement: Arrangement, ada: Person) -> Mix:
    version = ask_for(arrangement, MixRequest(seconds=0.2), by=ada, claim="furnishing")
    carry_out(version)
    version.refresh_from_db()
    return version
