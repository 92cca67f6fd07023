"""Every e-mail about what somebody brings, as it would be written to whoever brings it, or to who would help."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.voices import departure_emails, help_emails, voice_emails
from goldenthread.gatherings.voices.models import Contribution, HelpAsked, HelpOffer, Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person


def brought(reader: Person, spring: Gathering, *, by: Person | None = None) -> Voice:
    contribution = Contribution.objects.create(gathering=spring, title="Eleven chairs", words="A circle.")
    who = by or reader
    return Voice.objects.create(contribution=contribution, number=1, name=who.name, email=who.email or "", person=who)


def offered(reader: Person, spring: Gathering) -> None:
    voice_emails.offered(brought(reader, spring))


def asked_to_join(reader: Person, spring: Gathering) -> None:
    first = brought(reader, spring, by=spring.convenings.get().person)
    co_voice = Voice.objects.create(
        contribution=first.contribution, number=2, name=reader.name, email=reader.email or "", person=reader
    )
    voice_emails.asked_to_join(co_voice, by=first)


def typed_in(reader: Person, spring: Gathering) -> None:
    voice_emails.typed_in(brought(reader, spring), by=spring.convenings.get().person)


def terms(reader: Person, spring: Gathering) -> None:
    voice_emails.terms_to_agree(brought(reader, spring), by=spring.convenings.get().person, is_decided=False)


def _second(reader: Person, spring: Gathering) -> tuple[Voice, Voice]:
    first = brought(reader, spring, by=spring.convenings.get().person)
    theirs = {"name": reader.name, "email": reader.email or "", "person": reader}
    return Voice.objects.create(contribution=first.contribution, number=2, **theirs), first


def taken_out(reader: Person, spring: Gathering) -> None:
    voice, first = _second(reader, spring)
    voice_emails.taken_out(voice, by=first)


def taken_back(reader: Person, spring: Gathering) -> None:
    voice, first = _second(reader, spring)
    voice_emails.taken_back(voice, by=first, is_open=False)


def co_voice(reader: Person, spring: Gathering) -> None:
    first = brought(reader, spring)
    other = Voice.objects.create(contribution=first.contribution, number=2, name="Sam", yes_at=clock.now())
    voice_emails.co_voice(first, about_whom=other, is_new=True)


def taken_back_in(reader: Person, spring: Gathering) -> None:
    with _convened_by(reader, spring):
        departure_emails.taken_back(brought(reader, spring).contribution, until=clock.now())


def brought_back(reader: Person, spring: Gathering) -> None:
    voice, first = _second(reader, spring)
    voice_emails.brought_back(voice, by=first)


def brought_back_in(reader: Person, spring: Gathering) -> None:
    with _convened_by(reader, spring):
        departure_emails.brought_back(brought(reader, spring).contribution)


def taken_out_in(reader: Person, spring: Gathering) -> None:
    first = brought(reader, spring, by=spring.convenings.get().person)
    other = Voice.objects.create(contribution=first.contribution, number=2, name="Sam")
    with _convened_by(reader, spring):
        departure_emails.taken_out(other)


def departed(reader: Person, spring: Gathering) -> None:
    voice = brought(reader, spring, by=spring.convenings.get().person)
    with _convened_by(reader, spring):
        departure_emails.departed(voice)


@contextmanager
def _convened_by(reader: Person, spring: Gathering) -> Iterator[None]:
    """And by whom it was before, afterwards: other e-mails are from one to the other."""
    before = spring.convenings.get().person
    Convening.objects.update(person=reader)
    yield
    Convening.objects.update(person=before)


def _help(asker: Person, helper: Person, spring: Gathering) -> HelpOffer:
    voice = brought(asker, spring)
    question = HelpAsked.objects.create(contribution=voice.contribution, voice=voice, words="The ending.")
    return HelpOffer.objects.create(asked=question, person=helper, words="I could.")


def help_offered(reader: Person, spring: Gathering) -> None:
    help_emails.help_offered(_help(reader, spring.convenings.get().person, spring))


def help_accepted(reader: Person, spring: Gathering) -> None:
    help_emails.help_accepted(_help(spring.convenings.get().person, reader, spring))


def help_agreed(reader: Person, spring: Gathering) -> None:
    help_emails.help_agreed(_help(reader, spring.convenings.get().person, spring))


def help_left(reader: Person, spring: Gathering) -> None:
    help_emails.help_left(_help(reader, spring.convenings.get().person, spring))


def help_ended(reader: Person, spring: Gathering) -> None:
    help_emails.help_ended(_help(spring.convenings.get().person, reader, spring))


OF_VOICES: dict[str, Callable[[Person, Gathering], object]] = {
    f"voices/emails/voice_{write.__name__}": write
    for write in (
        *(offered, asked_to_join, typed_in, terms, help_offered, help_accepted, help_agreed),
        *(help_left, help_ended),
        *(taken_out, taken_out_in, co_voice, taken_back, taken_back_in, brought_back, brought_back_in, departed),
    )
}
# They did not ask for these, and refuse all like them with one press.
UNASKED = {"voices/emails/voice_asked_to_join", "voices/emails/voice_typed_in"}
