#!/usr/bin/env bash
# Writes a casebook in every format that others read, and reads each file: read.sh SITREP CASE FOLDER
set -euo pipefail
sitrep=$1 case=$2 folder=$3
cd "$(dirname "$0")"
mkdir -p "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install duckdb geopandas pyarrow lxml fastkml icalendar
for format in ucdp acled csv parquet geoparquet geojson kml plover cameo icews sqlite ics timelinejs; do
	"$sitrep" export -q "$case" --as "$format" -o "$folder/$format"
done
"$folder/venv/bin/python" read.py "$folder"
