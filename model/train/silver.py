"""Lets the teacher annotate raw text: silver for the student.

    python silver.py --teacher teacher.pt --minilm DIR --words FILE [--words FILE ...] --out silver.npz

Each FILE holds one JSON list of words a line. Sentences whose greedy arcs are no tree are left out (some 8 %). Kept for every word: tags, label,
name tag, and the four likeliest heads with their probabilities, so that the student learns what the teacher doubts.
"""
import argparse
import json
import time

import numpy as np
import torch
from transformers import AutoConfig, AutoModel, AutoTokenizer

import treebank
from teacher import Coder, Teacher, batches

TOP = 4


def load(path, minilm):
    ck = torch.load(path, weights_only=True)
    maps = ck["maps"]
    model = Teacher(AutoModel.from_config(AutoConfig.from_pretrained(minilm)), len(maps["xpos"]), len(maps["morph"]), len(maps["rel"]))
    model.load_state_dict(ck["state"])
    model.eval()
    return model, maps, Coder(AutoTokenizer.from_pretrained(minilm))


def is_tree(heads):
    """heads[i] of word i+1, 0 the root: one root, no cycle."""
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(len(heads)):
        seen, j = 0, i + 1
        while j:
            j = heads[j - 1]
            seen += 1
            if seen > len(heads):
                return False
    return True


def annotate(model, coder, sents):
    """Yields (words, columns) of every sentence whose greedy parse is a tree."""
    t0, n = time.time(), 0
    for k, ix in enumerate(batches(sents, coder, 6000)):
        ss = [sents[i]["words"] for i in ix]
        b = coder.batch(ss)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            x, arc, rh, rd = model(b)
            p, heads = arc.float().softmax(-1).topk(min(TOP, arc.size(-1)), -1)
            rel = model.relations(rh, rd, heads[..., 0]).argmax(-1)
            xp, mo = model.xpos(x).argmax(-1), model.morph(x).argmax(-1)
            ner = model.ner(x).float().softmax(-1).max(-1)
        p, heads = (p * 255).round().to(torch.uint8).numpy(), heads.to(torch.uint8).numpy()
        rel, xp, mo = rel.numpy(), xp.numpy(), mo.numpy()
        np_, nt = (ner.values * 255).to(torch.uint8).numpy(), ner.indices.numpy()
        for j, w in enumerate(ss):
            m = len(w) + 1
            n += len(w)
            if is_tree(heads[j, 1:m, 0].tolist()):
                pad = TOP - p.shape[-1]
                hh, pp = heads[j, 1:m], p[j, 1:m]
                if pad > 0:
                    hh, pp = np.pad(hh, ((0, 0), (0, pad))), np.pad(pp, ((0, 0), (0, pad)))
                yield w, dict(heads=hh, probs=pp, rel=rel[j, 1:m].astype(np.uint8), xpos=xp[j, 1:m].astype(np.uint8),
                              morph=mo[j, 1:m].astype(np.uint16), ner=nt[j, 1:m].astype(np.uint8), nerp=np_[j, 1:m])
        if k % 200 == 0:
            print(f"{n} words, {n / (time.time() - t0):.0f} words/s", flush=True)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--teacher", required=True)
    a.add_argument("--minilm", required=True)
    a.add_argument("--words", action="append", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--threads", type=int, default=2)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    model, maps, coder = load(a.teacher, a.minilm)
    sents, known = [], set()
    for path in a.words:
        with treebank.open_text(path) as f:
            for line in f:
                w = json.loads(line)
                key = hash(" ".join(w))
                if 2 <= len(w) <= 80 and coder.size(w) <= 200 and key not in known:
                    known.add(key)
                    sents.append({"words": w})
    print(len(sents), "sentences", sum(len(s["words"]) for s in sents), "words", flush=True)
    words, cols = [], {}
    for w, c in annotate(model, coder, sents):
        words.append(w)
        for k, v in c.items():
            cols.setdefault(k, []).append(v)
    np.savez(a.out, lengths=np.array([len(w) for w in words], np.int32), words=np.array("\n".join(x for w in words for x in w)),
             **{k: np.concatenate(v) for k, v in cols.items()})
    print("kept", len(words), "sentences", sum(len(w) for w in words), "words")


if __name__ == "__main__":
    main()
