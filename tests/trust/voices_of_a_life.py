"""What somebody brings, alone and with others, for test_nothing_stays.py. Runs inside a house; every word of one life begins alike."""

from datetime import timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.agreeing import write_terms
from goldenthread.gatherings.voices.helping import ask_for_help, offer_help
from goldenthread.gatherings.voices.models import Call, Contribution, HelpAsked, Voice
from goldenthread.gatherings.voices.offering import offer, reword, send
from goldenthread.gatherings.voices.standing_together import ask_another
from goldenthread.kit import clock
from goldenthread.people.models import Person


def raise_a_voice(person: Person, friend: Person, word: str) -> None:
    """They bring a story with terms and a question to members; the friend brings one, asks them to be in it, and would be helped by them."""
    now, supper = clock.now(), Gathering.begin("Supper", by=friend)
    Call.objects.create(gathering=supper, words="Stand up.", until=now + timedelta(days=9), by=friend)
    mine = bring(supper, person, word)
    ask_for_help(mine, f"{word}ending", now=now)
    write_terms(mine, {"fee": f"{word}fee", "expenses": "", "supporter": f"{word}supporter"}, by=friend, now=now)
    theirs = bring(supper, friend, "other")
    ask_another(theirs, name=f"{word}name", email=person.email or "", now=now)
    question: HelpAsked = ask_for_help(theirs, "The ending.", now=now)
    person.refresh_from_db()
    offer_help(question, person, f"{word}help", now=now)


def bring(supper: Gathering, person: Person, word: str) -> Voice:
    now, wording = clock.now(), {"words": f"{word}words", "needs": f"{word}chairs"}
    voice = Voice(name=person.name, email=person.email or "", person=person)
    voice = offer(Contribution(gathering=supper, title=f"{word}title", **wording), voice, sends=False, now=now)
    send(voice.contribution, now=now, by=person)
    voice.contribution.words = f"{word}other words"
    reword(voice.contribution, now=now)
    return voice
