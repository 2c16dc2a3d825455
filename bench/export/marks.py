"""Reads exported marks, feeds and lines with libraries of others, and says what does not fit: marks.py FOLDER OPENAPI SCHEMA

brat: pybrat, the reader of bioc and the grammar of bratly. Label Studio: its own SDK, against the labelling interface. Web Annotations: pyld. Feeds: feedparser. GeoJSON: geojson-pydantic.
JSON Lines: jsonschema against SCHEMA. The window's API: openapi-spec-validator against OPENAPI. A line a file: what was read, how many errors. Ends with 1 where there is an error.
"""

import collections
import json
import os
import re
import sys
import tempfile
import zipfile

from read import tell

# The terms of http://www.w3.org/ns/anno.jsonld that exports use: nothing is fetched.
TERMS = {
    "oa": "http://www.w3.org/ns/oa#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "as": "http://www.w3.org/ns/activitystreams#", "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"}, "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application", "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"}, "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "classifying": "oa:classifying", "describing": "oa:describing",
    "identifying": "oa:identifying", "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "label": "rdfs:label",
    "generator": {"@type": "@id", "@id": "as:generator"}, "generated": "dcterms:issued", "name": "as:name", "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"}, "partOf": {"@type": "@id", "@id": "as:partOf"}, "startIndex": "as:startIndex", "total": "as:totalItems",
}


def documents(path):
    """The texts and the annotations of a zip for brat."""
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if name.endswith(".ann"):
                yield name[:-4], z.read(name[:-4] + ".txt").decode(), z.read(name).decode()


def brat(path, err):
    from bioc import brat as bioc
    from bratly.io.file_read_src import parse_and_fix_ann_grammar
    from pybrat.parser import BratParser
    n, lines, known = 0, collections.Counter(), collections.Counter()
    for name, text, ann in documents(path):
        n += 1
        lines.update(line[0] for line in ann.splitlines())
        doc = bioc.loads(text, ann, name)
        ids = {a.id for part in (doc.entities, doc.events) for a in part}
        for e in doc.entities:
            spans = sorted((i.begin, i.end) for i in e.locations)
            err(" ".join(text[a:b] for a, b in spans) == e.text, f"{name}: {e.id} is not the words at its place")
        for e in doc.events:
            err({e.trigger_id, *e.arguments.values()} <= ids, f"{name}: {e.id} names what is not there")
        for r in doc.relations:
            err(set(r.arguments.values()) <= ids, f"{name}: {r.id} names what is not there")
        for a in [*doc.attributes, *doc.notes]:
            err(a.refid in ids, f"{name}: {a.id} is of what is not there")
        known.update(T=len(doc.entities), E=len(doc.events), R=len(doc.relations), A=len(doc.attributes))
        known["#"] += len(doc.notes)
        try:  # bratly knows no relation to an event and no event without parts, which brat has
            parse_and_fix_ann_grammar("\n".join(li for li in ann.split("\n") if not re.match(r"R\d+\t\S+ .*:E\d|E\d+\t\S+$", li)))
        except Exception as e:
            err(False, f"{name}: bratly: {e}")
    err(lines == known, f"bioc knows {known} of {lines} lines")
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(path).extractall(folder)
        read = list(BratParser(error="ignore").parse(folder))  # which passes over relations to events
    err(sum(len(e.entities) for e in read) == lines["T"] and sum(len(e.events) for e in read) == lines["E"], "pybrat reads other entities or events")
    return n


def labelstudio(path, err):
    from label_studio_sdk.label_interface import LabelInterface
    with zipfile.ZipFile(path) as z:
        interface, tasks = LabelInterface(z.read("config.xml").decode()), json.loads(z.read("tasks.json"))
    interface.validate()
    for t in tasks:
        for p in t["predictions"]:
            for wrong in interface.validate_prediction(p, return_errors=True):
                err(False, f"{t['data']['report']}: {wrong}")
            for r in p["result"]:
                v = r.get("value", {})
                err("text" not in v or r["type"] != "labels" or t["data"]["text"][v["start"]:v["end"]] == v["text"], f"{t['data']['report']}: {r.get('id')} is not the words at its place")
    return len(tasks)


def annotations(path, err):
    from pyld import jsonld
    with open(path, encoding="utf-8") as f:
        whole = json.load(f)
    page = whole["first"]["items"]
    whole["first"]["items"] = page[:3000]  # pyld takes a millisecond and more for each
    loader = lambda url, options=None: {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}, "contentType": "application/ld+json"}
    graph = jsonld.flatten(whole, None, {"documentLoader": loader})
    nodes = [x for x in graph if "http://www.w3.org/ns/oa#Annotation" in x.get("@type", [])]
    oa, ours = "http://www.w3.org/ns/oa#", "urn:sitrep:terms:"
    err(len(nodes) == len(whole["first"]["items"]), f"{len(nodes)} annotations of {len(whole['first']['items'])} are left in the graph: two have one id")
    by = {x["@id"]: x for x in graph}
    ids = {a["id"] for a in page}
    for x in nodes:
        err(x.get(oa + "hasTarget") and x.get(oa + "hasBody") and x.get(oa + "motivatedBy"), f"{x['@id']}: without target, body or motivation")
        for t in x.get(oa + "hasTarget", []):
            kinds = {k for s in by[t["@id"]].get(oa + "hasSelector", []) for k in by[s["@id"]]["@type"]}
            err(oa + "TextPositionSelector" in kinds, f"{x['@id']}: a target without a place")
        for link in x.get(ours + "links", []):
            to = by[link["@id"]].get(ours + "to", [])
            err(len(to) == 1 and to[0]["@id"] in ids and by[link["@id"]].get(ours + "role"), f"{x['@id']}: a link leads nowhere")
    err(whole["total"] == len(page), "total")
    return len(page)


def feed(path, err):
    import feedparser
    f = feedparser.parse(path)
    err(not f.bozo, f"not well-formed: {f.get('bozo_exception')}")
    ids = [e.get("id") for e in f.entries]
    err(None not in ids and len(set(ids)) == len(ids), f"{len(ids) - len(set(ids))} entries have the id of another one")
    for e in f.entries:
        err(e.get("title") and ("published" in e or "updated" in e), f"{e.get('id')}: without title or time")
    return len(f.entries)


def geojson(path, err):
    from geojson_pydantic import FeatureCollection
    with open(path, encoding="utf-8") as f:
        return len(FeatureCollection.model_validate_json(f.read()).features)


def lines(schema):
    import jsonschema
    with open(schema, encoding="utf-8") as f:
        s = json.load(f)
    kind = jsonschema.validators.validator_for(s)
    kind.check_schema(s)
    check = kind(s)

    def read(path, err):
        n = 0
        with open(path, encoding="utf-8") as f:
            for n, line in enumerate(f, 1):
                for wrong in check.iter_errors(json.loads(line)):
                    err(False, f"line {n}: {wrong.message[:200]}")
        return n
    return read


def openapi(path, err):
    from openapi_spec_validator import validate
    with open(path, encoding="utf-8") as f:
        d = json.load(f)
    validate(d)
    return len(d["paths"])


def main(folder, api, schema):
    at = lambda name: os.path.join(folder, name)
    readers = [("brat", at("brat"), brat), ("labelstudio", at("labelstudio"), labelstudio), ("annotations", at("annotations"), annotations), ("geojson", at("geojson"), geojson),
               ("jsonl", at("jsonl"), lines(schema)), ("openapi", api, openapi)] + [(f, at(f), feed) for f in ("atom", "rss", "claims-atom", "reports-atom")]
    tell(readers, "read")


if __name__ == "__main__":
    main(*sys.argv[1:4])
