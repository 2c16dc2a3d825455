"""Writes the student as the weight file that package model reads; network.md states the arithmetic.

    python export.py --student student.pt --out english.bin [--reference words.jsonl expected.jsonl]
"""
import argparse
import hashlib
import json
import struct

import numpy as np
import torch

import features
from student import DILATIONS, DIMS, PIECES, REACH, WIDTH, Student
from teacher import NER

ZERO = 64


class File:
    def __init__(self):
        self.tensors = []

    def add(self, name, array, kind, shape=None):
        self.tensors.append((name, kind, list(shape or array.shape), np.ascontiguousarray(array).tobytes()))

    def write(self, path, labels, config):
        def header(base):
            at, rows = base, []
            for name, kind, shape, data in self.tensors:
                at = (at + 63) // 64 * 64
                rows.append({"name": name, "type": kind, "shape": shape, "offset": at, "size": len(data)})
                at += len(data)
            return json.dumps({"tensors": rows, "labels": labels, "config": config}, separators=(",", ":")).encode(), rows, at
        base = 12
        while True:  # offsets are part of the header: grow it until it fits
            h, rows, end = header(base)
            need = (12 + len(h) + 63) // 64 * 64
            if need <= base:
                break
            base = need
        out = bytearray(end)
        out[:12] = b"SITREPW1" + struct.pack("<I", len(h))
        out[12:12 + len(h)] = h
        for r, (_, _, _, data) in zip(rows, self.tensors):
            out[r["offset"]:r["offset"] + r["size"]] = data
        with open(path, "wb") as f:
            f.write(out)
        return hashlib.sha256(out).hexdigest(), len(out)


def f32(t):
    return t.detach().float().numpy().astype(np.float32)


def pack(q):
    """N × K int8 to [N/16][K/4][16][4]."""
    n, k = q.shape
    p = np.zeros(((n + 15) // 16 * 16, k), np.int8)
    p[:n] = q
    return p.reshape(-1, 16, k // 4, 4).transpose(0, 2, 1, 3)


def add_linear(f, name, lin, step, zero):
    """step: the input's quantisation step; the weights are rounded by row as in training."""
    w = f32(lin.weight)
    s = np.maximum(np.abs(w).max(1), 1e-8) / 127
    q = np.rint(w / s[:, None]).clip(-127, 127).astype(np.int8)
    f.add(name + ".w", pack(q), "i8", w.shape)
    f.add(name + ".scale", (s * step).astype(np.float32), "f32")
    f.add(name + ".bias", f32(lin.bias), "f32")
    f.add(name + ".corr", (-zero * q.astype(np.int64).sum(1)).astype(np.int32), "i32")


def add_maxout(f, name, m, step, zero=ZERO):
    add_linear(f, name, m.lin, step, zero)
    f.add(name + ".gain", f32(m.norm.gain), "f32")
    f.add(name + ".shift", f32(m.norm.shift), "f32")


def quantised(t, step, low, high, zero):
    return (np.rint(f32(t) / step).clip(low, high) + zero).astype(np.uint8 if zero or low == 0 else np.int8)


def build(ck):
    maps = ck["maps"]
    m = Student(len(ck["vocab"]), len(maps["xpos"]), len(maps["morph"]), len(maps["rel"]))
    m.load_state_dict(ck["state"])
    if not ck["on"]:  # stopped before its integers were trained: take the steps that its values suggest
        m.quantise()
    step = lambda s: float(np.float32(s.log.exp().item()))
    f = File()
    f.add("vocab", np.array(ck["vocab"], np.uint64), "u64")
    # the input row is the tables' integers: layer0's weights take their steps in
    at, w0 = 0, m.layer0.lin.weight.data.clone()
    for k, d in DIMS.items():
        s = step(m.emb_step[k])
        f.add("emb." + k, quantised(m.emb[k].weight, s, -ZERO, ZERO - 1, ZERO), "u8")
        w0[:, at:at + d] *= s
        at += d
    m.layer0.lin.weight.data = w0
    add_maxout(f, "layer0", m.layer0, 1.0)
    quant = {}
    for i, (layer, s) in enumerate(zip(m.layers, m.steps), 1):
        quant[f"layer{i}"] = 1 / step(s)
        add_maxout(f, f"layer{i}", layer, step(s))
    out = step(m.out)
    quant.update(out=1 / out, ner=1 / step(m.ner_step), arc_h=1 / step(m.arc_h_step), arc_e=1 / step(m.arc_e_step), rel=1 / step(m.rel_step))
    add_linear(f, "xpos", m.xpos, out, ZERO)
    add_linear(f, "morph", m.morph, out, ZERO)
    add_linear(f, "ner1", m.ner1, out, ZERO)
    add_linear(f, "ner2", m.ner2, step(m.ner_step), 0)
    add_linear(f, "arc_h", m.arc_h, out, ZERO)
    add_linear(f, "arc_e", m.arc_e, out, ZERO)
    f.add("arc_root", quantised(torch.relu(m.arc_root), step(m.arc_h_step), 0, 127, 0), "u8")
    f.add("arc_dist", f32(m.arc_dist), "f32")
    add_linear(f, "rel_h", m.rel_h, out, ZERO)
    add_linear(f, "rel_d", m.rel_d, out, ZERO)
    f.add("rel_dist", f32(m.rel_dist), "f32")
    add_linear(f, "rel", m.rel, step(m.rel_step), 0)
    table = {}
    for phrase, mask in ck["lists"].items():
        table[features.fnv(phrase)] = mask
    keys = sorted(table)
    f.add("lists.hash", np.array(keys, np.uint64), "u64")
    f.add("lists.mask", np.array([table[k] for k in keys], np.uint8), "u8")
    inv = lambda k: [v for v, _ in sorted(maps[k].items(), key=lambda x: x[1])]
    labels = {"xpos": inv("xpos"), "morph": inv("morph"), "rel": inv("rel"), "ner": NER}
    config = {"width": WIDTH, "pieces": PIECES, "dilations": DILATIONS, "reach": REACH, "oov": features.OOV,
              "quant": {k: float(np.float32(v)) for k, v in quant.items()},
              "arc_scale": float(np.float32(step(m.arc_h_step) * step(m.arc_e_step) * WIDTH ** -0.5))}
    return f, labels, config, m


def reference(m, ck, path, out):
    """What PyTorch says of given sentences, for comparison with package model (rounding apart, the same)."""
    maps = ck["maps"]
    inv = {k: {i: v for v, i in x.items()} for k, x in maps.items()}
    vocab = features.Vocabulary([])
    vocab.hashes = ck["vocab"]
    lists = features.Lists.__new__(features.Lists)
    lists.table = ck["lists"]
    m.quantise_flags()
    m.eval()
    with open(path, encoding="utf-8") as f, open(out, "w", encoding="utf-8") as g, torch.inference_mode():
        for line in f:
            words = json.loads(line)
            bits = lists.bits(words)
            rows = torch.tensor([[[*(vocab.features(w)[i] for i in (0, 2, 3, 4, 5)), b] for w, b in zip(words, bits)]])
            mask = torch.ones(1, len(words))
            q = m.trunk(rows, mask)
            head = m.arcs(q, mask).argmax(-1)
            rel = m.relations(q, head).argmax(-1)[0]
            print(json.dumps({"words": words, "lists": bits, "xpos": [inv["xpos"][int(x)] for x in m.xpos(q).argmax(-1)[0]],
                              "morph": [inv["morph"][int(x)] for x in m.morph(q).argmax(-1)[0]], "head": head[0].tolist(),
                              "rel": [inv["rel"][int(x)] for x in rel], "ner": [NER[int(x)] for x in m.names(q).argmax(-1)[0]]}), file=g)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--student", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--reference", nargs=2)
    a = a.parse_args()
    ck = torch.load(a.student, weights_only=False)
    f, labels, config, _ = build(ck)
    digest, size = f.write(a.out, labels, config)
    print(json.dumps({"sha256": digest, "bytes": size}))
    if a.reference:
        m = Student(len(ck["vocab"]), len(ck["maps"]["xpos"]), len(ck["maps"]["morph"]), len(ck["maps"]["rel"]))
        m.load_state_dict(ck["state"])
        reference(m, ck, *a.reference)


if __name__ == "__main__":
    main()
