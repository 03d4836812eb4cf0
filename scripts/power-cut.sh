#!/usr/bin/env bash
# A power cut, simulated: a writer on a file system of its own is stopped dead, and only what had reached the "disk" under
# that file system is opened again. Needs root and loop devices. Usage: npm run test:power-cut [-- TIMES]
#
# With synchronous=FULL nothing acknowledged may be gone. With NORMAL, which is run beside it, something has to be: a run
# in which it is not has shown nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PWD/node_modules/.bin:$PATH
times=${1:-8}
folder=$(mktemp -d "${TMPDIR:-/tmp}/monban-power-cut-XXXXXX")
writer=
clean() {
  [ -z "$writer" ] || kill -KILL "$writer" 2>/dev/null || true
  umount "$folder/disk" "$folder/after" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean EXIT
mkdir "$folder/disk" "$folder/after"
run=test/storage/processes/run.cjs
lost_by_full=0
lost_by_normal=0

cut() {
  local synchronous=$1
  rm -f "$folder/image" "$folder/copy"
  truncate -s 64M "$folder/image"
  mkfs.ext4 -q "$folder/image"
  mount -o loop "$folder/image" "$folder/disk"
  : >"$folder/said"
  TEST_SYNCHRONOUS=$synchronous node --require ./test/storage/processes/lessSynchronous.cjs "$run" \
    "$PWD/test/storage/processes/writer.ts" "$folder/disk/monban.db" >"$folder/said" &
  writer=$!
  while [ "$(wc -l <"$folder/said")" -lt 20 ]; do
    kill -0 "$writer"
    sleep 0.05
  done
  sleep "0.$((RANDOM % 900 + 100))"
  kill -STOP "$writer"
  local said
  said=$(tail -1 "$folder/said")
  cp "$folder/image" "$folder/copy"
  kill -KILL "$writer"
  wait "$writer" 2>/dev/null || true
  writer=
  umount "$folder/disk"
  mount -o loop "$folder/copy" "$folder/after"
  local there
  there=$(node "$run" "$PWD/test/storage/processes/survivor.ts" "$folder/after/monban.db")
  umount "$folder/after"
  lost=$((said > there ? said - there : 0))
  echo "synchronous=$synchronous: $said acknowledged, $there there, $lost lost"
}

for _ in $(seq "$times"); do
  cut full
  lost_by_full=$((lost_by_full + lost))
  cut normal
  lost_by_normal=$((lost_by_normal + lost))
done
echo "{\"cuts\":$times,\"lostByFull\":$lost_by_full,\"lostByNormal\":$lost_by_normal}"
[ "$lost_by_full" = 0 ] || { echo 'synchronous=FULL lost what was acknowledged' >&2; exit 1; }
[ "$lost_by_normal" != 0 ] || { echo 'NORMAL lost nothing either: this machine shows nothing' >&2; exit 1; }
