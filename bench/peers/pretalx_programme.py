"""Run by pretalx's own Python: the programmes of its events g60 and g500, measured as bench/programme.py measures ours."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from bench.programme import SIZES, measured  # noqa: E402  # only where Django is set up

if __name__ == "__main__":
    files = json.loads(sys.argv[1])
    print(json.dumps({size: measured(f"/g{size}/", files) for size in SIZES}))
