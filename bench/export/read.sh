#!/usr/bin/env bash
# Writes a casebook in every format that others read, and reads each file: read.sh SITREP CASE FOLDER
set -euo pipefail
sitrep=$1 case=$2 folder=$3
cd "$(dirname "$0")"
mkdir -p "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install duckdb geopandas pyarrow lxml fastkml icalendar pybrat bioc bratly bratly-io-fs label-studio-sdk pyld feedparser geojson-pydantic jsonschema openapi-spec-validator
for format in ucdp acled csv parquet geoparquet geojson kml plover cameo icews sqlite ics timelinejs jsonl annotations brat labelstudio atom rss claims-atom reports-atom; do
	"$sitrep" export -q "$case" --as "$format" -o "$folder/$format"
done
wrong=0
"$folder/venv/bin/python" read.py "$folder" || wrong=1
"$folder/venv/bin/python" marks.py "$folder" ../../docs/openapi.json ../../docs/sitrep-incident-1.schema.json || wrong=1
exit $wrong
