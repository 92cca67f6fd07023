"""The draw for places in sessions, beside what others do: first come, first served, and a lottery in two rounds.

`python -m bench.draw`. The crowd is made up, and the same each time: a few sessions are wanted by many (as in Zipf's law), each
person has up to six wishes and gets two sessions at most.
"""

import time
from collections.abc import Callable, Mapping, Sequence

from goldenthread.mixing.draws import Hour, Wisher
from goldenthread.mixing.draws.drawing import draw
from goldenthread.mixing.draws.tests.crowd import crowd, hours, with_nothing, worth
from goldenthread.mixing.draws.tests.lottery import first_come, lottery

SEED, MOST_EACH = 7, 2
# People, sessions, how many at once, and how many seconds the draw may take.
SIZES = ((120, 12, 4, 1.0), (300, 24, 4, 1.0), (1000, 60, 8, 3.0))
Got = Mapping[int, tuple[int, ...]]
Way = Callable[[Sequence[Hour], Sequence[Wisher]], Got]


def drawn(rooms: Sequence[Hour], people: Sequence[Wisher]) -> Got:
    answer = draw(rooms, people, most_each=MOST_EACH, seed=SEED)
    if not answer.is_proven:
        raise SystemExit("It is not proven that no draw is better.")
    return answer.hours


WAYS: dict[str, Way] = {
    "the draw": drawn,
    "lottery in two rounds": lambda rooms, people: lottery(rooms, people, SEED),
    "first come, first served": lambda rooms, people: first_come(rooms, people, SEED),
}


def main() -> None:
    print("| People × sessions | | Seconds | With nothing | Wishes, first = 6 |")
    print("|---|---|---|---|---|")
    for number, sessions, at_once, seconds in SIZES:
        # Nine chairs for every ten that people could have.
        rooms = hours(sessions, at_once=at_once, chairs=number * MOST_EACH * 9 // 10 // sessions)
        people = crowd(number, sessions, SEED)
        for name, way in WAYS.items():
            since = time.perf_counter()
            got = way(rooms, people)
            took = time.perf_counter() - since
            print(
                f"| {number} × {sessions} | {name} | {took:.2f} | {with_nothing(got)} | {worth(people, got, rooms)} |"
            )
            if way is drawn and took > seconds:
                raise SystemExit(f"Slower than {seconds} s.")


if __name__ == "__main__":
    main()
