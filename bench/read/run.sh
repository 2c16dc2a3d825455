#!/usr/bin/env bash
# Prints what reading costs: reports a second and core, linearity, memory, start. Needs Go and nothing else.
#   bench/read/run.sh [TEXT]
# TEXT is a file, or a folder of *.txt, *.html, *.jsonl (fields "text", "html"); by default the examples, repeated.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/../.."
CGO_ENABLED=0 go build -trimpath -o "$work/sitrep" ./cmd/sitrep
CGO_ENABLED=0 go build -o "$work/timing" ./bench/read/timing
"$work/timing" "$work/sitrep" "${1:-examples}"
