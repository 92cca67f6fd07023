#!/bin/sh
# bench/peers/pretalx.sh PLACE: installs pretalx into PLACE/pretalx, with one event of sixty talks on SQLite. Some minutes, once.
# pretalx asks for Python 3.12 or newer; PYTHON names one if none is on the path.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/pretalx"
cd "$1/pretalx"

python=$("$here/python312.sh")
[ -d venv ] || "$python" -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check "pretalx==${PRETALX:-2026.1.2}" gunicorn

export PRETALX_DEBUG=False PRETALX_DATA_DIR="$PWD/data" PRETALX_FILESYSTEM_STATIC="$PWD/static" PRETALX_NO_INITIAL_LOG=1
mkdir -p data
venv/bin/python -m pretalx migrate -v0
venv/bin/python -m pretalx collectstatic --noinput -v0
venv/bin/python "$here/pretalx_event.py"
touch ready
