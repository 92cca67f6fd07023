"""Two presses, of which the second begins before the first has committed."""

from threading import Thread

from django.db import connection, transaction

# Long enough for an act that does not wait to be over.
A_MOMENT = 0.4


def at_once(first, second):
    """The second begins before the first has committed. What each of them answered, or was refused with."""
    answers = {}

    def press(name, act):
        try:
            answers[name] = act()
        except Exception as refused:  # noqa: BLE001 - the refusal is the answer
            answers[name] = type(refused)

    def press_beside():
        try:
            press("second", second)
        finally:
            connection.close()

    beside = Thread(target=press_beside)
    with transaction.atomic():
        press("first", first)
        beside.start()
        beside.join(A_MOMENT)
    beside.join()
    return answers["first"], answers["second"]
