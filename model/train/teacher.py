"""Fine-tunes MiniLM-L6 on the treebanks as the teacher: tags, features, trees and names. See README.md for the data.

    python teacher.py --ud DIR --minilm DIR --out teacher.pt [--minutes 18]
"""
import argparse
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

import treebank

NER = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def case_class(w):
    """Eight classes of letter case: the encoder is uncased."""
    if w.isupper():
        return 1 if len(w) == 1 else 2
    if w[:1].isupper():
        return 3 if w[1:].islower() else 4
    if w.islower():
        return 5
    if any(ch.isdigit() for ch in w):
        return 6
    if any(ch.isalpha() for ch in w):
        return 7
    return 0


class Teacher(nn.Module):
    def __init__(self, encoder, xpos, morph, rel):
        super().__init__()
        self.enc = encoder
        d = encoder.config.hidden_size
        self.case = nn.Embedding(9, d)
        nn.init.normal_(self.case.weight, std=0.02)
        self.xpos, self.morph = nn.Linear(d, xpos), nn.Linear(d, morph)
        self.ner = nn.Linear(d, len(NER))
        self.arc_h, self.arc_d = nn.Linear(d, 256), nn.Linear(d, 256)
        self.arc_u = nn.Parameter(torch.zeros(257, 256))
        self.rel_h, self.rel_d = nn.Linear(d, 128), nn.Linear(d, 128)
        self.rel_u = nn.Parameter(torch.randn(rel, 129, 129) * 0.01)
        self.drop = nn.Dropout(0.25)

    def words(self, batch):
        """Vectors of [root] + words, B × (n+1) × d, and the mask of words."""
        emb = self.enc.embeddings.word_embeddings(batch["ids"]) + self.case(batch["case"])
        out = self.enc(inputs_embeds=emb, attention_mask=batch["mask"]).last_hidden_state
        pick = lambda idx: out.gather(1, idx.unsqueeze(-1).expand(-1, -1, out.size(-1)))
        return (pick(batch["first"]) + pick(batch["last"])) / 2

    def forward(self, batch):
        x = self.drop(self.words(batch))
        act = lambda lin, v: self.drop(F.leaky_relu(lin(v), 0.1))
        h, d = act(self.arc_h, x), act(self.arc_d, x)
        h1 = torch.cat([h, torch.ones_like(h[..., :1])], -1)
        arc = torch.einsum("bih,hd,bjd->bji", h1, self.arc_u, d)  # [b, dependent, head]
        arc = arc.masked_fill(~batch["valid"].unsqueeze(1), -1e4)
        rh, rd = act(self.rel_h, x), act(self.rel_d, x)
        return x, arc, rh, rd

    def relations(self, rh, rd, heads):
        """Label logits of every word under the given heads."""
        h = rh.gather(1, heads.unsqueeze(-1).expand(-1, -1, rh.size(-1)))
        one = torch.ones_like(h[..., :1])
        h, d = torch.cat([h, one], -1), torch.cat([rd, one], -1)
        t = torch.einsum("bnh,rhd->bnrd", h, self.rel_u)
        return (t * d.unsqueeze(2)).sum(-1)


class Coder:
    """Words to batches."""

    def __init__(self, tok):
        self.tok, self.cache = tok, {}

    def pieces(self, w):
        p = self.cache.get(w)
        if p is None:
            p = self.tok.encode(w, add_special_tokens=False)[:8] or [self.tok.unk_token_id]
            self.cache[w] = p
        return p

    def size(self, words):
        return 2 + sum(len(self.pieces(w)) for w in words)

    def batch(self, sentences):
        B = len(sentences)
        L = max(self.size(s) for s in sentences)
        N = max(len(s) for s in sentences) + 1
        ids = torch.zeros(B, L, dtype=torch.long)
        case = torch.full((B, L), 8, dtype=torch.long)
        mask = torch.zeros(B, L, dtype=torch.long)
        first, last = torch.zeros(B, N, dtype=torch.long), torch.zeros(B, N, dtype=torch.long)
        valid = torch.zeros(B, N, dtype=torch.bool)
        for b, s in enumerate(sentences):
            row, cl, at = [self.tok.cls_token_id], [8], 1
            valid[b, 0] = True
            for i, w in enumerate(s):
                p = self.pieces(w)
                first[b, i + 1], last[b, i + 1] = at, at + len(p) - 1
                valid[b, i + 1] = True
                row += p
                cl += [case_class(w)] * len(p)
                at += len(p)
            row.append(self.tok.sep_token_id)
            cl.append(8)
            ids[b, :len(row)] = torch.tensor(row)
            case[b, :len(row)] = torch.tensor(cl)
            mask[b, :len(row)] = 1
        return {"ids": ids, "case": case, "mask": mask, "first": first, "last": last, "valid": valid}


def batches(sentences, coder, budget, shuffle=True):
    order = sorted(range(len(sentences)), key=lambda i: coder.size(sentences[i]["words"]) + random.random() * 3)
    out, cur, longest = [], [], 0
    for i in order:
        n = coder.size(sentences[i]["words"])
        if cur and max(longest, n) * (len(cur) + 1) > budget:
            out.append(cur)
            cur, longest = [], 0
        cur.append(i)
        longest = max(longest, n)
    if cur:
        out.append(cur)
    if shuffle:
        random.shuffle(out)
    return out


def targets(sents, N, maps, key):
    t = torch.full((len(sents), N), -100, dtype=torch.long)
    for b, s in enumerate(sents):
        if key in s:
            t[b, 1:1 + len(s[key])] = torch.tensor([maps[key].get(v, -100) if key in maps else v for v in s[key]])
    return t


def ce(logits, target):
    return F.cross_entropy(logits.reshape(-1, logits.size(-1)).float(), target.reshape(-1), ignore_index=-100)


def evaluate(model, sents, coder, maps):
    model.eval()
    c = dict(n=0, uas=0, las=0, xpos=0, morph=0)
    inv = {k: {v: x for x, v in m.items()} for k, m in maps.items()}
    with torch.no_grad():
        for ix in batches(sents, coder, 4000, False):
            ss = [sents[i] for i in ix]
            b = coder.batch([s["words"] for s in ss])
            with torch.autocast("cpu", torch.bfloat16):
                x, arc, rh, rd = model(b)
                heads = arc.argmax(-1)
                rel = model.relations(rh, rd, heads).argmax(-1)
                xp, mo = model.xpos(x).argmax(-1), model.morph(x).argmax(-1)
            for k, s in enumerate(ss):
                for i in range(len(s["words"])):
                    c["n"] += 1
                    ok = heads[k, i + 1].item() == s["head"][i]
                    c["uas"] += ok
                    c["las"] += ok and inv["rel"][rel[k, i + 1].item()].split(":")[0] == s["rel"][i].split(":")[0]
                    c["xpos"] += inv["xpos"][xp[k, i + 1].item()] == s["xpos"][i]
                    c["morph"] += inv["morph"][mo[k, i + 1].item()] == s["morph"][i]
    model.train()
    return {k: round(100 * v / c["n"], 2) for k, v in c.items() if k != "n"}


def name_f1(model, pairs, coder):
    """F1 of names (exact span and type)."""
    model.eval()
    tp = fp = fn = 0
    with torch.no_grad():
        for k in range(0, len(pairs), 32):
            ws = [w for w, _ in pairs[k:k + 32]]
            b = coder.batch(ws)
            with torch.autocast("cpu", torch.bfloat16):
                p = model.ner(model.words(b)).argmax(-1)
            for j, (w, gold) in enumerate(pairs[k:k + 32]):
                g, s = spans(gold), spans([NER[t] for t in p[j, 1:1 + len(w)].tolist()])
                tp += len(g & s)
                fp += len(s - g)
                fn += len(g - s)
    model.train()
    return round(200 * tp / max(1, 2 * tp + fp + fn), 2)


def spans(tags):
    out, start, kind = set(), None, None
    for i, t in enumerate(list(tags) + ["O"]):
        if start is not None and (t[0] != "I"):
            out.add((start, i, kind))
            start = None
        if t[0] == "B" or (t[0] == "I" and start is None):
            start, kind = i, t[2:]
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--ud", required=True)
    a.add_argument("--minilm", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--minutes", type=float, default=18)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--resume", help="a teacher to train on, at six tenths of the rates")
    a.add_argument("--gum-times", type=int, default=1, help="GUM is nearest to reports: take it so often a round")
    a = a.parse_args()
    torch.set_num_threads(a.threads)
    random.seed(2 if a.resume else 1)
    torch.manual_seed(2 if a.resume else 1)
    gum = [dict(s) for s in treebank.read_conllu(f"{a.ud}/gum-clean-train.conllu.gz", True)]
    train = list(treebank.read_conllu(f"{a.ud}/en_ewt-ud-train.conllu.gz")) + gum
    maps = {k: {v: i for i, v in enumerate(sorted({x for s in train for x in s[k]}))} for k in ("xpos", "morph", "rel")}
    maps["ner"] = {v: i for i, v in enumerate(NER)}
    tok = AutoTokenizer.from_pretrained(a.minilm)
    model = Teacher(AutoModel.from_pretrained(a.minilm), len(maps["xpos"]), len(maps["morph"]), len(maps["rel"]))
    if a.resume:
        model.load_state_dict(torch.load(a.resume, weights_only=True)["state"])
    coder = Coder(tok)
    enc = [p for n, p in model.named_parameters() if n.startswith("enc.")]
    rest = [p for n, p in model.named_parameters() if not n.startswith("enc.")]
    opt = torch.optim.AdamW([{"params": enc, "lr": 2e-4}, {"params": rest, "lr": 2e-3}], weight_decay=0.01)
    base = [g["lr"] * (0.6 if a.resume else 1) for g in opt.param_groups]
    t0, step, seen = time.time(), 0, 0
    train = [s for s in train + gum * (a.gum_times - 1) if coder.size(s["words"]) <= 256]
    model.train()
    done = False
    while not done:
        for ix in batches(train, coder, 1500):
            frac = (time.time() - t0) / (a.minutes * 60)
            if frac >= 1:
                done = True
                break
            k = min(1, step / 150) * (1 - frac)
            for g, lr in zip(opt.param_groups, base):
                g["lr"] = lr * k
            ss = [train[i] for i in ix]
            b = coder.batch([s["words"] for s in ss])
            N = b["first"].size(1)
            head = targets(ss, N, maps, "head")
            with torch.autocast("cpu", torch.bfloat16):
                x, arc, rh, rd = model(b)
                rel = model.relations(rh, rd, head.clamp(min=0))
                loss = ce(arc, head) + ce(rel, targets(ss, N, maps, "rel")) + ce(model.xpos(x), targets(ss, N, maps, "xpos")) \
                    + ce(model.morph(x), targets(ss, N, maps, "morph"))
                ner = targets(ss, N, maps, "ner")
                if (ner >= 0).any():
                    loss = loss + ce(model.ner(x), ner)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            step += 1
            seen += sum(len(s["words"]) for s in ss)
            if step % 200 == 0:
                print(f"{frac:.2f} step {step} words/s {seen / (time.time() - t0):.0f} loss {loss.item():.3f}", flush=True)
    torch.save({"state": model.state_dict(), "maps": maps}, a.out)
    for name in ("en_ewt-ud-dev", "en_ewt-ud-test", "gum-clean-dev", "gum-clean-test"):
        print(name, evaluate(model, list(treebank.read_conllu(f"{a.ud}/{name}.conllu.gz")), coder, maps), flush=True)
    print("uner dev", name_f1(model, list(treebank.read_uner(f"{a.ud}/uner-en_ewt-dev.iob2.gz")), coder))
    print("uner test", name_f1(model, list(treebank.read_uner(f"{a.ud}/uner-en_ewt-test.iob2.gz")), coder))
    gd = [(s["words"], s["ner"]) for s in treebank.read_conllu(f"{a.ud}/gum-clean-dev.conllu.gz", True)]
    print("gum dev names", name_f1(model, gd, coder))


if __name__ == "__main__":
    main()
