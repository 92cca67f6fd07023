"""Races of convenors: sessions, drafts and what is told. What is set up, who presses at one moment, and what must not have happened."""

from collections import Counter
from datetime import datetime, time

from bench import race_presses as press
from bench.presses import Answer, Presses, errors
from bench.race_stage import DAY, Stage
from goldenthread.gatherings.programme.draft_runs import ask_for, carry_out
from goldenthread.gatherings.programme.models import DraftRun, Placing, PlacingChange, Session
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Contribution, Decision, Telling, Voice
from goldenthread.outbox.models import Email


def one_room_and_hour(stage: Stage, at_once: Presses) -> Counter[str]:
    """Two convenors put four sessions into one room at one hour."""
    stage.clear()
    hall = stage.room(1, None)
    sessions = [Session.objects.create(gathering=stage.day, title=f"Session {n}") for n in range(4)]
    when = datetime.combine(DAY, time(10))
    by = (stage.ada.pk, stage.bo.pk)
    answers = at_once(*[(press.put, (row.pk, hall.pk, when, by[n % 2])) for n, row in enumerate(sessions)])

    return errors(answers) + _moved_once(answers, 0, sum(answer.words == 1 for answer in answers))


def one_session_to_four_hours(stage: Stage, at_once: Presses) -> Counter[str]:
    """Two convenors move one session through its page, all from where it stood: one is answered 302, the others 409."""
    stage.clear()
    session, by = stage.held("Moved", time(9), stage.room(1, None)), (stage.ada.pk, stage.bo.pk)
    presses = [(press.move_through_the_page, (session.pk, f"{10 + n}:00", by[n % 2])) for n in range(4)]
    answers = at_once(*presses)

    statuses = Counter(answer.words for answer in answers)
    elsewise = sum(n for status, n in statuses.items() if status not in {302, 409})
    return errors(answers) + _moved_once(answers, 1, statuses[302]) + Counter({"answered otherwise": elsewise})


def all_told_twice(stage: Stage, at_once: Presses) -> Counter[str]:
    """Two convenors tell all in the same words, and two workers write what is owed."""
    stage.clear()
    for number in range(3):
        brought = Contribution.objects.create(gathering=stage.day, title=f"Told {number}", sent_at=stage.now)
        about = {"name": f"Voice {number}", "email": f"voice{number}@example.org", "yes_at": stage.now}
        Voice.objects.create(contribution=brought, number=1, **about)
        decide(brought, answer=("in", "reserve", "not_now")[number], reason="A short day.", door="wall", by=stage.ada)
    tells = [(press.tell_all, (stage.day.pk, by.pk)) for by in (stage.ada, stage.bo)]
    before = Telling.objects.count()
    answers = at_once(*tells, (press.write_emails, ()), (press.write_emails, ()))
    answers += at_once(*[(press.write_emails, ())] * 4)
    tell_of_decisions(stage.now)

    written = Counter(Email.objects.filter(kind__startswith="decided").values_list("address", flat=True))
    tellings, known = Telling.objects.count() - before, Decision.objects.made_known().count()
    return errors(answers) + Counter(
        {
            "told twice": sum(written.values()) - len(written) + max(0, tellings - 1),
            "lost": 3 - len(written) + 3 - known,
        }
    )


def two_drafts_taken_over(stage: Stage, at_once: Presses) -> Counter[str]:
    """Two drafts of one programme, each pressed twice."""
    stage.clear()
    for number in (1, 2):
        stage.room(number, None)
    Session.objects.bulk_create(Session(gathering=stage.day, title=f"Session {n}") for n in range(4))
    runs = [_draft(stage) for _ in range(2)]
    by = (stage.ada.pk, stage.bo.pk)
    answers = at_once(*[(press.take, (runs[n // 2].pk, by[n % 2])) for n in range(4)])

    won = [number for number, answer in enumerate(answers) if not answer.is_refused and not answer.is_error]
    moves = runs[won[0] // 2].content["moves"] if won else []
    stands = {(m["session"], m["room"], m["from_time"]) for m in moves}
    there = {(p.session_id, p.room_id, f"{p.from_time:%H:%M}") for p in Placing.objects.all()}
    return errors(answers) + Counter(
        {
            "double": max(0, len(won) - 1) + max(0, PlacingChange.objects.count() - len(moves)),
            "lost": int(not won) + len(stands ^ there),
        }
    )


def _draft(stage: Stage) -> DraftRun:
    run = ask_for(stage.day, keeps_placed=False, by=stage.ada, is_small=True)
    run.iterations = 40
    carry_out(run)
    run.refresh_from_db()
    return run


def _moved_once(answers: list[Answer], before: int, heard: int) -> Counter[str]:
    """So often somebody heard that it was done, and so often it was."""
    changes = PlacingChange.objects.count() - before
    return Counter({"double": max(0, changes - 1), "lost": max(0, 1 - changes) + abs(heard - changes)})
