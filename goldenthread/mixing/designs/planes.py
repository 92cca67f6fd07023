"""Designs that lie in a finite plane: arcs that every line misses or meets equally, and the Hermitian curve."""

from itertools import pairwise

import numpy as np

from goldenthread.mixing.designs.fields import field, is_prime_power
from goldenthread.mixing.designs.repeats import Plan


def arc_order(tables: int, size: int) -> int:
    """The order q of the plane in which Denniston's arc has this shape: q = 2^m, size = 2^k < q, q - q/size + 1 tables.
    0 if there is none."""
    order = size * (tables - 1) // (size - 1) if size > 1 else 0
    fits = order - order // size + 1 == tables if order else False
    even = order & (order - 1) == 0 and size & (size - 1) == 0
    return order if fits and even and size < order else 0


def arc(tables: int, size: int) -> Plan:
    """order + 1 rounds × tables × size: the directions of the affine plane, each with the lines that meet the arc.

    The points whose value under an irreducible quadratic form lies in a subgroup of `size` elements are met by every
    line in none or in `size` (Denniston, Some maximal arcs in finite projective planes, 1969).
    Needs arc_order(tables, size).
    """
    order = arc_order(tables, size)
    sums, products = field(order)
    x, y = np.divmod(np.arange(order * order), order)
    # x² + xy + cy² has no zero but the origin for some c; a subgroup of GF(2^m) is all numbers below a power of two.
    squares, mixed, others = products[x, x], products[x, y], products[y, y]
    forms = (sums[sums[squares, mixed], products[c, others]] for c in range(1, order))
    values = next(form for form in forms if np.count_nonzero(form == 0) == 1)
    x, y = x[values < size], y[values < size]
    lines = [sums[products[slope, x], y] for slope in range(order)]
    return np.stack([np.argsort(line, kind="stable").reshape(tables, size) for line in [*lines, x]])


def curve_order(tables: int, size: int) -> int:
    """The order q of the Hermitian curve with q² - q + 1 tables of q + 1; 0 if there is none."""
    order = size - 1
    return order if tables == order * order - order + 1 and order > 1 and is_prime_power(order) else 0


def curve(tables: int, size: int) -> Plan:
    """order² rounds × tables × size: the q³ + 1 points of x^(q+1) + y^(q+1) + z^(q+1) = 0 in the plane over GF(q²).

    One round for each point of one tangent: the secants through it, and the secant that is its polar
    Worked out without a paper at hand: the tests count that no two meet twice. Needs curve_order(tables, size).
    """
    points, lines = _hermitian(curve_order(tables, size))
    through = [np.flatnonzero(lines[:, point]) for point in points]
    on_curve = lines[:, points]
    tangents = on_curve.sum(axis=1) == 1
    tangent = int(np.flatnonzero(tangents)[0])
    corner = int(np.flatnonzero(on_curve[tangent])[0])
    rounds = []
    for apex in np.flatnonzero(lines[tangent]):
        if apex != points[corner]:
            secants = np.flatnonzero(lines[:, apex] & ~tangents)
            touched = [k for k, passing in enumerate(through) if tangents[passing][lines[passing, apex]].any()]
            rounds.append([*(np.flatnonzero(on_curve[line]) for line in secants), np.array(touched)])
    return np.array(rounds)


def _hermitian(order: int) -> tuple[Plan, np.ndarray]:
    """The numbers of the points on the curve, and which line holds which point: lines × points."""
    sums, products = field(order * order)
    count = order * order
    affine = [(1, y, z) for y in range(count) for z in range(count)]
    every = np.array([*affine, *((0, 1, z) for z in range(count)), (0, 0, 1)])
    norm = np.arange(count)
    for _ in pairwise(range(order + 1)):
        norm = products[norm, np.arange(count)]
    norms = norm[every]
    points = np.flatnonzero(sums[sums[norms[:, 0], norms[:, 1]], norms[:, 2]] == 0)
    parts = products[every[:, None, :], every[None, :, :]]
    lines = sums[sums[parts[..., 0], parts[..., 1]], parts[..., 2]] == 0
    return points, lines
