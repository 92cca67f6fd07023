"""Nobody is the only one with lived experience at a table. Where that cannot be, what to do instead is a choice of whoever mixes,
and no wall: they sit like anybody and are told before the day, or with somebody in particular (a supporter, a convenor)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.sheet.cell_values import Unclear
from goldenthread.mixing.sheet.columns import bare
from goldenthread.mixing.sheet.names import Directory
from goldenthread.mixing.tables.explain.impossible import Conflict
from goldenthread.mixing.tables.instance.values import Instance

TOLD = "told"


def without_company(found: Conflict | None) -> str | None:
    """Somebody whose wish for company is among those that do not go together."""
    return next((wish.people[0] for wish in found.wishes if wish.kind == "company"), None) if found else None


def chosen_by_flags(instance: Instance, flags: Sequence[str]) -> Instance:
    """With what each --alone “NAME=told” or “NAME=WHO SITS WITH THEM” says."""
    names = [guest.id for guest in instance.people]
    directory = Directory(names, names) if flags else None
    for flag in flags:
        person, _, choice = flag.rpartition("=")
        try:
            instance = _chosen(instance, directory, directory.find(person.strip()) if directory else "", choice)
        except Unclear as unclear:
            raise Unreadable(f"--alone “{flag}”: {unclear}.") from None
    return instance


def chosen_at_the_terminal(instance: Instance, person: str, ask: Callable[[str], str]) -> Instance:
    names = [guest.id for guest in instance.people]
    directory, question = Directory(names, names), _question(person)
    while True:
        try:
            return _chosen(instance, directory, person, ask(question))
        except Unclear as unclear:
            sentence = str(unclear)
            question = f"{sentence[0].upper()}{sentence[1:]}.\n> "


def how_to_choose(person: str) -> str:
    """For whoever is not at a terminal, or reads it in a log."""
    return (
        f"This doesn’t have to stop you. Please choose for {person}: --alone “{person}={TOLD}”, and they sit like anybody else, and you tell"
        f" them before the day; or --alone “{person}=NAME”, and they sit with that person: their supporter, or a convenor."
    )


def _question(person: str) -> str:
    return "\n".join(
        [
            f"{person} has lived experience, and in one round nobody else who has it can sit at their table. Please type",
            f"  {TOLD}     and they sit like anybody else, and you tell them before the day, or",
            "  a name   and they sit with that person: their supporter, or a convenor.",
            "> ",
        ]
    )


def _chosen(instance: Instance, directory: Directory | None, person: str, choice: str) -> Instance:
    together = instance.together
    if bare(choice) != TOLD and directory:
        together = (*together, frozenset({person, directory.other(choice.strip(), than=person)}))
    people = tuple(replace(guest, lived=False) if guest.id == person else guest for guest in instance.people)
    return replace(instance, people=people, together=together)
