#!/usr/bin/env bash
# Runs a command with MONBAN_TEST_DATABASE_URL naming a PostgreSQL server of its own, which is gone afterwards.
# It needs Debian's package postgresql (or initdb and pg_ctl on the PATH); as root it runs the server as `postgres`.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || { echo 'initdb is not there: install postgresql' >&2; exit 1; })")
folder=$(mktemp -d "${TMPDIR:-/tmp}/monban-postgres-XXXXXX")
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { runuser -u postgres -- "$@"; }
else
  as() { "$@"; }
fi
stop() {
  as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

as "$bin/initdb" -D "$folder/data" -U monban -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
# Nothing on it outlives the run, so nothing waits for the disk.
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start >/dev/null -o "-c fsync=off -c synchronous_commit=off \
  -c full_page_writes=off -c max_connections=200 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder \
  -c port=${MONBAN_TEST_DATABASE_PORT:=$(node -e "
    const server = require('node:net').createServer().listen(0, '127.0.0.1', () => {
      console.log(server.address().port);
      server.close();
    })")}" || { cat "$folder/log" >&2; exit 1; }
MONBAN_TEST_DATABASE_URL="postgres://monban@127.0.0.1:$MONBAN_TEST_DATABASE_PORT/postgres" "$@"
