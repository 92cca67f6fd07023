"""Finite fields, as tables of sums and products: the ground of almost every design."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.int64]


def prime_powers(number: int) -> list[int]:
    """The prime powers whose product the number is: 12 gives [4, 3], 1 gives []. Errors: none; number >= 1."""
    powers, prime = [], 2
    while number > 1:
        power = 1
        while number % prime == 0:
            number //= prime
            power *= prime
        powers += [power] if power > 1 else []
        prime += 1
    return powers


def is_prime_power(number: int) -> bool:
    return len(prime_powers(number)) == 1


@cache
def field(order: int) -> tuple[Table, Table]:
    """Sums and products of GF(order), each order × order; 0 and 1 are the elements 0 and 1.

    An element is a polynomial over GF(p), written as a number in base p. Raises ValueError if order is not a prime power.
    """
    if not is_prime_power(order):
        raise ValueError(f"there is no field with {order} elements")
    prime = next(p for p in range(2, order + 1) if order % p == 0)
    degree = round(np.log(order) / np.log(prime))
    digits = np.arange(order)[:, None] // prime ** np.arange(degree) % prime
    worth = prime ** np.arange(degree)
    sums = (digits[:, None] + digits[None]) % prime @ worth
    # A power of the prime is too few polynomials to look far: the first that makes no zero divisors will do.
    products = (_products(digits, tail, prime) for tail in digits)
    return sums, next(table for table in products if table is not None)


def _products(digits: Table, tail: Table, prime: int) -> Table | None:
    """Products modulo x^degree = tail, or None if that makes no field."""
    order, degree = digits.shape
    shifted, result = digits.copy(), np.zeros((order, order, degree), dtype=np.int64)
    for power in range(degree):
        result += digits[:, None, power : power + 1] * shifted[None]
        carry = shifted[:, -1:]
        shifted = (np.concatenate([np.zeros_like(carry), shifted[:, :-1]], axis=1) + carry * tail) % prime
    table: Table = result % prime @ prime ** np.arange(degree)
    return table if np.all(np.sort(table[1:], axis=1) == np.arange(order)) else None
