"""What we promised ourselves, and whether this run kept it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.figures import JUST_CHANGED, SIGNED_IN, Figures
from bench.peers.pretalx_server import LANDING, SCHEDULE, SERVER_RENDERED
from bench.rounds import paired
from bench.start import BARE_VIEW, OURS, SAME_BYTES


@dataclass(frozen=True)
class Goal:
    """One promise: found must be at least, or at most, so much."""

    what: str
    found: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def kept(self) -> bool:
        return self.found >= self.at_least if self.at_least is not None else self.found <= (self.at_most or 0)

    @property
    def asked(self) -> str:
        return f"≥ {self.at_least:g}" if self.at_least is not None else f"≤ {self.at_most:g}"


def goals(figures: Figures) -> list[Goal]:
    return [*_speed(figures), *_work(figures), *_weight(figures), *_house(figures)]


def _speed(figures: Figures) -> Iterator[Goal]:
    storms = figures.storms
    rps = {name: [burst.per_second for burst in bursts] for name, bursts in storms.items()}
    slowest = {name: [burst.p99 for burst in bursts] for name, bursts in storms.items()}
    for name, least in ((BARE_VIEW, 0.8), (SAME_BYTES, 0.15), (LANDING, 60), (SCHEDULE, 80), (SERVER_RENDERED, 350)):
        if name in rps:
            yield Goal(f"requests a second, times those of: {name}", paired(rps[OURS], rps[name]), at_least=least)
    yield Goal("p99, times that of the bare Django view", paired(slowest[OURS], slowest[BARE_VIEW]), at_most=2)
    if LANDING in rps:
        yield Goal("p99, times that of pretalx's landing", paired(slowest[OURS], slowest[LANDING]), at_most=1 / 15)


def _work(figures: Figures) -> Iterator[Goal]:
    work = figures.processor
    if LANDING in work:
        for name, least in ((LANDING, 60), (SCHEDULE, 80), (SERVER_RENDERED, 350)):
            yield Goal(f"processor time of {name}, times ours", paired(work[name], work[OURS]), at_least=least)
        cold = paired(work[JUST_CHANGED], work[SERVER_RENDERED])
        yield Goal("just changed: processor time, times pretalx's server-rendered schedule", cold, at_most=0.2)
        yield Goal("... the same, stretch", cold, at_most=1 / 9)
        personal = paired(work[SIGNED_IN], work[LANDING])
        yield Goal("signed in: processor time, times pretalx's landing", personal, at_most=1)
        yield Goal("... the same, stretch", personal, at_most=0.5)
    yield Goal("just changed: queries", figures.questions[JUST_CHANGED], at_most=4)
    yield Goal("signed in: queries", figures.questions[SIGNED_IN], at_most=8)


def _weight(figures: Figures) -> Iterator[Goal]:
    if weight := figures.weight:
        yield Goal("first visit: requests", weight.requests, at_most=6)
        yield Goal("first visit: KB without fonts", weight.total - weight.fonts, at_most=25)
        yield Goal("first visit: KB with fonts", weight.total, at_most=110)
        yield Goal("first visit: KB of JavaScript", weight.scripts, at_most=20)


def _house(figures: Figures) -> Iterator[Goal]:
    for name, seconds in figures.wrong_for.items():
        yield Goal(f"seconds that an old page was shown, {name}, worst", seconds, at_most=1)
    for name, megabytes in figures.megabytes.items():
        yield Goal(f"whole house: MB of memory (PSS) {name}", megabytes, at_most=130 if "first" in name else 180)
    yield Goal("whole house: seconds to first page", figures.seconds_to_start["later"], at_most=1.5)
