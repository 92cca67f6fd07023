"""When somebody leaves: their certificates go, and their name goes from those of others whom they hosted."""

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.people.models import Person


def take_off_certificates(person: Person | None, address: str) -> None:
    Certificate.objects.of(person, address).delete()
    if person:
        _take_off(person)


def _take_off(person: Person) -> None:
    """Who convened stands on every certificate in words."""
    names = {person.name, person.chosen_name}
    changed = []
    for certificate in Certificate.objects.filter(gathering__convenings__person=person).distinct():
        rest = [name for name in certificate.printed.get("convenors", []) if name not in names]
        if rest != certificate.printed.get("convenors", []):
            certificate.printed["convenors"] = rest
            changed.append(certificate)
    Certificate.objects.bulk_update(changed, ["printed"], batch_size=500)
