"""A crowd whose wishes crowd together as those of people do: a few sessions are wanted by many."""

from random import Random

from goldenthread.mixing.draws import Hour, Wisher

AN_HOUR = 3600


def hours(number, *, at_once, chairs):
    return [Hour(n, n, n // at_once * AN_HOUR, n // at_once * AN_HOUR + 2700, chairs) for n in range(number)]


def crowd(people, sessions, seed, least=1, most=6):
    lots = Random(seed)  # noqa: S311 - a crowd that is the same each time
    return [Wisher(n, tuple(_wishes(lots, sessions, lots.randint(least, most)))) for n in range(people)]


def _wishes(lots, sessions, number):
    left, wishes = list(range(sessions)), []
    for _ in range(min(number, sessions)):
        wishes.append(lots.choices(left, [1 / (session + 1) for session in left])[0])
        left.remove(wishes[-1])
    return wishes


def worth(wishers, got, hours):
    """By the rule of the draw: a first wish counts six, a sixth one."""
    session = {hour.key: hour.session for hour in hours}
    return sum(6 - wisher.wishes.index(session[key]) for wisher in wishers for key in got[wisher.key])


def with_nothing(got):
    return sum(1 for keys in got.values() if not keys)
