#!/bin/sh
# bench/peers/indico.sh PLACE: installs Indico into PLACE/indico, with one conference to register for, on PostgreSQL. Some minutes, once.
# It asks for Python 3.12.2 or newer; 3.12.1 works when forced, and is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -n "${PEERS_PLACE:-}" ] || SETTING_UP=1 exec "$here/with_services.sh" "$1" "$here/indico.sh" "$1"
python=$("$here/python312.sh")
mkdir -p "$PEERS_PLACE/indico"
cd "$PEERS_PLACE/indico"
mkdir -p cache tmp log archive

[ -x venv/bin/gunicorn ] || { "$python" -m venv venv
    venv/bin/python -m pip install --quiet --disable-pip-version-check --ignore-requires-python "indico==${INDICO:-3.3.14}" gunicorn; }
cp venv/lib/python3.*/site-packages/indico/logging.yaml.sample logging.yaml
for extension in unaccent pg_trgm; do
    psql -q -h 127.0.0.1 -p "$PEERS_DATABASE" -U peers -c "create extension if not exists $extension" indico
done
venv/bin/indico db prepare
venv/bin/python "$here/indico_conference.py"
touch ready
