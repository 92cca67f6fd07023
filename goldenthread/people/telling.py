"""Telling of oneself: every change goes through here, so that the directory never knows more, or less, than was told."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation

from goldenthread.people.audience import what_a_member_sees
from goldenthread.people.models import Finding, Hat, Person, Portrait
from goldenthread.people.search import fold, tag

LONGEST_NAME = 100


def portrait_of(person: Person) -> Portrait:
    """Theirs, or an empty one that is not kept yet."""
    return Portrait.objects.filter(person=person).first() or Portrait(person=person)


@transaction.atomic
def tell(person: Person, *, known: dict[str, Any], portrait: Portrait, is_to_be_found: bool) -> None:
    """Keep how somebody is known, what they tell, and whether members may find them."""
    Person.objects.filter(pk=person.pk).update(**known)
    portrait.save()
    if is_to_be_found:
        _let_be_found(person.pk)
    else:
        Finding.objects.filter(person=person).delete()


@transaction.atomic
def put_on(hat: Hat) -> None:
    """However often it is pressed, a hat is worn once."""
    Person.objects.select_for_update().get(pk=hat.person_id)
    if hat.pk is None:
        same = {"sector": hat.sector} if hat.sector else {"sector": "", "words": hat.words}
        hat.pk = Hat.objects.filter(person=hat.person_id, **same).values_list("pk", flat=True).first()
        hat._state.adding = hat.pk is None
    hat.save()
    tell_the_directory(hat.person_id)


@transaction.atomic
def take_off(hat: Hat) -> None:
    hat.delete()
    tell_the_directory(hat.person_id)


def tell_the_directory(person_id: int) -> None:
    """What a person tells has changed. Somebody who does not want to be found stays unfound."""
    if Finding.objects.filter(person=person_id).exists():
        _let_be_found(person_id)


def found_by(person: Person) -> Finding:
    """What the directory may know of this person: what every member may see, and nothing else."""
    seen, portrait = what_a_member_sees(person), getattr(person, "portrait", None)
    hats = [hat for hat in seen.hats if hat.is_for_being_found]
    region = portrait.region if portrait and seen.region else ""
    tags = [tag("sector", hat.sector) for hat in hats if hat.sector] + ([tag("region", region)] if region else [])
    words = [seen.name, seen.brings, seen.looks_for, *_in_every_language(region, hats), *(hat.words for hat in hats)]
    return Finding(
        person=person,
        sorted_by=fold(seen.name)[:LONGEST_NAME],
        region=region,
        brings=fold(seen.brings),
        words=f"{' '.join(tags)} {fold(' '.join(words))}".strip(),
    )


def _let_be_found(person_id: int) -> None:
    finding = found_by(Person.objects.with_what_they_tell().get(pk=person_id))
    known = {name: getattr(finding, name) for name in ("sorted_by", "region", "brings", "words")}
    Finding.objects.update_or_create(person_id=person_id, defaults=known)


def _in_every_language(region: str, hats: list[Hat]) -> list[str]:
    labels = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            labels += [str(Portrait(region=region).get_region_display()), *(hat.get_sector_display() for hat in hats)]
    return labels
