"""What a version is in the database."""


def rows(version):
    """Who sits where, what was counted of it, and whether it came off."""
    version.refresh_from_db()
    seats = version.seats.order_by("round__number", "booking").values_list(
        "round__number", "booking", "table", "is_locked"
    )
    return version.told, version.percent, version.has_failed, list(seats)
