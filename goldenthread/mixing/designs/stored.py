"""The designs that no formula gives, as small as they can be kept: a base round, a few words, a matrix, a square."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from goldenthread.mixing.designs.repeats import Plan

HERE = Path(__file__).resolve().parent


@cache
def kept(drawer: str) -> dict[str, dict[str, Any]]:
    """What is kept in starters.json, packings.json or squares.json, by name, each with its source."""
    found: dict[str, dict[str, Any]] = json.loads((HERE / f"{drawer}.json").read_text(encoding="utf-8"))
    return found


@cache
def group_sums(group: tuple[int, ...]) -> Plan:
    """The sums of an abelian group Z(m1) × Z(m2) × …: order × order; the first modulus counts fastest."""
    order = int(np.prod(group))
    numbers, worth = np.arange(order), 1
    sums = np.zeros((order, order), dtype=np.int64)
    for modulus in group:
        digit = numbers // worth % modulus
        sums += (digit[:, None] + digit[None]) % modulus * worth
        worth *= modulus
    return sums
