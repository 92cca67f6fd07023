#!/bin/sh
# bench/peers/pretix.sh PLACE: installs pretix into PLACE/pretix, with one shop of one free ticket, on PostgreSQL. A quarter of an hour, once.
# Without Celery its tasks run within the request, as its documentation allows for small installations.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -n "${PEERS_PLACE:-}" ] || SETTING_UP=1 exec "$here/with_services.sh" "$1" "$here/pretix.sh" "$1"
python=$("$here/python312.sh")
mkdir -p "$PEERS_PLACE/pretix/data"
cd "$PEERS_PLACE/pretix"

[ -x venv/bin/gunicorn ] || { "$python" -m venv venv
    venv/bin/python -m pip install --quiet --disable-pip-version-check "pretix==${PRETIX:-2026.8.0}" gunicorn; }
venv/bin/python -m pretix migrate -v1
venv/bin/python "$here/pretix_shop.py"
touch ready
