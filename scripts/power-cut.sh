#!/usr/bin/env bash
# A power cut, simulated: a writer on a file system of its own is stopped dead, and only what had reached the "disk" under
# that file system is opened again. Needs root and loop devices. Usage: npm run test:power-cut [-- TIMES]
#
# Nothing acknowledged may be gone. From a writer that does not wait for the disk, which is run beside it, something has to
# be: a run in which it is not has shown nothing.
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
lost_waiting=0
lost_without=0

cut() {
  local how=$1 preload=()
  [ "$how" = waiting ] || preload=(--require ./test/storage/processes/noDiskWait.cjs)
  rm -f "$folder/image" "$folder/copy"
  truncate -s 64M "$folder/image"
  mkfs.ext4 -q "$folder/image"
  mount -o loop "$folder/image" "$folder/disk"
  : >"$folder/said"
  node "${preload[@]}" "$run" \
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
  echo "$how: $said acknowledged, $there there, $lost lost"
}

for _ in $(seq "$times"); do
  cut waiting
  lost_waiting=$((lost_waiting + lost))
  cut 'not waiting'
  lost_without=$((lost_without + lost))
done
echo "{\"cuts\":$times,\"lostWaiting\":$lost_waiting,\"lostWithout\":$lost_without}"
[ "$lost_waiting" = 0 ] || { echo 'lost what was acknowledged' >&2; exit 1; }
[ "$lost_without" != 0 ] || { echo 'without waiting nothing was lost either: this machine shows nothing' >&2; exit 1; }
