#!/usr/bin/env bash
# Runs the program of an archive in a root with nothing else in it, as a user without rights or name, as in the container: it reads, files, serves and says that it is well. Needs root, for chroot.
#   packaging/alone.sh ARCHIVE EMPTY_FOLDER
set -euo pipefail
archive=$1 root=$2
mkdir -p "$root/case" "$root/tmp"
tar -xzf "$archive" --strip-components=1 -C "$root"
chmod 1777 "$root/tmp"
chown 65532:65532 "$root/case"
alone=(env -i HOME=/case "$(command -v chroot)" --userspec=65532:65532 "$root" /sitrep)

"${alone[@]}" read -q /examples/kramatorsk-2022.html | grep 'killed: 57'
"${alone[@]}" ingest /case/case.db /examples/dahyan-bus-2018.txt /examples/dahyan-bus-later-2018.txt
"${alone[@]}" incidents /case/case.db | grep killed

"${alone[@]}" serve /case/case.db --address 127.0.0.1:0 2>"$root/tmp/log" &
window=$!
trap 'kill "$window" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  address=$(sed -n 's/.*open \(http:[^ ]*\) .*/\1/p' "$root/tmp/log")
  [ -z "$address" ] || break
  sleep 0.1
done
"${alone[@]}" health "$address"
kill -TERM "$window"
wait "$window" || [ $? = 130 ]
trap - EXIT
echo "it reads, files, serves and is well"
