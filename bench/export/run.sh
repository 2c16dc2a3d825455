#!/usr/bin/env bash
# What exports cost, and whether others can read them: bench/export/run.sh [CASE]
# CASE is a casebook; without it one of about 100,000 incidents is made of the examples, which takes a quarter of an hour. FORMATS are those that are timed.
# With READ=1 every file is also read by programs that know the formats (python3 and a package index; see read.py and marks.py).
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
case=${1:-}
if [ -z "$case" ]; then
	case=$out/case
	CASE=$case bench/casebook/run.sh 29100 examples
fi
go build -trimpath -o "$out/timing" ./bench/export/timing
for format in ${FORMATS:-csv parquet geoparquet ucdp acled jsonl geojson kml sqlite}; do
	"$out/timing" "$case" "$format"
done
if [ -n "${READ:-}" ]; then
	go build -trimpath -o "$out/sitrep" ./cmd/sitrep
	bench/export/read.sh "$out/sitrep" "$case" "$out/files"
fi
