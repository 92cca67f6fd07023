"""What may one person see of another? Decided here and nowhere else: for pages, lists, search, exports and the API.

Who hosts whom, and who has met whom, is known upstairs. It comes in as `closeness`: the audiences that the viewer belongs to
for this person, of `HOSTS` and `MET`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.mixing.sheet.names import first_name
from goldenthread.people.models import (
    OPEN_TO_MEMBERS,
    Audience,
    Familiarity,
    Hat,
    Introductions,
    Person,
    Portrait,
    Region,
)

Closeness = frozenset[Audience]
NOT_CLOSE: Closeness = frozenset()
# What only other rooms can know.
KNOWN_UPSTAIRS = frozenset({Audience.HOSTS, Audience.MET})
# Lines of a portrait whose audience the person chooses.
CHOSEN = ("familiarity", "region", "brings", "looks_for", "introductions")
# Asked for each line of thirty people on a page: `get_region_display` would put all regions together anew for each of them.
WORDS_OF: dict[str, dict[Any, Any]] = {
    "familiarity": dict(Familiarity.choices),
    "region": dict(Region.choices),
    "introductions": dict(Introductions.choices),
}


@dataclass(frozen=True)
class Seen:
    """What somebody may see of a person. What they may not see is empty, as if it had never been told."""

    person_id: int
    name: str = ""
    pronouns: str = ""
    familiarity: str = ""
    region: str = ""
    brings: str = ""
    looks_for: str = ""
    introductions: str = ""
    access_needs: str = ""
    hats: tuple[Hat, ...] = ()

    @property
    def tells_nothing(self) -> bool:
        """Beyond a name."""
        return self == Seen(self.person_id, name=self.name, pronouns=self.pronouns)


def what_is_seen(*, of: Person, by: Person | None, closeness: Closeness = NOT_CLOSE) -> Seen:
    """What `by` may see of this person; None is a stranger."""
    return _seen_among(of, audiences_of(by, of, closeness))


def how_they_are_called(*, of: Person, by: Person | None, closeness: Closeness = NOT_CLOSE) -> Seen:
    """No more than the name that `by` may know, and how to speak of them: nothing else is read for it."""
    called = _by_name(of, audiences_of(by, of, closeness))
    return Seen(of.pk, name=called.get("name", ""), pronouns=called.get("pronouns", ""))


def what_a_member_sees(of: Person) -> Seen:
    """What any member may see of this person, whoever it is: all that the directory may know."""
    return _seen_among(of, OPEN_TO_MEMBERS)


def all_that_is_seen(
    of: Iterable[Person], *, by: Person | None, closeness: Mapping[int, Closeness] | None = None
) -> list[Seen]:
    """The same for many, taken from `Person.objects.with_what_they_tell()`. `closeness` goes by the key of the person."""
    near = closeness or {}
    return [what_is_seen(of=person, by=by, closeness=near.get(person.pk, NOT_CLOSE)) for person in of]


def audiences_of(by: Person | None, of: Person, closeness: Closeness = NOT_CLOSE) -> frozenset[Audience]:
    """To which audiences of this person somebody belongs. Hosts do not count as people whom one has met, nor the other way."""
    if by is None or not by.is_active:
        return frozenset({Audience.EVERYONE})
    if by.pk == of.pk:
        return frozenset(Audience)
    members = {Audience.MEMBERS} if by.joined_at else set()
    return frozenset({Audience.EVERYONE} | members | (closeness & KNOWN_UPSTAIRS))


def _seen_among(of: Person, among: frozenset[Audience]) -> Seen:
    portrait: Portrait | None = getattr(of, "portrait", None)
    return Seen(
        of.pk,
        **_by_name(of, among),
        **(_told(portrait, among) if portrait else {}),
        hats=tuple(hat for hat in of.hats.all() if hat.audience in among),
    )


def _by_name(person: Person, among: frozenset[Audience]) -> dict[str, str]:
    """Everybody but a stranger may call a person by their name, and speak of them rightly.

    Who never joined gave their name for one day: hosts know it, and everybody else knows the first name, as the booking says.
    """
    if among == {Audience.EVERYONE}:
        return {}
    knows_all = person.joined_at or Audience.HOSTS in among
    return {"name": person.known_as if knows_all else first_name(person.known_as), "pronouns": person.pronouns}


def _told(portrait: Portrait, among: frozenset[Audience]) -> dict[str, Any]:
    lines = {line: _in_words(portrait, line) for line in CHOSEN if getattr(portrait, f"{line}_audience") in among}
    # Unsealed only for those who act on it.
    return lines | ({"access_needs": portrait.access_needs} if Audience.HOSTS in among else {})


def _in_words(portrait: Portrait, line: str) -> str:
    """The words of a choice, or what was written."""
    value = getattr(portrait, line)
    return str(WORDS_OF[line].get(value, value)) if line in WORDS_OF else value
