"""What a press asks of the database. In a rush everybody waits for these, so they are written by hand (kit.by_hand).

The words for how a booking stands are written out, as they are in the conditions of the indexes: SQLite uses an index with a
condition only for a question that repeats it.
"""

# Not the plan's long texts, and of each fact only that it is there.
OPENING = """
    SELECT opening.id, opening.gathering_id, opening.until, opening.confirm_hours, opening.answer_hours,
           gathering.id, gathering.title, gathering.day, gathering.last_day, gathering.time_zone, gathering.places,
           cancellation.id, fullness.id, postponement.id
      FROM bookings_opening opening
      JOIN plan_gathering gathering ON gathering.id = opening.gathering_id
      LEFT JOIN plan_cancellation cancellation ON cancellation.gathering_id = gathering.id
      LEFT JOIN plan_fullness fullness ON fullness.gathering_id = gathering.id
      LEFT JOIN plan_postponement postponement ON postponement.gathering_id = gathering.id
     WHERE opening.gathering_id = %s"""

MINE_BY_ADDRESS = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND email = %s AND NOT email = '' AND state IN ('kept', 'coming', 'offered', 'waiting')"""

MINE_BY_PERSON = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND person_id = %s AND state IN ('kept', 'coming', 'offered', 'waiting')"""

SEAL = "UPDATE bookings_booking SET code_hash = %s, tries = 0 WHERE id = %s RETURNING id"

# Seats that are taken, by the sector they were held for; places held today; and whether anybody waits.
SEATS = """
    SELECT 'taken', held_for, SUM(seats) FROM bookings_booking
     WHERE gathering_id = %s AND state IN ('kept', 'coming', 'offered') GROUP BY held_for
     UNION ALL
    SELECT 'held', sector, places FROM bookings_heldplaces WHERE opening_id = %s AND until >= %s
     UNION ALL
    SELECT 'waiting', '', 1 WHERE EXISTS (SELECT 1 FROM bookings_booking WHERE gathering_id = %s AND state = 'waiting')"""
