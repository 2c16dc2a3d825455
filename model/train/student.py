"""Trains the student: the small network that package model runs. See README.md for the recipe and network.md for its arithmetic.

    python student.py --ud DIR --silver silver.npz --teacher teacher.pt --minilm DIR --phrases phrases.tsv --out student.pt [--minutes 75]
"""
import argparse
import collections
import math
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import features
import silver
import treebank
from teacher import NER, spans

WIDTH, PIECES = 128, 3
DILATIONS = (1, 1, 2, 4, 8, 1, 2, 1)
DIMS = dict(word=128, prefix=64, suffix3=64, suffix2=32, shape=32, list=64)
REACH = 32  # distances beyond are one bucket
LEVELS = 63  # signed 7 bits


def bucket(head, dep):
    """Bucket of the distance from a dependent to its head (positions, the root is 0)."""
    return torch.where(head == 0, torch.full_like(head, 2 * REACH + 1), (head - dep).clamp(-REACH, REACH) + REACH)


class Step(nn.Module):
    """A learned quantisation step (LSQ): values become integers of `low..high` times the step, gradients pass through."""

    def __init__(self, low, high):
        super().__init__()
        self.log = nn.Parameter(torch.zeros(()))
        self.low, self.high, self.on = low, high, False
        self.register_buffer("rms", torch.ones(()))

    def forward(self, x):
        if self.training and not self.on:
            with torch.no_grad():
                self.rms.lerp_(x.float().square().mean().sqrt(), 0.01)
        if not self.on:
            return x
        s = self.log.exp()
        v = (x / s).clamp(self.low, self.high)
        return (v + (v.round() - v).detach()) * s

    def start(self):
        self.on = True
        self.log.data.fill_(math.log(float(self.rms) * (4.5 if self.low < 0 else 5.5) / self.high))


def rounded(w):
    """Weights as 8-bit integers by row, gradients passing through."""
    s = w.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    return w + ((w / s).round() * s - w).detach()


class Linear(nn.Linear):
    on = False

    def forward(self, x):
        return F.linear(x, rounded(self.weight) if self.on else self.weight, self.bias)


class Norm(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.gain, self.shift = nn.Parameter(torch.ones(d)), nn.Parameter(torch.zeros(d))

    def forward(self, x):
        return F.layer_norm(x.float(), x.shape[-1:], self.gain, self.shift, 1e-5)


class Maxout(nn.Module):
    """Linear to pieces × width, the largest piece, layer norm."""

    def __init__(self, fan):
        super().__init__()
        self.lin, self.norm = Linear(fan, PIECES * WIDTH), Norm(WIDTH)

    def forward(self, x):
        y = self.lin(x)
        return self.norm(y.view(*y.shape[:-1], PIECES, WIDTH).amax(-2))


def window(x, d):
    """x[t-d] ‖ x[t] ‖ x[t+d], zeros outside."""
    p = F.pad(x, (0, 0, d, d))
    n = x.size(1)
    return torch.cat([p[:, :n], x, p[:, 2 * d:2 * d + n]], -1)


class Student(nn.Module):
    def __init__(self, words, xpos, morph, rel):
        super().__init__()
        rows = dict(word=words + features.OOV, prefix=features.PREFIX, suffix3=features.SUFFIX3, suffix2=features.SUFFIX2,
                    shape=features.SHAPE, list=features.LISTS)
        self.emb = nn.ModuleDict({k: nn.Embedding(rows[k], d) for k, d in DIMS.items()})
        for e in self.emb.values():
            nn.init.normal_(e.weight, std=0.25)
        self.emb_step = nn.ModuleDict({k: Step(-LEVELS - 1, LEVELS) for k in DIMS})
        self.layer0 = Maxout(sum(DIMS.values()))
        self.layers = nn.ModuleList([Maxout(3 * WIDTH) for _ in DILATIONS])
        self.steps = nn.ModuleList([Step(-LEVELS - 1, LEVELS) for _ in DILATIONS])
        self.out = Step(-LEVELS - 1, LEVELS)
        self.xpos, self.morph = Linear(WIDTH, xpos), Linear(WIDTH, morph)
        self.ner1, self.ner_step, self.ner2 = Linear(3 * WIDTH, 64), Step(0, 127), Linear(64, len(NER))
        self.arc_h, self.arc_h_step = Linear(WIDTH, 128), Step(0, 127)
        self.arc_e, self.arc_e_step = Linear(WIDTH, 128), Step(-127, 127)
        self.arc_root = nn.Parameter(torch.randn(128) * 0.3)
        self.arc_dist = nn.Parameter(torch.zeros(2 * REACH + 2))
        self.rel_h, self.rel_d = Linear(WIDTH, 128), Linear(WIDTH, 128)
        self.rel_root = nn.Parameter(torch.randn(128) * 0.3)  # for training alone: the program gives the root its relation
        self.rel_dist = nn.Parameter(torch.zeros(2 * REACH + 2, 128))
        self.rel_step, self.rel = Step(0, 127), Linear(128, rel)
        self.drop = nn.Dropout(0.1)

    def quantise(self):
        """From here on the integers count."""
        for m in self.modules():
            if isinstance(m, Step):
                m.start()
        self.quantise_flags()

    def quantise_flags(self):
        """Computes with integers, by the steps at hand."""
        for m in self.modules():
            if isinstance(m, (Step, Linear)):
                m.on = True

    def embed(self, feats):
        """The first layer. Its weights take in the steps of the tables, so that its input is the tables' integers as they are."""
        x = torch.cat([self.emb_step[k](self.emb[k](feats[..., i])) for i, k in enumerate(DIMS)], -1)
        if not self.out.on:
            return self.layer0(x)
        steps = torch.cat([self.emb_step[k].log.exp().expand(d) for k, d in DIMS.items()])
        lin = self.layer0.lin
        y = F.linear(x / steps, rounded(lin.weight * steps), lin.bias)
        return self.layer0.norm(y.view(*y.shape[:-1], PIECES, WIDTH).amax(-2))

    def trunk(self, feats, mask):
        """feats: B × L × 6 rows; the quantised output, zero outside sentences."""
        m = mask.unsqueeze(-1)
        x = self.drop(self.embed(feats))
        for layer, step, d in zip(self.layers, self.steps, DILATIONS):
            x = x + self.drop(layer(window(step(x) * m, d)))
        return self.out(x) * m

    def heads(self, q):
        """H of root and words, E of words."""
        h = torch.cat([self.arc_root.expand(q.size(0), 1, -1), self.arc_h(q).float()], 1)
        return self.arc_h_step(F.relu(h)), self.arc_e_step(self.arc_e(q).float())

    def arcs(self, q, mask):
        """Scores B × dependent × (root + heads)."""
        h, e = self.heads(self.drop(q))
        s = torch.einsum("bjd,bhd->bjh", e, h) * WIDTH ** -0.5
        n = q.size(1)
        pos = torch.arange(n + 1)
        s = s.float() + self.arc_dist[bucket(pos.view(1, -1), torch.arange(1, n + 1).view(-1, 1))]
        valid = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        s = s.masked_fill(valid.unsqueeze(1) == 0, -1e4)
        return s.masked_fill(pos.view(1, -1) == torch.arange(1, n + 1).view(-1, 1), -1e4)  # nothing is its own head

    def relations(self, q, head):
        """Label logits under the given heads (0 the root)."""
        q = self.drop(q)
        a = torch.cat([self.rel_root.expand(q.size(0), 1, -1), self.rel_h(q).float()], 1)
        a = a.gather(1, head.unsqueeze(-1).expand(-1, -1, 128))
        dep = torch.arange(1, q.size(1) + 1).view(1, -1)
        return self.rel(self.rel_step(F.relu(a + self.rel_d(q).float() + self.rel_dist[bucket(head, dep)])))

    def names(self, q):
        return self.ner2(self.ner_step(F.relu(self.ner1(window(self.drop(q), 1)).float())))


# ---- data: flat arrays, one row a word

COLUMNS = ("heads", "probs", "rel", "xpos", "morph", "ner", "nerp")


def gold_columns(sents, maps):
    words, cols = [], {k: [] for k in COLUMNS}
    for s in sents:
        n = len(s["words"])
        if n > 120:
            continue
        words.append(s["words"])
        h = np.zeros((n, silver.TOP), np.uint8)
        h[:, 0] = s["head"]
        p = np.zeros((n, silver.TOP), np.uint8)
        p[:, 0] = 255
        cols["heads"].append(h)
        cols["probs"].append(p)
        for k in ("rel", "xpos", "morph"):
            cols[k].append(np.array([maps[k][v] for v in s[k]], np.uint16))
        cols["ner"].append(np.array([maps["ner"][v] for v in s["ner"]] if "ner" in s else [255] * n, np.uint8))
        cols["nerp"].append(np.full(n, 255 if "ner" in s else 0, np.uint8))
    return words, {k: np.concatenate(v) for k, v in cols.items()}


def add_names(model, coder, words, cols):
    """Lets the teacher name what gold leaves unnamed (EWT has no names layer)."""
    start = np.cumsum([0] + [len(w) for w in words])
    todo = [{"words": w, "at": int(start[i])} for i, w in enumerate(words) if cols["ner"][start[i]] == 255]
    for ix in silver.batches(todo, coder, 6000, False):
        b = coder.batch([todo[i]["words"] for i in ix])
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            p = model.ner(model.words(b)).float().softmax(-1).max(-1)
        for k, i in enumerate(ix):
            n, at = len(todo[i]["words"]), todo[i]["at"]
            cols["ner"][at:at + n] = p.indices[k, 1:1 + n].numpy()
            cols["nerp"][at:at + n] = (p.values[k, 1:1 + n] * 255).to(torch.uint8).numpy()


def variants(sents):
    """Copies of gold as wires and headlines print it: title case, without the final stop, in lower case."""
    rng = random.Random(7)
    for s in sents:
        r = rng.random()
        n = len(s["words"])
        if r < 0.06:
            yield dict(s, words=[w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(s["words"])])
        elif r < 0.09:
            yield dict(s, words=[w.lower() for w in s["words"]])
        elif r < 0.24 and n > 3 and s["words"][-1] in ".!?" and n not in s["head"]:
            yield {k: v[:-1] for k, v in s.items()}


def feature_rows(words, vocab, lists):
    out = np.zeros((sum(len(w) for w in words), 7), np.int32)
    at = 0
    for w in words:
        bits = lists.bits(w)
        for x, b in zip(w, bits):
            out[at, :6] = vocab.features(x)
            out[at, 6] = b
            at += 1
    return out


class Corpus:
    def __init__(self, words, cols, feats):
        self.len = np.array([len(w) for w in words], np.int64)
        self.start = np.concatenate([[0], np.cumsum(self.len)])
        self.cols, self.feats = cols, feats

    def batch(self, ix, train):
        B, L = len(ix), int(self.len[ix].max())
        pos = np.arange(L)[None, :]
        mask = pos < self.len[ix][:, None]
        at = np.where(mask, self.start[ix][:, None] + pos, 0)
        f = self.feats[at]
        rows = f[..., [0, 2, 3, 4, 5, 6]].astype(np.int64)
        if train:
            unk = np.random.random((B, L)) < 0.08
            rows[..., 0] = np.where(unk, f[..., 1], rows[..., 0])
            nolist = np.random.random((B, 1)) < 0.1
            rows[..., 5] = np.where(nolist, 0, rows[..., 5])
        out = {k: torch.from_numpy(self.cols[k][at].astype(np.int64)) for k in COLUMNS}
        return torch.from_numpy(rows), torch.from_numpy(mask.astype(np.float32)), out


def weighted(logits, target, weight):
    l = F.cross_entropy(logits.reshape(-1, logits.size(-1)).float(), target.reshape(-1), reduction="none")
    return (l * weight.reshape(-1)).sum() / weight.sum().clamp(min=1)


def loss_of(model, rows, mask, c):
    q = model.trunk(rows, mask)
    top, heads = c["probs"].float() / 255, c["heads"].clamp(max=q.size(1))
    top = top * (heads != torch.arange(1, q.size(1) + 1).view(1, -1, 1))  # the teacher knows no such rule
    lp = model.arcs(q, mask).log_softmax(-1).gather(-1, heads)
    arc = (-(lp * top).sum(-1) * mask).sum() / mask.sum()
    sure = top[..., 0] * mask
    rel = weighted(model.relations(q, heads[..., 0]), c["rel"], sure)
    qd = model.drop(q)
    tags = weighted(model.xpos(qd), c["xpos"], mask) + weighted(model.morph(qd), c["morph"], mask)
    named = (c["ner"] < 255) * mask * c["nerp"].float() / 255
    ner = weighted(model.names(q), c["ner"].clamp(max=len(NER) - 1), named)
    return arc + rel + tags + ner


def word_vectors(model, coder, words):
    """Vectors of single words out of the teacher, by PCA: where the student's word table begins."""
    out = []
    for k in range(0, len(words), 256):
        b = coder.batch([[w] for w in words[k:k + 256]])
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            out.append(model.words(b)[:, 1].float())
    x = torch.cat(out)
    x = x - x.mean(0)
    _, _, v = torch.pca_lowrank(x, DIMS["word"], center=False, niter=4)
    y = x @ v
    return y / y.std() * 0.25


def score(model, corpus, sents, maps):
    inv = {k: {v: x for x, v in m.items()} for k, m in maps.items()}
    model.eval()
    c = collections.Counter()
    with torch.inference_mode():
        for k in range(0, len(sents), 32):
            ix = np.arange(k, min(k + 32, len(sents)))
            rows, mask, _ = corpus.batch(ix, False)
            q = model.trunk(rows, mask)
            head = model.arcs(q, mask).argmax(-1)
            rel = model.relations(q, head).argmax(-1)
            xp, mo, ner = model.xpos(q).argmax(-1), model.morph(q).argmax(-1), model.names(q).argmax(-1)
            for j, i in enumerate(ix):
                s = sents[i]
                n = len(s["words"])
                if "head" in s:
                    for t in range(n):
                        ok = int(head[j, t]) == s["head"][t]
                        c["n"] += 1
                        c["uas"] += ok
                        c["las"] += ok and inv["rel"][int(rel[j, t])].split(":")[0] == s["rel"][t].split(":")[0]
                        c["xpos"] += inv["xpos"][int(xp[j, t])] == s["xpos"][t]
                        c["morph"] += inv["morph"][int(mo[j, t])] == s["morph"][t]
                if "ner" in s:
                    g, p = spans(s["ner"]), spans([NER[x] for x in ner[j, :n].tolist()])
                    c["tp"] += len(g & p)
                    c["gold"] += len(g)
                    c["found"] += len(p)
    model.train()
    out = {k: round(100 * c[k] / c["n"], 2) for k in ("uas", "las", "xpos", "morph") if c["n"]}
    if c["gold"]:
        out["ner"] = round(200 * c["tp"] / (c["gold"] + c["found"]), 2)
    return out


def bare(words):
    n = sum(len(w) for w in words)
    cols = {k: np.zeros((n, silver.TOP) if k in ("heads", "probs") else n, np.uint8) for k in COLUMNS}
    return cols


def epoch(corpora, repeats, budget):
    """Batches of (corpus, indices) of like lengths, in random order."""
    out = []
    for c, times in zip(corpora, repeats):
        for _ in range(times):
            order = np.argsort(c.len + np.random.random(len(c.len)) * 4)
            cur, longest = [], 0
            for i in order:
                n = int(c.len[i])
                if cur and max(longest, n) * (len(cur) + 1) > budget:
                    out.append((c, np.array(cur)))
                    cur, longest = [], 0
                cur.append(i)
                longest = max(longest, n)
            if cur:
                out.append((c, np.array(cur)))
    random.shuffle(out)
    return out


def main():
    a = argparse.ArgumentParser()
    for k in ("--ud", "--teacher", "--minilm", "--phrases", "--out"):
        a.add_argument(k, required=True)
    a.add_argument("--silver", action="append", default=[])
    a.add_argument("--minutes", type=float, default=75)
    a.add_argument("--gold-times", type=int, default=3)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--words", type=int, default=40000)
    a.add_argument("--batch", type=int, default=1300)
    a.add_argument("--seed", type=int, default=1)
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    random.seed(a.seed)
    np.random.seed(a.seed)
    torch.manual_seed(a.seed)
    teacher, maps, coder = silver.load(a.teacher, a.minilm)
    gum = list(treebank.read_conllu(f"{a.ud}/gum-clean-train.conllu.gz", True))
    gold = list(treebank.read_conllu(f"{a.ud}/en_ewt-ud-train.conllu.gz")) + gum
    gold += list(variants(gold))
    gw, gc = gold_columns(gold, maps)
    add_names(teacher, coder, gw, gc)
    sw, sc = [], []
    for path in a.silver:
        z = np.load(path)
        flat, at = str(z["words"]).split("\n"), np.concatenate([[0], np.cumsum(z["lengths"])])
        sw.append([flat[at[i]:at[i + 1]] for i in range(len(z["lengths"]))])
        sc.append({k: z[k] for k in COLUMNS})
        assert at[-1] == len(flat) == len(sc[-1]["rel"]), path
    count = collections.Counter(features.norm(x) for part in [gw, gw] + sw for w in part for x in w)
    known = [w for w, n in count.most_common(a.words) if n >= 3]
    vocab, lists = features.Vocabulary(known), features.Lists(a.phrases)
    print("known words", len(vocab.hashes), "list entries", len(lists.table), flush=True)
    model = Student(len(vocab.hashes), len(maps["xpos"]), len(maps["morph"]), len(maps["rel"]))
    order = sorted(known, key=features.fnv)
    model.emb["word"].weight.data[:len(order)] = word_vectors(teacher, coder, order)
    corpora = [Corpus(gw, gc, feature_rows(gw, vocab, lists))] + [Corpus(w, c, feature_rows(w, vocab, lists)) for w, c in zip(sw, sc)]
    print("words", [int(c.start[-1]) for c in corpora], flush=True)
    tests = {}
    for name in ("en_ewt-ud-dev", "gum-clean-dev", "en_ewt-ud-test", "gum-clean-test"):
        s = list(treebank.read_conllu(f"{a.ud}/{name}.conllu.gz", name.startswith("gum")))
        w = [x["words"] for x in s]
        tests[name] = (Corpus(w, bare(w), feature_rows(w, vocab, lists)), s)
    for part in ("dev", "test"):
        s = [{"words": w, "ner": t} for w, t in treebank.read_uner(f"{a.ud}/uner-en_ewt-{part}.iob2.gz")]
        w = [x["words"] for x in s]
        tests["uner-" + part] = (Corpus(w, bare(w), feature_rows(w, vocab, lists)), s)
    del teacher
    opt = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.01, betas=(0.9, 0.98))
    save = lambda: torch.save({"state": model.state_dict(), "maps": maps, "vocab": vocab.hashes, "lists": lists.table, "on": model.out.on}, a.out)
    t0, step, seen, report, quantised = time.time(), 0, 0, 1, False
    model.train()
    done = False
    while not done:
        for corpus, ix in epoch(corpora, [a.gold_times] + [1] * len(sw), a.batch):
            frac = (time.time() - t0) / (60 * a.minutes)
            if frac >= 1:
                done = True
                break
            if frac > 0.6 and not quantised:
                model.quantise()
                quantised = True
            rows, mask, cols = corpus.batch(ix, True)
            lr = 3e-3 * min(1, step / 200) * (1 - frac)
            for g in opt.param_groups:
                g["lr"] = lr
            with torch.autocast("cpu", torch.bfloat16, enabled=frac < 0.9):
                loss = loss_of(model, rows, mask, cols)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            step += 1
            seen += int(mask.sum())
            if frac * 20 > report:
                report += 1
                line = {k: score(model, *tests[k], maps) for k in ("en_ewt-ud-dev", "gum-clean-dev", "uner-dev")}
                print(f"{frac:.2f} step {step} words/s {seen / (time.time() - t0):.0f} loss {loss.item():.3f} {line}", flush=True)
                save()
    save()
    for k, t in tests.items():
        print(k, score(model, *t, maps), flush=True)


if __name__ == "__main__":
    main()
