"""What this site says about itself: the keeper's own words where there are any, and ours elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from goldenthread.desk.models import OwnWords
from goldenthread.desk.our_words import OUR_WORDS
from goldenthread.journal.note import note
from goldenthread.kit import house
from goldenthread.kit.models import House
from goldenthread.people.models import Person


@dataclass(frozen=True)
class AboutWords:
    """One part of the pages about this site, and whether its keeper wrote it."""

    text: str
    is_own: bool


def own_words() -> dict[str, str]:
    return dict(OwnWords.objects.values_list("part", "words"))


def about_words() -> dict[str, AboutWords]:
    """Every part, by its word."""
    own = own_words()
    return {part.value: AboutWords(own.get(part) or our_words(part), part in own) for part in OwnWords.Part}


def our_words(part: OwnWords.Part) -> str:
    this = house.the_house()
    return str(OUR_WORDS[part]) % {"name": this.name if this else ""}


@transaction.atomic
def say_about(name: str, sentence: str, words: dict[str, str], *, by: Person) -> None:
    """Keep what a keeper says, part by part. An empty part is said in our words again."""
    House.objects.update(name=name, sentence=sentence)
    house.forget()
    for part, text in words.items():
        if text:
            OwnWords.objects.update_or_create(part=part, defaults={"words": text})
        else:
            OwnWords.objects.filter(part=part).delete()
    note(by, "said what this site is", House.objects.get())
