#!/usr/bin/env bash
# What a casebook costs at REPORTS reports (default 100000): bench/casebook/run.sh [REPORTS] [TEXT]
# TEXT is JSON Lines of reports, or a folder of them, to make the many from; without it, the examples are taken. CASE keeps the casebook there.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
reports=${1:-100000} text=${2:-examples}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
go build -trimpath -o "$out/sitrep" ./cmd/sitrep
go build -trimpath -o "$out/timing" ./bench/casebook/timing
if [ -d "$text" ]; then "$out/sitrep" read -q --json --why "$text"/*.txt > "$out/readings.jsonl"; else "$out/sitrep" read -q --jsonl --why - < "$text" > "$out/readings.jsonl"; fi
"$out/timing" "$out/readings.jsonl" "$reports" "${CASE:-$out/case}"
