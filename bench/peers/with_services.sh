#!/bin/sh
# bench/peers/with_services.sh PLACE COMMAND ...: runs it beside a PostgreSQL, a redis and a mail server that throws letters away,
# which are started for it, on this machine only, and stopped afterwards. PLACE/postgresql stays for the next time.
# PostgreSQL is as durable as it comes; SETTING_UP=1 makes it quick and careless while tables are made.
# It tells the command, in its environment, where pretix and Indico find all this.
# On Debian: apt-get install postgresql redis-server
set -eu
mkdir -p "$1"
place=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
command -v redis-server >/dev/null || { echo "redis-server is missing." >&2; exit 1; }

first=${BENCH_PORT:-8120}
database=$((first + 6)) redis=$((first + 7)) mail=$((first + 8))

# PostgreSQL refuses to run as root.
house_of() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

db=$place/postgresql
if ! [ -d "$db/data" ]; then
    mkdir -p "$db"
    [ "$(id -u)" != 0 ] || chown postgres "$db"
    house_of "$bin/initdb" -D "$db/data" -U peers -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
fi

away() {
    [ -z "${sink:-}" ] || kill "$sink" 2>/dev/null || true
    [ -z "${store:-}" ] || kill "$store" 2>/dev/null || true
    house_of "$bin/pg_ctl" -D "$db/data" -m fast stop >/dev/null 2>&1 || true
}
trap away EXIT
trap 'exit 130' INT TERM

careless=
[ -z "${SETTING_UP:-}" ] || careless="-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
house_of "$bin/pg_ctl" -D "$db/data" -l "$db/log" -w start >/dev/null \
    -o "-p $database -k $db -c listen_addresses=127.0.0.1 -c shared_buffers=256MB $careless"
redis-server --bind 127.0.0.1 --port "$redis" --save "" --dir "$place" >/dev/null &
store=$!
.venv/bin/python -m aiosmtpd -n -l "127.0.0.1:$mail" -c aiosmtpd.handlers.Sink >/dev/null 2>&1 &
sink=$!

for name in pretix indico; do
    "$bin/createdb" -h 127.0.0.1 -p "$database" -U peers "$name" 2>/dev/null || true
done

export PEERS_PLACE="$place" PEERS_DATABASE="$database" PEERS_REDIS="$redis" PEERS_MAIL="$mail"
PEERS_PROCESSES="$(head -n 1 "$db/data/postmaster.pid") $store"
export PEERS_PROCESSES
export PRETIX_PRETIX_INSTANCE_NAME=Bench PRETIX_PRETIX_URL="http://127.0.0.1:$((first + 4))" PRETIX_PRETIX_ECB_RATES=off
export PRETIX_PRETIX_DATADIR="$place/pretix/data" PRETIX_DJANGO_DEBUG=off
export PRETIX_DATABASE_BACKEND=postgresql PRETIX_DATABASE_NAME=pretix PRETIX_DATABASE_USER=peers
export PRETIX_DATABASE_HOST=127.0.0.1 PRETIX_DATABASE_PORT="$database"
export PRETIX_REDIS_LOCATION="redis://127.0.0.1:$redis/2" PRETIX_REDIS_SESSIONS=on
export PRETIX_MAIL_FROM=bench@example.org PRETIX_MAIL_HOST=127.0.0.1 PRETIX_MAIL_PORT="$mail"
export INDICO_CONFIG="$PWD/bench/peers/indico.conf" INDICO_URL="http://127.0.0.1:$((first + 5))"
"$@"
