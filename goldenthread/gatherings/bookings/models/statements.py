"""What a press asks of the database. In a rush everybody waits for these, so they are written by hand (kit.by_hand).

The words for how a booking stands are written out, as they are in the conditions of the indexes: SQLite uses an index with a
condition only for a question that repeats it.
"""

# Not the plan's long texts, and of each fact only that it is there.
OPENING = """
    SELECT opening.id, opening.gathering_id, opening.until, opening.confirm_hours, opening.answer_hours,
           gathering.id, gathering.title, gathering.day, gathering.last_day, gathering.to_time, gathering.time_zone,
           gathering.places,
           cancellation.id, fullness.id, postponement.id
      FROM bookings_opening opening
      JOIN plan_gathering gathering ON gathering.id = opening.gathering_id
      LEFT JOIN plan_cancellation cancellation ON cancellation.gathering_id = gathering.id
      LEFT JOIN plan_fullness fullness ON fullness.gathering_id = gathering.id
      LEFT JOIN plan_postponement postponement ON postponement.gathering_id = gathering.id
     WHERE opening.gathering_id = %s"""

MINE_BY_ADDRESS = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND email = %s AND NOT email = '' AND state IN ('kept', 'coming', 'expected', 'offered', 'waiting')"""

MINE_BY_PERSON = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND person_id = %s AND state IN ('kept', 'coming', 'expected', 'offered', 'waiting')"""

SEAL = "UPDATE bookings_booking SET code_hash = %s, tries = 0 WHERE id = %s RETURNING id"

# Seats that are taken; places held today that nobody has taken yet, by sector; and whether anybody waits. All of it stands in
# one index. Grouped by sector it would be sorted for every press, which took three times as long.
SEATS = """
    SELECT 'taken', '', SUM(seats) FROM bookings_booking
     WHERE gathering_id = %s AND state IN ('kept', 'coming', 'expected', 'offered')
     UNION ALL
    SELECT 'held', held.sector, held.places - COALESCE((
               SELECT SUM(seats) FROM bookings_booking
                WHERE gathering_id = %s AND state IN ('kept', 'coming', 'expected', 'offered') AND held_for = held.sector), 0)
      FROM bookings_heldplaces held WHERE held.opening_id = %s AND held.until >= %s
     UNION ALL
    SELECT 'waiting', '', 1 WHERE EXISTS (SELECT 1 FROM bookings_booking WHERE gathering_id = %s AND state = 'waiting')"""
