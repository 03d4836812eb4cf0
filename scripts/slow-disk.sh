#!/usr/bin/env bash
# A slow disk: each wait for it takes so many milliseconds longer. Needs strace. Usage: scripts/slow-disk.sh [MILLISECONDS…]
# Prints how many transactions (case, job, audit entry) a writer gets acknowledged in ten seconds; each must be there.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PWD/node_modules/.bin:$PATH
folder=$(mktemp -d "${TMPDIR:-/tmp}/monban-slow-disk-XXXXXX")
trap 'rm -rf "$folder"' EXIT
run=test/storage/processes/run.cjs

for delay in "${@:-0 5 50}"; do
  for ms in $delay; do
    rm -f "$folder"/*
    timeout -s KILL 10 strace -f -qq -o /dev/null -e trace=fsync,fdatasync \
      -e "inject=fsync,fdatasync:delay_enter=$((ms * 1000))" \
      node "$run" "$PWD/test/storage/processes/writer.ts" "$folder/monban.db" >"$folder/said" || true
    said=$(wc -l <"$folder/said")
    there=$(node "$run" "$PWD/test/storage/processes/survivor.ts" "$folder/monban.db")
    echo "{\"slowerByMs\":$ms,\"acknowledged\":$said,\"there\":$there}"
    [ "$there" -ge "$said" ] || { echo 'acknowledged and lost' >&2; exit 1; }
  done
done
