"""Races for chairs, wishes and cells: what is set up, who presses at one moment, and what must not have happened afterwards."""

from collections import Counter
from datetime import time, timedelta

from bench import race_presses as press
from bench.presses import Presses, errors
from bench.race_stage import Stage
from goldenthread.gatherings.open_hour.models import Topic, TopicPlacing
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import SessionPlace, SessionWish
from goldenthread.gatherings.signup.opening_sign_up import set_draw
from goldenthread.gatherings.signup.signing_up import sign_up

COMING = "coming"


def last_chair(stage: Stage, at_once: Presses) -> Counter[str]:
    """Four press for one chair."""
    hour = _hour_with_chairs(stage, 1)
    answers = at_once(*[(press.sign_up, (who.pk, hour.placing.key, stage.now)) for who in stage.people])

    taken = SessionPlace.objects.coming().count()
    heard = sum(answer.words == COMING for answer in answers)
    return errors(answers) + Counter(
        {"oversold": max(0, taken - 1), "idle": max(0, 1 - taken), "lost": max(0, heard - taken)}
    )


def last_chair_as_the_room_shrinks(stage: Stage, at_once: Presses) -> Counter[str]:
    """One sits there, three press for the second chair, and a convenor types in that the room has only one."""
    hour = _hour_with_chairs(stage, 2)
    sign_up(stage.people[0], hour.placing.key, now=stage.now)
    room = hour.placing.room.key if hour.placing.room else 0
    rush = [(press.sign_up, (who.pk, hour.placing.key, stage.now)) for who in stage.people[1:]]
    *answers, shrunk = at_once(*rush, (press.shrink, (room, 1, stage.ada.pk)))

    taken, hour = SessionPlace.objects.coming().count(), hours_at(stage.day, stage.now)[0]
    late = [answer for answer in answers if answer.words == COMING and answer.begun > shrunk.ended]
    unsaid = int(hour.over_by != taken - 1)
    return errors([*answers, shrunk]) + Counter(
        {"oversold": max(0, taken - 2) + len(late), "lost": max(0, 1 - taken), "nobody says that it is over": unsaid}
    )


def wishes_that_close(stage: Stage, at_once: Presses) -> Counter[str]:
    """Three wish in the last second, and the worker draws. Whoever heard that it was in time is drawn, and nobody else."""
    stage.clear()
    until = stage.now + timedelta(hours=1)
    draw = set_draw(stage.day, by=stage.ada, now=stage.now, until=until, most_each=1)
    session = stage.held("Drawn", time(10), stage.room(1, 10))
    stage.opened(session, draw=draw)
    wishing = [(press.wish, (who.pk, draw.pk, session.pk, until - timedelta(seconds=1))) for who in stage.people[:3]]
    *answers, drew = at_once(*wishing, (press.hold_draw, (draw.pk, until)))

    wished = {who.pk for who, answer in zip(stage.people, answers, strict=False) if answer.words is None}
    seated = set(SessionPlace.objects.coming().values_list("booking", flat=True))
    rows = set(SessionWish.objects.values_list("booking", flat=True))
    return errors([*answers, drew]) + Counter(
        {"lost": len(wished - seated), "nobody asked": len(seated - wished | rows - wished)}
    )


def two_cards_on_one_cell(stage: Stage, at_once: Presses) -> Counter[str]:
    """Four hosts hang their cards at one round and corner."""
    stage.clear()
    cards, cell = [stage.card(f"Card {n}", n) for n in range(4)], stage.cell(1, 1)
    answers = at_once(*[(press.hang, (card.pk, cell)) for card in cards])

    hung, heard = TopicPlacing.objects.count(), sum(answer.words is None for answer in answers)
    return errors(answers) + Counter(
        {"double": max(0, hung - 1), "lost": max(0, heard - hung), "idle": max(0, 1 - hung)}
    )


def a_card_that_is_moved_as_its_host_leaves(stage: Stage, at_once: Presses) -> Counter[str]:
    """The host moves it on one page and leaves it on another, and somebody who hosts another card then takes it on."""
    stage.clear()
    card, other = stage.card("Moved", 0), stage.card("Beside", 1)
    for hung, cell in ((card, stage.cell(1, 1)), (other, stage.cell(2, 1))):
        press.hang(hung.pk, cell)()
    left, *answers = at_once(
        (press.leave, (card.pk,)),
        (press.hang, (card.pk, stage.cell(2, 2))),
        (press.take_on, (card.pk, stage.people[1].pk)),
        (press.take_on, (card.pk, stage.people[2].pk)),
    )

    hosts = Counter(TopicPlacing.objects.exclude(topic__host=None).values_list("round", "topic__host"))
    took = {stage.people[n].pk for n, answer in ((1, answers[1]), (2, answers[2])) if not answer.is_refused}
    host = Topic.objects.get(pk=card.pk).host_id
    return errors([left, *answers]) + Counter(
        {
            "double": sum(n - 1 for n in hosts.values()) + max(0, len(took) - 1),
            "lost": int(host != next(iter(took), None)) + 2 - TopicPlacing.objects.count(),
        }
    )


def _hour_with_chairs(stage: Stage, chairs: int) -> SessionHour:
    stage.clear()
    stage.opened(stage.held("A workshop", time(10), stage.room(1, chairs)))
    return hours_at(stage.day, stage.now)[0]
