"""A draft by machine through the web, from the press to the page that shows it: `script/bench drafting`.

24 sessions in 4 rooms, as at the launch; and the 150 sessions of `bench.mixing.programmes` beside the same at a terminal, with
the same turns and seeds. Seconds are of the clock on the wall. The first draft of a process waits for NumPy, and stands apart.
A site of its own in a new directory, asked by Django's test client.
"""

import os
import tempfile

import django


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ.setdefault("DATABASE_URL", "")
        os.environ |= {"DATA_DIR": place, "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
        django.setup()
        from bench.draft_days import measure

        measure()


if __name__ == "__main__":
    main()
