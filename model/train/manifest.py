"""Brings the manifest of the weights up to date: their hash and size, and what they score.

    sitrep eval language UD --json > scores.json
    python manifest.py --weights ../english.bin --scores scores.json --manifest ../english.json

What the weights were made from, and by which commands, stands in the manifest already; change it there when it changes.
"""
import argparse
import hashlib
import json

PARTS = {"raw": "raw text", "gold": "gold tokens", "names": "names", "chains": "chains"}


def scores(report):
    """"file, how measured, figure" → 0 to 1, of the test files."""
    out = {}
    for f in report["files"]:
        name = f["file"].removesuffix(".gz").removesuffix(".conllu").removesuffix(".iob2")
        if "test" not in name:
            continue
        for key, title in PARTS.items():
            for figure, value in f.get(key, {}).items():
                out[f"{name}, {title}, {figure}"] = round(value, 4)
    return out


def main():
    a = argparse.ArgumentParser()
    for k in ("--weights", "--scores", "--manifest"):
        a.add_argument(k, required=True)
    a = a.parse_args()
    with open(a.weights, "rb") as f:
        weights = f.read()
    with open(a.scores, encoding="utf-8") as f:
        report = json.load(f)
    with open(a.manifest, encoding="utf-8") as f:
        manifest = json.load(f)
    manifest.update(sha256=hashlib.sha256(weights).hexdigest(), bytes=len(weights), scores=scores(report))
    with open(a.manifest, "w", encoding="utf-8") as f:
        json.dump(manifest, f, indent=2, ensure_ascii=False)
        f.write("\n")


if __name__ == "__main__":
    main()
