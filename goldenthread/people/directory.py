"""The people whom a member may find, a page at a time and in the order of their names."""

from dataclasses import dataclass

from django.core.cache import cache
from django.core.validators import slug_re
from django.db.models import Count, Q, QuerySet

from goldenthread.kit.suppression import rounded
from goldenthread.people.audience import Seen, all_that_is_seen
from goldenthread.people.models import Finding, Hat, Person, Region, Sector
from goldenthread.people.search import Matches, tag

ON_A_PAGE = 30
# Once a day, like every number that others see: nobody can watch it change while somebody comes or goes.
COUNTED_EVERY = 60 * 60 * 24


@dataclass(frozen=True)
class Wanted:
    """Whom somebody looks for. What is left empty does not matter."""

    words: str = ""
    brings: str = ""
    sector: str = ""
    region: str = ""

    @property
    def is_anybody(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True)
class DirectoryPage:
    """Some people, and the token of the last of them if there are more."""

    people: list[tuple[Seen, str]]
    after: str


def find(wanted: Wanted, *, by: Person, after: str = "") -> DirectoryPage:
    """The first people who fit, or those after the person with this token. Four queries, however many there are."""
    findings = _after(_fitting(wanted), after).order_by("sorted_by", "id")
    keys = list(findings.values_list("person_id", flat=True)[: ON_A_PAGE + 1])
    people = Person.objects.with_what_they_tell().filter(is_active=True).in_bulk(keys[:ON_A_PAGE])
    in_order = [people[key] for key in keys[:ON_A_PAGE] if key in people]
    seen = all_that_is_seen(in_order, by=by)
    tokens = [person.portrait.token for person in in_order]
    return DirectoryPage(list(zip(seen, tokens, strict=True)), tokens[-1] if len(keys) > ON_A_PAGE and tokens else "")


def counts() -> dict[str, dict[str, int]]:
    """About how many can be found by sector and by region: never fewer than five, and never to be worked out."""
    return cache.get_or_set("people.directory.counts", _counted, COUNTED_EVERY) or {}


def _counted() -> dict[str, dict[str, int]]:
    regions = Finding.objects.values_list("region").annotate(Count("id"))
    hats = Hat.objects.found_by_members().filter(person__finding__isnull=False)
    sectors = hats.exclude(sector="").values_list("sector").annotate(Count("id"))
    return {"region": _in_order(Region.values, dict(regions)), "sector": _in_order(Sector.values, dict(sectors))}


def _in_order(names: list[str], counted: dict[str, int]) -> dict[str, int]:
    # Who told no region counts as well: they would be the rest of a subtraction.
    safe = rounded(counted)
    return {name: safe[name] for name in names if name in safe}


def _fitting(wanted: Wanted) -> QuerySet[Finding]:
    tags = [tag(kind, value) for kind, value in (("sector", wanted.sector), ("region", wanted.region)) if value]
    by_region_alone = bool(wanted.region) and wanted == Wanted(region=wanted.region)
    if by_region_alone:
        return Finding.objects.filter(region=wanted.region)
    matches = Matches(words=wanted.words, brings=wanted.brings, tags=tuple(tags))
    return Finding.objects.all() if matches.asks_nothing else Finding.objects.filter(matches)


def _after(findings: QuerySet[Finding], token: str) -> QuerySet[Finding]:
    # Whatever else stands in the address is no token, and PostgreSQL would stumble over some of it.
    is_token = bool(slug_re.match(token))
    last = Finding.objects.filter(person__portrait__token=token).first() if is_token else None
    if last is None:
        return findings
    return findings.filter(
        Q(sorted_by__gt=last.sorted_by) | Q(sorted_by=last.sorted_by, id__gt=last.pk), sorted_by__gte=last.sorted_by
    )
