"""Reads exported files as programs of others do, and says what does not fit: read.py FOLDER

The checks are written after the public lists of columns and codes of each format, not after this program. A line a file: what was read, how many errors.
The folder holds one file a format, named by it. Ends with 1 where there is an error.
"""

import csv
import datetime
import json
import math
import os
import pathlib
import re
import sqlite3
import sys

csv.field_size_limit(1 << 27)

UCDP = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name
side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline
source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region
event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()

ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2
interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities
tags timestamp""".split()

ACLED_TYPES = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {"Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
                                   "Remote explosive/landmine/IED", "Grenade"},
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {"Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
                               "Looting/property destruction", "Non-violent transfer of territory", "Other"},
}

POLECAT = """Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|
Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|
Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|
Publication Date|Story People|Story Organizations|Story Locations|Language|Version""".replace("\n", "").split("|")

ICEWS = """Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|
Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude""".replace("\n", "").split("|")


class Errors:
    """What does not fit in a file; only the first are shown."""

    def __init__(self):
        self.n = 0

    def __call__(self, ok, what):
        if not ok:
            self.n += 1
            if self.n <= 5:
                print("   ", what)


def sheet(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as f:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        yield from csv.reader(f, delimiter=delimiter, quoting=quoting)


def table(path, names, err, delimiter=","):
    """The rows of a sheet by the names of their columns. Columns of the writer's own may stand behind those of the format."""
    lines = sheet(path, delimiter)
    head = next(lines)
    err(head[:len(names)] == names, f"columns {head}")
    for n, line in enumerate(lines, 2):
        err(len(line) == len(head), f"line {n}: {len(line)} cells, {len(head)} columns")
        for name, cell in zip(head, line):
            err(not live(cell), f"line {n}: {name} is a live formula: {cell!r}")
        yield n, dict(zip(head, line))


def live(cell):
    """Whether a spreadsheet runs a cell."""
    bare = cell.lstrip(" \t\r\n\u200b\ufeff\"'")
    return not cell.startswith("'") and bare[:1] in tuple("=+-@|%＝＋－＠") and bare[:1] != "" and not re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)


def day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def whole(text):
    return int(text) if re.fullmatch(r"\d+", text) else None


def degrees(row, lat, lon):
    """A point, None where there is none, False where it is none of this world."""
    if not row[lat] and not row[lon]:
        return None
    try:
        y, x = float(row[lat]), float(row[lon])
    except ValueError:
        return False
    return (x, y) if abs(y) <= 90 and abs(x) <= 180 else False


def ucdp(path, err):
    n = 0
    seen = set()
    for line, r in table(path, UCDP, err):
        n += 1
        at = f"line {line}: "
        err(r["relid"] and r["relid"] not in seen, at + "relid " + r["relid"])
        seen.add(r["relid"])
        for name in UCDP:
            if name.endswith(("dset_id", "new_id")) or name in ("id", "country_id", "gwnoa", "gwnob", "type_of_violence"):
                err(r[name] == "", at + name + " is UCDP's to give")
        start, end = day(r["date_start"]), day(r["date_end"])
        err(start and end and start <= end, at + f"dates {r['date_start']} {r['date_end']}")
        err(start and r["year"] == f"{start.year:04d}", at + "year " + r["year"])
        err(r["date_prec"] in "12345" and r["date_prec"], at + "date_prec " + r["date_prec"])
        err(r["event_clarity"] in ("1", "2"), at + "event_clarity " + r["event_clarity"])
        err(r["where_prec"] in ("", "1", "2", "3", "4", "5", "6", "7"), at + "where_prec " + r["where_prec"])
        parts = [whole(r[k]) for k in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        low, best, high = whole(r["low"]), whole(r["best"]), whole(r["high"])
        err(None not in parts + [low, best, high], at + "a count is no whole number")
        if None not in parts + [low, best, high]:
            err(sum(parts) == best and best > 0, at + f"{parts} do not add up to {best}")
            err(low <= best <= high, at + f"low {low}, best {best}, high {high}")
        point = degrees(r, "latitude", "longitude")
        err(point is not False, at + "no point of this world")
        if point:
            x, y = point
            err(r["geom_wkt"] == f"POINT ({r['longitude']} {r['latitude']})", at + r["geom_wkt"])
            row, col = min(math.floor((y + 90) * 2), 359), min(math.floor((x + 180) * 2), 719)
            err(r["priogrid_gid"] == str(row * 720 + col + 1), at + f"priogrid_gid {r['priogrid_gid']} of {x}, {y}")
        else:
            err(r["geom_wkt"] == r["priogrid_gid"] == "", at + "a geometry without a point")
        err(whole(r["number_of_sources"]) is not None, at + "number_of_sources " + r["number_of_sources"])
        err(r["side_a"] and r["side_b"], at + "a side has no name")
        err(not r["side_a"].split("– ")[-1].startswith(("accused", "possibly")), at + "side_a is an allegation: " + r["side_a"])
    return n


def acled(path, err):
    n = 0
    for line, r in table(path, ACLED, err):
        n += 1
        at = f"line {line}: "
        err(r["event_id_cnty"] == "", at + "an event id is ACLED's to give")
        date = day(r["event_date"])
        err(date and r["year"] == f"{date.year:04d}", at + f"date {r['event_date']}, year {r['year']}")
        err(r["time_precision"] in ("1", "2", "3"), at + "time_precision " + r["time_precision"])
        err(r["geo_precision"] in ("1", "2", "3"), at + "geo_precision " + r["geo_precision"])
        err(r["disorder_type"] in ("Political violence", "Demonstrations", "Strategic developments"), at + "disorder_type " + r["disorder_type"])
        err(r["event_type"] in ACLED_TYPES, at + "event_type " + r["event_type"])
        err(r["sub_event_type"] == "" or r["sub_event_type"] in ACLED_TYPES.get(r["event_type"], ()), at + "sub_event_type " + r["sub_event_type"])
        err(whole(r["fatalities"]) is not None, at + "fatalities " + r["fatalities"])
        err(degrees(r, "latitude", "longitude") is not False, at + "no point of this world")
        err(r["timestamp"] == "" or re.fullmatch(r"-?\d+", r["timestamp"]), at + "timestamp " + r["timestamp"])
    return n


def plover(path, err):
    n = 0
    types = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
    for line, r in table(path, POLECAT, err, "\t"):
        n += 1
        err(r["Event Type"] in types, f"line {line}: type {r['Event Type']}")
        err(r["Quad Code"] in ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"), f"line {line}: {r['Quad Code']}")
        err(day(r["Event Date"]), f"line {line}: date {r['Event Date']}")
        err(degrees(r, "Latitude", "Longitude") is not False, f"line {line}: no point of this world")
        err(r["Actor Name"] and r["Recipient Name"], f"line {line}: a name is empty")
    return n


def icews(path, err):
    n = 0
    for line, r in table(path, ICEWS, err, "\t"):
        n += 1
        err(re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", r["CAMEO Code"]), f"line {line}: code {r['CAMEO Code']}")
        err(-10 <= float(r["Intensity"]) <= 10, f"line {line}: intensity {r['Intensity']}")
        err(day(r["Event Date"]), f"line {line}: date {r['Event Date']}")
        err(degrees(r, "Latitude", "Longitude") is not False, f"line {line}: no point of this world")
    return n


def cameo(path, err):
    n = 0
    for n, r in enumerate(sheet(path, "\t"), 1):
        err(len(r) >= 26, f"line {n}: {len(r)} cells")
        date = datetime.datetime.strptime(r[1], "%Y%m%d")
        err((date.year, date.month, date.day) == tuple(int(c) for c in r[2:5]), f"line {n}: {r[1:5]}")
        err(r[13].startswith(r[14]) and r[15] in "1234" and -10 <= float(r[16]) <= 10, f"line {n}: {r[13:17]}")
    return n


def position(p):
    """RFC 7946, 3.1.1: longitude, latitude, and perhaps a height."""
    return isinstance(p, list) and 2 <= len(p) <= 3 and all(isinstance(v, (int, float)) for v in p) and abs(p[0]) <= 180 and abs(p[1]) <= 90


def geojson(path, err):
    with open(path, encoding="utf-8") as f:
        c = json.load(f)
    err(c.get("type") == "FeatureCollection" and isinstance(c.get("features"), list), "no FeatureCollection")
    err("crs" not in c and "coordinates" not in c and "geometry" not in c, "members that a collection must not have (sections 4 and 7.1)")
    ids, points = set(), []
    for k, f in enumerate(c["features"]):
        err(f.get("type") == "Feature" and "geometry" in f and "properties" in f, f"feature {k}: a member is missing (3.2)")
        err(isinstance(f.get("id"), (str, int)) and f["id"] not in ids, f"feature {k}: id {f.get('id')}")
        ids.add(f.get("id"))
        err(f["properties"] is None or isinstance(f["properties"], dict), f"feature {k}: properties are no object")
        err(not {"coordinates", "geometries", "features"} & set(f), f"feature {k}: members that a feature must not have (7.1)")
        g = f["geometry"]
        if g is not None:
            err(g.get("type") == "Point" and position(g.get("coordinates")), f"feature {k}: geometry {g}")
            points.append(g["coordinates"])
    if points:
        w, s, e, n = c["bbox"]
        err(all(w <= x <= e and s <= y <= n for x, y in points), f"bbox {c['bbox']} does not hold all points (5)")
    return len(ids)


def kml(path, err):
    import fastkml
    from lxml import etree
    schema = etree.XMLSchema(etree.parse(str(pathlib.Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd")))
    doc = etree.parse(path)
    if not schema.validate(doc):
        for e in schema.error_log:
            err(False, f"line {e.line}: {e.message}")
    return len(doc.findall(".//{http://www.opengis.net/kml/2.2}Placemark"))


def parquet(path, err):
    import duckdb
    import pyarrow.parquet as pq
    got = pq.read_table(path).to_pylist()
    same(got, os.path.join(os.path.dirname(path), "csv"), err)
    n = duckdb.connect().execute("SELECT count(*), count(DISTINCT id) FROM read_parquet(?)", [path]).fetchone()
    err(n == (len(got), len(got)), f"DuckDB counts {n} of {len(got)} rows")
    return len(got)


def same(got, sheet_path, err):
    """The columns and cells of a table are those of the sheet."""
    lines = sheet(sheet_path)
    head = next(lines)
    for row, cells in zip(got, lines):
        err([k for k in row if k != "geometry"] == head, f"columns {list(row)}")
        for name, cell in zip(head, cells):
            err(text(name, row[name]) == cell.removeprefix("'") or text(name, row[name]) == cell, f"{row['id']}: {name} is {row[name]!r}, in the sheet {cell!r}")
    err(next(lines, None) is None, "the sheet has more rows")


def text(name, v):
    if v is None:
        return ""
    if isinstance(v, bool):
        return str(v).lower()
    if isinstance(v, float):
        return f"{v:.4f}"
    if isinstance(v, list):
        return (" | " if name.startswith("initiators_") else "; ").join(v)
    if isinstance(v, datetime.datetime):
        return v.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(v)


def geoparquet(path, err):
    import duckdb
    import geopandas
    import pyarrow.parquet as pq
    geo = json.loads(pq.ParquetFile(path).schema_arrow.metadata[b"geo"])
    err(geo["version"] == "1.1.0" and geo["columns"][geo["primary_column"]]["encoding"] == "WKB", f"metadata {geo}")
    g = geopandas.read_parquet(path)
    err(g.crs is not None and "CRS84" in g.crs.to_string(), f"crs {g.crs}")
    placed = g[g.geometry.notna()]
    err(g.geometry.notna().equals(g.lat.notna()), "geometries and coordinates are not of the same rows")
    err((abs(placed.geometry.x - placed.lon) < 1e-4).all() and (abs(placed.geometry.y - placed.lat) < 1e-4).all(), "points are not at their coordinates")
    if len(placed):
        err(all(abs(a - b) < 1e-9 for a, b in zip(g.total_bounds, geo["columns"]["geometry"]["bbox"])), "bbox is not that of the points")
    kind = duckdb.connect().execute("SELECT typeof(geometry), count(*) FROM read_parquet(?) WHERE geometry IS NOT NULL GROUP BY ALL", [path]).fetchall()
    err(kind == ([] if not len(placed) else [(kind[0][0], len(placed))]) and all("GEOMETRY" in k[0] for k in kind), f"DuckDB sees {kind}")
    return len(g)


def sqlite(path, err):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    one = lambda q: db.execute(q).fetchone()[0]
    err(one("PRAGMA integrity_check") == "ok", "the database is damaged")
    err(one("SELECT count(*) FROM figures f WHERE NOT EXISTS (SELECT 1 FROM incidents i WHERE i.id = f.incident)") == 0, "figures of no incident")
    err(one("SELECT count(*) FROM claims c WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = c.report)") == 0, "claims of no report")
    err(one("SELECT count(*) FROM tellings t WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = t.report)") == 0, "tellings of no report")
    err(one("SELECT coalesce(max(length(quote)), 0) FROM claims") <= 300, "a quote is longer than 300 characters")
    err(one("SELECT count(*) FROM incidents, json_each(incidents.origins) WHERE json_each.type <> 'text'") == 0, "lists are no JSON")
    return one("SELECT count(*) FROM incidents")


def ics(path, err):
    import icalendar
    with open(path, "rb") as f:
        calendar = icalendar.Calendar.from_ical(f.read())
    entries = calendar.walk("VEVENT")
    err(len({str(e["UID"]) for e in entries}) == len(entries), "two entries of one UID")
    for e in entries:
        err(e["DTSTART"].dt < e["DTEND"].dt, f"{e['UID']}: {e['DTSTART'].dt} to {e['DTEND'].dt}")
        err(not e.errors, f"{e['UID']}: {e.errors}")
    return len(entries)


def timelinejs(path, err):
    with open(path, encoding="utf-8") as f:
        t = json.load(f)
    for e in t["events"]:
        d = e["start_date"]
        err(1 <= d.get("month", 1) <= 12 and 1 <= d.get("day", 1) <= 31 and d["year"], f"{e['unique_id']}: {d}")
        err(e["text"]["headline"] and e["unique_id"], "a slide without headline or id")
    return len(t["events"])


def wide(path, err):
    head = next(sheet(path))
    return sum(1 for _ in table(path, head, err))


READERS = {"ucdp": ucdp, "acled": acled, "csv": wide, "parquet": parquet, "geoparquet": geoparquet, "geojson": geojson, "kml": kml, "plover": plover,
           "cameo": cameo, "icews": icews, "sqlite": sqlite, "ics": ics, "timelinejs": timelinejs}


def tell(readers, what):
    """Reads files, each a name, a path and its reader, and says what came of each; ends the program."""
    total = 0
    for name, path, read in readers:
        err = Errors()
        try:
            n = read(path, err)
        except Exception as e:  # a file that cannot be read is an error of the file
            err(False, f"{type(e).__name__}: {e}")
            n = 0
        print(f"{name}: {n} {what}, {err.n} errors")
        total += err.n
    sys.exit(total > 0)


def main(folder):
    at = lambda name: os.path.join(folder, name)
    tell([(name, at(name), read) for name, read in READERS.items() if os.path.exists(at(name))], "rows")


if __name__ == "__main__":
    main(sys.argv[1])
