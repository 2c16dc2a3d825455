"""Reads treebanks, entity layers and raw text into plain sentences.

A sentence is a dict: words, and, where it has gold, xpos, morph (UPOS|Feats), head (0 = root, 1-based), rel, and ner (BIO tags)
where names were annotated. Everything is per syntactic word (multiword tokens are split, empty nodes dropped).
"""
import gzip
import re

NAME_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path, names=False):
    """Yields sentences of a CoNLL-U file; with names, reads GUM's Entity= layer into BIO tags."""
    rows = []
    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line and line[0] != "#":
                c = line.split("\t")
                if "-" not in c[0] and "." not in c[0]:
                    rows.append(c)
            elif not line and rows:
                yield sentence(rows, names)
                rows = []
    if rows:
        yield sentence(rows, names)


def sentence(rows, names):
    s = {
        "words": [c[1] for c in rows],
        "lemma": [c[2] for c in rows],
        "xpos": [c[4] for c in rows],
        "morph": [c[3] + "|" + c[5] for c in rows],
        "head": [int(c[6]) for c in rows],
        "rel": [c[7] for c in rows],
    }
    if names:
        s["ner"] = bio(rows)
    return s


# Words that may stand between the proper nouns of a name, by its kind (those of PER in any).
JOINERS = {"PER": ("-", "de", "la", "al", "el", "del", "van", "von", "bin", "ibn", "der", "den", "dos", "da", "."),
           "LOC": ("of", "the", "'s", "/"), "ORG": ("of", "the", "and", "for", "on", "&", "'s", "/", "in", "to", ",")}

# Words before a person's name that are no part of it.
TITLES = set("""mr mrs ms miss dr drs prof professor doctor sir lord lady dame president vice prime minister secretary senator sen rep congressman governor gov
mayor judge justice chancellor king queen prince princess emperor general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral
commander pope bishop archbishop cardinal father fr rev reverend pastor saint imam sheikh shaikh sheik ayatollah mullah prophet rabbi coach director
chairman ceo officer detective inspector ambassador foreign defense defence acting former deputy chief executive uncle aunt""".split())


def bio(rows):
    """Names of one sentence: entities of NAME_TYPES whose head is a proper noun; the outermost wins, articles and possessive marks are left out."""
    stack, spans = [], []
    for i, c in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", c[9])
        if not m:
            continue
        text = m.group(1)
        pos = 0
        while pos < len(text):
            if text[pos] == "(":
                end = pos + 1
                while end < len(text) and text[end] not in "()":
                    end += 1
                closes = end < len(text) and text[end] == ")"
                fields = text[pos + 1:end].split("-")
                ent = (fields[0], fields[1] if len(fields) > 1 else "", fields, i)
                if closes:
                    spans.append((i, i, ent))
                    pos = end + 1
                else:
                    stack.append(ent)
                    pos = end
            else:
                end = pos
                while end < len(text) and text[end] != ")":
                    end += 1
                key = text[pos:end]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == key:
                        spans.append((stack[k][3], i, stack[k]))
                        del stack[k]
                        break
                pos = end + 1
    tags = ["O"] * len(rows)
    spans.sort(key=lambda s: (s[1] - s[0]), reverse=True)
    for a, b, ent in spans:
        kind = NAME_TYPES.get(ent[1])
        if not kind:
            continue
        a, b = trim(rows, a, b, kind)
        if a > b or not proper(rows, a, b):
            continue
        if any(tags[k] != "O" for k in range(a, b + 1)):
            continue
        tags[a] = "B-" + kind
        for k in range(a + 1, b + 1):
            tags[k] = "I-" + kind
    return tags


def trim(rows, a, b, kind):
    """Cuts a mention to its name: leading determiners, titles in lower case and modifiers go, and everything after the proper nouns."""
    head = None
    for i in range(a, b + 1):
        h = int(rows[i][6]) - 1
        if not a <= h <= b:
            head = i
            break
    if head is None or rows[head][3] != "PROPN":
        # "the Syrian army": the head is common; no name
        return b + 1, b
    lo, hi = head, head
    # leftwards: proper nouns, and adjectives or words in capitals directly before
    i = head - 1
    while i >= a and (rows[i][3] == "PROPN" or (rows[i][1][:1].isupper() and rows[i][3] in ("ADJ", "NOUN", "VERB", "NUM")) or
                      (rows[i][1] in ("-", ".", "of", "&", "'", "/") and i - 1 >= a and rows[i - 1][1][:1].isupper())):
        lo = i
        i -= 1
    i = head + 1
    while i <= b:
        form, up = rows[i][1], rows[i][3]
        if up == "PROPN" or (form[:1].isupper() and up in ("ADJ", "NOUN", "VERB")) or up == "NUM" and i == hi + 1:
            hi = i
        elif i < b and form in JOINERS.get(kind, ()) + JOINERS["PER"]:
            pass
        else:
            break
        i += 1
    if kind == "PER":
        while lo < hi and rows[lo][1].lower().rstrip(".") in TITLES:
            lo += 1
    while lo < hi and rows[lo][3] in ("DET", "PUNCT", "ADP"):
        lo += 1
    return lo, hi


def proper(rows, a, b):
    return any(rows[i][3] == "PROPN" and rows[i][1][:1].isupper() for i in range(a, b + 1))


def read_uner(path):
    """Yields (words, BIO tags) of a Universal NER file."""
    words, tags = [], []
    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line:
                if words:
                    yield words, tags
                words, tags = [], []
                continue
            c = line.split("\t")
            words.append(c[1])
            tags.append(c[2])
    if words:
        yield words, tags
