from goldenthread.threads.models.encounter import Encounter
from goldenthread.threads.models.introduction import Asking, Introduction
from goldenthread.threads.models.keep_apart import KeepApart
from goldenthread.threads.models.pairs import OnePerson, Pair, Who, key_of, keys_of, pair_of
from goldenthread.threads.models.round import SuggestionRound
from goldenthread.threads.models.side import Side
from goldenthread.threads.models.thread import Ending, NotOneOfThem, Thread, ThreadNews
from goldenthread.threads.models.weave import Weave
from goldenthread.threads.models.where import Where

__all__ = [
    "Asking",
    "Encounter",
    "Ending",
    "Introduction",
    "KeepApart",
    "NotOneOfThem",
    "OnePerson",
    "Pair",
    "Side",
    "SuggestionRound",
    "Thread",
    "ThreadNews",
    "Weave",
    "Where",
    "Who",
    "key_of",
    "keys_of",
    "pair_of",
]
