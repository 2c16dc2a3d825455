#!/usr/bin/env bash
# What comparing with another dataset costs: bench/compare/run.sh CASE [N]
# CASE is a casebook; of copies of its incidents one of N (100,000) is made, and of these a sheet in the columns of UCDP GED with as many rows, a day or some kilometres off.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
go build -trimpath -o "$out/sitrep" ./cmd/sitrep
go build -trimpath -o "$out/timing" ./bench/compare/timing
"$out/timing" make "$1" "${2:-100000}" "$out"
"$out/timing" run "$out/sitrep" "$out"
