"""The features of a word, as package model computes them; see model/features.go. Any change here changes the weights."""
import bisect

MASK = (1 << 64) - 1
PREFIX, SUFFIX3, SUFFIX2, SHAPE, LISTS, OOV = 4096, 6144, 2048, 2048, 512, 4096
CASED = 0b10011111  # list bits that count only where the first word has an upper-case letter
QUOTES = str.maketrans("’‘“”", "''\"\"")
DIGITS = str.maketrans("0123456789", "0000000000")


def fnv(s):
    h = 0xCBF29CE484222325
    for b in s.encode("utf-8", "surrogatepass"):
        h = ((h ^ b) * 0x100000001B3) & MASK
    return h


def lower(s):
    """Lower case rune by rune: runes whose lower case is longer than one rune stay as they are."""
    return "".join(l if len(l := c.lower()) == 1 else c for c in s)


def norm(form):
    return lower(form).translate(QUOTES).translate(DIGITS)


def shape(form):
    out, last, run = [], "", 0
    for c in form:
        k = "d" if "0" <= c <= "9" else "X" if c.isupper() else "x" if c.isalpha() else c
        run = run + 1 if k == last else 1
        last = k
        if run <= 4:
            out.append(k)
    return "".join(out)


class Vocabulary:
    """The known words as sorted hashes: their index is their row."""

    def __init__(self, words):
        self.hashes = sorted({fnv(w) for w in words})
        self.cache = {}

    def row(self, h):
        i = bisect.bisect_left(self.hashes, h)
        return i if i < len(self.hashes) and self.hashes[i] == h else -1

    def features(self, form):
        """(word row, row if unknown, prefix, suffix3, suffix2, shape)."""
        f = self.cache.get(form)
        if f is None:
            n = norm(form)
            h = fnv(n)
            unknown = len(self.hashes) + h % OOV
            row = self.row(h)
            f = (row if row >= 0 else unknown, unknown, fnv("p" + n[:3]) % PREFIX, fnv("s" + n[-3:]) % SUFFIX3,
                 fnv("t" + n[-2:]) % SUFFIX2, fnv("h" + shape(form)) % SHAPE)
            self.cache[form] = f
        return f


class Lists:
    """Phrases of up to five words with their list bits; every prefix of a phrase is an entry too."""

    def __init__(self, path):
        self.table = {}
        with open(path, encoding="utf-8") as f:
            for line in f:
                phrase, mask = line.rstrip("\n").split("\t")
                words = phrase.split(" ")
                if len(words) > 5:
                    continue
                for k in range(1, len(words)):
                    self.table.setdefault(" ".join(words[:k]), 0)
                self.table[phrase] = self.table.get(phrase, 0) | int(mask)

    def bits(self, words):
        low = [lower(w) for w in words]
        out = [0] * len(words)
        for i, w in enumerate(words):
            if low[i] not in self.table:
                continue
            cased = any(c.isupper() for c in w)
            best = {}
            key = ""
            for n in range(1, min(5, len(words) - i) + 1):
                key = low[i] if n == 1 else key + " " + low[i + n - 1]
                m = self.table.get(key)
                if m is None:
                    break
                if not cased:
                    m &= ~CASED & 0xFF
                for bit in range(8):
                    if m >> bit & 1:
                        best[bit] = n
            for bit, n in best.items():
                out[i] |= 1 << bit
                for k in range(i + 1, i + n):
                    out[k] |= 1 << bit | 256
        return out
