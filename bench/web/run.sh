#!/usr/bin/env bash
# What the views of the window cost: bench/web/run.sh [-rounds N] [-ingest] [-cold] [-browser] [-profile FILE] [-view NAME] CASE. CASE is a casebook; bench/casebook/run.sh makes a large one where CASE=FILE names it.
set -euo pipefail
cd "$(dirname "$0")/../.."
CGO_ENABLED=0 go run ./bench/web/timing "$@"
