import pytest
from django.test import Client

from goldenthread.gatherings.voices.models import Contribution, HelpAsked, Voice, VoiceAbsence, VoiceTerms
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.people.everything import rows_of
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person


@pytest.fixture
def sam(jude, press):
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    voice = Voice.objects.get(email="sam@example.org")
    press(voice, "yes")
    return Voice.objects.select_related("person").get(pk=voice.pk)


@pytest.fixture
def jude_leaves(jude):
    def jude_leaves():
        leave(Person.objects.get(email="jude@example.org"))

    return jude_leaves


def test_the_words_go_with_whoever_alone_brought_them(jude, jude_leaves):
    jude_leaves()

    kept = Contribution.objects.get()
    assert (kept.title, kept.words, kept.versions.count(), kept.is_withdrawn) == ("", "", 0, True)


def test_they_stay_while_another_brings_them(jude, sam, jude_leaves):
    jude_leaves()

    assert list(Contribution.objects.sent().values_list("title", flat=True)) == ["Eleven chairs"]


def test_an_empty_voice_stays_without_name_or_address(jude, sam, jude_leaves):
    jude_leaves()

    voice = Voice.objects.get(pk=jude.pk)
    assert (voice.name, voice.email, voice.person, voice.known_as) == ("", "", None, "a participant")
    assert Client().get(f"{AT}{jude.key}/").status_code == 404


def test_a_draft_goes_as_a_whole(brought, call):
    voice = brought(is_sent=False)
    leave(Person.objects.get(email=voice.email))

    assert not Contribution.objects.exists()


def test_what_was_typed_with_their_address_goes_too(client, call, bo):
    typed = {"title": "Bo’s secret", "name": "Bo", "email": "bo@example.org", "press": "save"}
    client.post(AT, typed)
    leave(bo)

    assert not Voice.objects.exists()


def test_absences_terms_and_what_they_asked_go(jude, jude_leaves, now):
    VoiceTerms.objects.create(voice=jude, fee="£1")
    VoiceAbsence.objects.create(voice=jude, starts_at=now, ends_at=now.replace(year=2090))
    HelpAsked.objects.create(contribution=jude.contribution, voice=jude, words="The ending.")
    jude_leaves()

    assert [model.objects.count() for model in (VoiceTerms, VoiceAbsence, HelpAsked)] == [0, 0, 0]


def test_everything_about_me_holds_what_i_bring_and_what_was_agreed(jude, sam, ada):
    terms = VoiceTerms.objects.create(voice=sam, fee="£1", by=ada)

    assert list(rows_of(sam.person, VoiceTerms)) == [terms]
    assert list(rows_of(sam.person, Contribution)) == [jude.contribution]
    assert list(rows_of(ada, Contribution)) == []
    jude.refresh_from_db()
    assert list(rows_of(jude.person, VoiceTerms)) == []


def test_brought_back_from_an_older_backup_they_are_forgotten_again(jude, answers_of):
    marks = set(answers_of("voices").before_leaving(None, "jude@example.org"))
    Voice.objects.filter(pk=jude.pk).update(name="Jude", email="jude@example.org", key=jude.key, left_at=None)
    answers_of("voices").forget_again(marks)

    assert Voice.objects.get(pk=jude.pk).name == ""


def test_whoever_was_only_asked_does_not_keep_the_words(jude, jude_leaves, press):
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    co_voice = Voice.objects.get(email="sam@example.org")
    jude_leaves()
    press(co_voice, "yes")

    assert list(Contribution.objects.values_list("title", "words")) == [("", "")]
    assert not Voice.objects.filter(email="sam@example.org").exists()


def test_whoever_had_left_does_not_bring_back_what_was_erased(jude, sam, jude_leaves, press):
    press(sam, "me", "withdrawal/")
    jude_leaves()
    press(sam, "back")

    assert not Contribution.objects.sent().exists()
