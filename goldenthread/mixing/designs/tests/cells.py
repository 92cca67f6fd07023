"""The most weeks published for tables × size, as far as we could read it: 3 ≤ size ≤ tables ≤ 20, size ≤ 12.

Second-hand, from Miller, Valkov & Abel, Combinatorial Solutions to the Social Golfer Problem and the Social Golfer
Problem with Adjacent Group Sizes, Symmetry 18(2):269, 2026: a floor for us, no claim about records.
"""

from goldenthread.mixing.designs import bank, deletion

ROWS = {
    3: "4",
    4: "4 5",
    5: "7 5 6",
    6: "8 7 6 3",
    7: "10 9 7 7 8",
    8: "11 10 8 8 8 9",
    9: "13 11 9 9 9 9 10",
    10: "14 13 9 7 7 5 5 4",
    11: "16 14 11 11 11 11 12 11 12",
    12: "17 15 12 13 7 6 6 6 6 7",
    13: "19 17 16 13 13 13 13 13 13 13",
    14: "20 18 14 9 9 8 7 5 5 5",
    15: "22 19 16 10 5 17 7 5 5 5",
    16: "23 21 16 16 16 17 16 16 16 16",
    17: "25 22 21 17 17 17 17 17 17 17",
    18: "26 23 18 19 10 6 6 6 6 6",
    19: "28 25 19 19 19 19 19 19 19 19",
    20: "29 26 21 13 5 5 5 5 5 5",
}
PUBLISHED = {
    (tables, size): int(weeks) for tables, row in ROWS.items() for size, weeks in enumerate(row.split(), start=3)
}

# What the bank has instead, by (tables, size).
NOT_REACHED = {(8, 4): 9, (11, 9): 11, (17, 4): 17}
MORE = {
    (10, 5): 10, (14, 7): 10, (15, 7): 9, (15, 10): 6, (18, 8): 7, (18, 9): 8, (18, 10): 7,
    (20, 7): 6, (20, 8): 6, (20, 9): 6, (20, 10): 7, (20, 11): 6, (20, 12): 6,
}  # fmt: skip


def design(*shape):
    """As the bank gives it, and untyped, because here it is known to be there."""
    return bank.design(*shape)


def plan(*numbers):
    return deletion.plan(*numbers)
