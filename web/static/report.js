// A report's text and its record point at each other; selected words can be corrected or added.
export function start() {
  const text = document.getElementById("text"), record = document.querySelector(".record");
  if (!text || !record) return;
  const pieces = [...text.querySelectorAll("[data-ids]")];
  const card = (id) => record.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const light = (id, on) => {
    for (const p of pieces) if (p.dataset.ids.split(" ").includes(id)) p.classList.toggle("lit", on);
    card(id)?.classList.toggle("lit", on);
  };
  const dark = () => { for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit"); };
  for (const c of record.querySelectorAll("[data-id]")) {
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) c.addEventListener(event, () => light(c.dataset.id, on));
  }
  document.addEventListener("step", (e) => {
    const id = e.detail.dataset.id;
    dark();
    if (!id) return;
    light(id, true);
    pieces.find((p) => p.dataset.ids.split(" ").includes(id))?.scrollIntoView({ block: "center" });
  });
  for (const p of pieces) {
    const ids = p.dataset.ids.split(" ");
    p.addEventListener("pointerenter", () => { for (const id of ids) card(id)?.classList.add("lit"); });
    p.addEventListener("pointerleave", () => { for (const id of ids) card(id)?.classList.remove("lit"); });
    p.addEventListener("click", () => {
      if (String(getSelection())) return;
      const c = ids.map(card).find(Boolean);
      c?.scrollIntoView({ block: "nearest" });
      c?.focus({ preventScroll: true });
    });
  }
  correcting(text);
}

function correcting(text) {
  const dialog = document.getElementById("correct");
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const more = document.getElementById("correct-more");
  const open = (start, end, unit, words, op, what, href) => {
    form.start.value = start; form.end.value = end; form.unit.value = unit; form.op.value = op;
    if (what) form.what.value = what;
    more.hidden = !href;
    if (href) more.href = href;
    form.qualifier.value = meant(words);
    form["toll-value"].value = words.replace(/(\d)[, ](?=\d{3})/g, "$1").match(/\d+/)?.[0] || "";
    document.getElementById("correct-words").textContent = words;
    dialog.showModal();
  };
  for (const b of document.querySelectorAll("[data-correct]")) {
    b.addEventListener("click", (e) => {
      e.preventDefault();
      for (const field of ["kind", "status", "news"]) form[field + "-value"].value = b.dataset[field];
      open(b.dataset.start, b.dataset.end, "byte", b.closest(".card").querySelector("q")?.textContent || "", "reject", "", b.href);
    });
  }
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  const adder = adding((what) => {
    const at = selected(text);
    if (at) open(at.start, at.end, "utf16", at.words, "add", what);
  });
  text.after(adder);
  document.addEventListener("selectionchange", () => {
    adder.hidden = !selected(text);
    if (adder.hidden) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    adder.style.left = Math.max(4, Math.min(box.left + scrollX, innerWidth - adder.offsetWidth - 8)) + "px";
    adder.style.top = box.bottom + scrollY + 6 + "px";
  });
}

// meant is as what the words of a figure mean it; whoever adds it sees that and can say otherwise.
function meant(words) {
  for (const [said, as] of [[/\b(more than|over|upwards of|in excess of)\b/i, "more-than"], [/\b(at least|no fewer than|not less than|a minimum of)\b/i, "at-least"], [/\b(about|around|some|roughly|approximately)\b/i, "about"],
    [/\b(up to|as many as|at most)\b/i, "up-to"], [/\b(fewer|less|under) than\b|\bunder\b/i, "fewer-than"]]) if (said.test(words)) return as;
  return "exact";
}

// selected are the words of the text that are selected, with their places in UTF-16 units; null where none are.
function selected(text) {
  const s = getSelection();
  if (!s.rangeCount || s.isCollapsed || !text.contains(s.anchorNode) || !text.contains(s.focusNode)) return null;
  const range = s.getRangeAt(0), start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end, words: String(s) };
}

// place is a point of the document in the text. Between elements it is the beginning of the piece behind it, or the end of the one before.
function place(node, offset) {
  if (node.nodeType === 3) {
    const piece = node.parentElement.closest("[data-at]");
    return piece ? Number(piece.dataset.at) + offset : null;
  }
  const behind = node.childNodes[offset], inside = behind?.nodeType === 1 ? behind.matches("[data-at]") ? behind : behind.querySelector("[data-at]") : null;
  if (inside) return Number(inside.dataset.at);
  const before = [...node.querySelectorAll("[data-at]")].pop() || node.closest("[data-at]");
  return before ? Number(before.dataset.at) + before.textContent.length : null;
}

// adding are the buttons that add what is selected.
function adding(add) {
  const box = document.createElement("div");
  box.className = "adder"; box.hidden = true;
  box.setAttribute("role", "toolbar"); box.setAttribute("aria-label", "Add the selected words");
  for (const [what, label, key] of [["event", "Add event", "e"], ["toll", "toll", "t"], ["claim", "claim", "l"]]) {
    const b = document.createElement("button");
    b.type = "button"; b.dataset.key = key; b.textContent = label + " "; b.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    b.addEventListener("pointerdown", (e) => e.preventDefault());
    b.addEventListener("click", () => add(what));
    box.append(b);
  }
  return box;
}
