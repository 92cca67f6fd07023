"""Who would like to be introduced by the house, and what they told every member: the matcher knows no more of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from goldenthread.mixing.introductions.values import Seeker
from goldenthread.people.models import OPEN_TO_MEMBERS, Hat, Introductions, Portrait, Sector
from goldenthread.people.search import words_of
from goldenthread.threads.models import Introduction

# Nobody is thought of again sooner than this.
REST = timedelta(days=28)
SHORTEST_WORD = 4
# Words that half of a house uses tell nothing, and more different ones than this would only cost memory.
MOST_USE_IT, MANY_PEOPLE, MOST_WORDS = 0.2, 50, 4000
# They say nothing of what somebody brings or looks for; in both languages.
EMPTY_WORDS = frozenset(
    """about after again also always another anybody anyone because been before being both could does doing done during
    each ever every everybody from have having here into just know like little make many maybe more most much near
    never once only other others over people person please same since some somebody somehow someone something such than
    that their them then there these they thing things this those through time together under until very want well were
    what when where which while whom will with without would year years your ourselves perhaps
    amdan arall beth byth ddim ddod eich eraill fach fawr gael gyda hefyd iawn mewn neu ond pawb pobl rhai rhywbeth
    rhywun sydd unrhyw wedi wrth ychydig""".split()  # noqa: SIM905 - words read better as words
)


@dataclass(frozen=True)
class PublicProfile:
    """What somebody told every member, in single words without capitals and accents."""

    person: int
    language: str
    sector: str = ""
    region: str = ""
    offers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def as_seeker(self, *, across_sectors: bool, is_free: bool) -> Seeker:
        """Where they are counts like a word that two of them share."""
        where = {f"region {self.region}"} if self.region else set()
        return Seeker(
            id=f"{self.person}",
            sector=self.sector or None if across_sectors else None,
            interests=self.offers | self.needs | where,
            offers=self.offers,
            needs=self.needs,
            pauses=not is_free,
        )


def who_asked(now: datetime) -> list[PublicProfile]:
    """Everybody who said yes to introductions and has rested since the last, in the order of their keys."""
    rested = Introduction.objects.filter(by=None, at__gt=now - REST)
    resting = {key for pair in rested.values_list("one_id", "other_id") for key in pair}
    portraits = Portrait.objects.filter(
        introductions=Introductions.YES, person__is_active=True, person__joined_at__isnull=False
    )
    columns = "person_id", "person__language", "region", "region_audience", "brings", "brings_audience", "looks_for"
    sectors = _sectors()
    profiles = [
        PublicProfile(
            person,
            language,
            sectors.get(person, ""),
            region if region_to in OPEN_TO_MEMBERS else "",
            _words(brings, brings_to),
            _words(looks_for, looks_for_to),
        )
        for person, language, region, region_to, brings, brings_to, looks_for, looks_for_to in portraits.order_by(
            "person"
        ).values_list(*columns, "looks_for_audience")
        if person not in resting
    ]
    return _without_what_tells_nothing(profiles)


def _words(text: str, audience: str) -> frozenset[str]:
    if audience not in OPEN_TO_MEMBERS:
        return frozenset()
    return frozenset(word for word in words_of(text) if len(word) >= SHORTEST_WORD) - EMPTY_WORDS


def _sectors() -> dict[int, str]:
    """One for each, of those that they opened to members and to mixing. Lived experience is never a reason to be introduced."""
    hats = Hat.objects.for_mixing().filter(audience__in=OPEN_TO_MEMBERS)
    worn: dict[int, list[str]] = defaultdict(list)
    for person, sector in hats.exclude(sector__in=["", Sector.LIVED_EXPERIENCE]).values_list("person_id", "sector"):
        worn[person].append(sector)
    return {person: min(sectors) for person, sectors in worn.items()}


def _without_what_tells_nothing(profiles: Iterable[PublicProfile]) -> list[PublicProfile]:
    """Words of one person only connect nobody; words of nearly everybody connect everybody."""
    people = list(profiles)
    used = Counter(word for profile in people for word in profile.offers | profile.needs)
    too_many = len(people) * MOST_USE_IT if len(people) > MANY_PEOPLE else len(people)
    telling = frozenset(word for word, times in used.most_common() if 1 < times <= too_many)
    if len(telling) > MOST_WORDS:
        telling = frozenset(sorted(telling, key=lambda word: (-used[word], word))[:MOST_WORDS])
    return [replace(profile, offers=profile.offers & telling, needs=profile.needs & telling) for profile in people]
