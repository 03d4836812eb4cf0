#!/usr/bin/env bash
# A slow disk: each wait for it takes so many milliseconds longer. Needs strace. Usage: scripts/slow-disk.sh [MILLISECONDS…]
# Prints how many transactions (case, job, audit entry) a writer gets acknowledged in ten seconds, each of which must be
# there; then how long people wait who tell the whole bot their trouble, each of whom must get the same diagnosis as ever.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PWD/node_modules/.bin:$PATH
folder=$(mktemp -d "${TMPDIR:-/tmp}/monban-slow-disk-XXXXXX")
sandbox=
finish() {
  [ -z "$sandbox" ] || kill -INT -- "-$sandbox" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
run=test/storage/processes/run.cjs
slowly() {
  local ms=$1
  shift
  strace -f -qq -o /dev/null -e trace=fsync,fdatasync \
    -e "inject=fsync,fdatasync:delay_enter=$((ms * 1000))" "$@"
}
export -f slowly

for delay in "${@:-0 5 50}"; do
  for ms in $delay; do
    rm -f "$folder"/*
    timeout -s KILL 10 bash -c 'slowly "$@"' slowly "$ms" \
      node "$run" "$PWD/test/storage/processes/writer.ts" "$folder/monban.db" >"$folder/said" || true
    said=$(wc -l <"$folder/said")
    there=$(node "$run" "$PWD/test/storage/processes/survivor.ts" "$folder/monban.db")
    echo "{\"slowerByMs\":$ms,\"acknowledged\":$said,\"there\":$there}"
    [ "$there" -ge "$said" ] || { echo 'acknowledged and lost' >&2; exit 1; }
  done
done

npm run -s build
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const cases = JSON.parse(readFileSync("test/triage/sets/english-open.json", "utf8"));
  writeFileSync(process.argv[1], JSON.stringify(cases.slice(0, 6)));' "$folder/cases.json"
for delay in "${@:-0 5 50}"; do
  for ms in $delay; do
    # In a process group of its own, so that all of it can be stopped.
    MONBAN_PORT=0 SANDBOX_CHAT_PORT=0 SANDBOX_GRAPH_PORT=0 SANDBOX_ENTRA_PORT=0 \
      setsid bash -c 'slowly "$@"' slowly "$ms" node dist/start.js --open >"$folder/addresses" 2>&1 &
    sandbox=$!
    for _ in $(seq 600); do grep -q '^bot: ' "$folder/addresses" && break || sleep 0.1; done
    address() { sed -n "s/^$1: //p" "$folder/addresses"; }
    started=$(date +%s%3N)
    node dist/commands/throughBot.js --cases "$folder/cases.json" --bot "$(address bot)" --graph "$(address graph)" \
      >"$folder/told" || { cat "$folder/addresses" "$folder/told" >&2; exit 1; }
    took=$(($(date +%s%3N) - started))
    kill -INT -- "-$sandbox"
    wait "$sandbox" 2>/dev/null || true
    sandbox=
    echo "{\"slowerByMs\":$ms,\"told\":\"$(tail -1 "$folder/told")\",\"tookMs\":$took}"
  done
done
