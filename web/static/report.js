// A report's text and its record point at each other; selected words can be corrected or added.
export function start() {
  const text = document.getElementById("text"), record = document.querySelector(".record");
  if (!text || !record) return;
  const pieces = [...text.querySelectorAll("[data-ids]")];
  const light = (id, on) => {
    for (const p of pieces) if (p.dataset.ids.split(" ").includes(id)) p.classList.toggle("lit", on);
    record.querySelector(`[data-id="${CSS.escape(id)}"]`)?.classList.toggle("lit", on);
  };
  for (const card of record.querySelectorAll("[data-id]")) {
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) card.addEventListener(event, () => light(card.dataset.id, on));
  }
  document.addEventListener("step", (e) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const id = e.detail.dataset.id;
    if (!id) return;
    light(id, true);
    pieces.find((p) => p.dataset.ids.split(" ").includes(id))?.scrollIntoView({ block: "center" });
  });
  for (const p of pieces) {
    p.addEventListener("click", () => {
      if (String(getSelection())) return;
      const card = p.dataset.ids.split(" ").map((id) => record.querySelector(`[data-id="${CSS.escape(id)}"]`)).find(Boolean);
      card?.scrollIntoView({ block: "nearest" });
      card?.focus({ preventScroll: true });
    });
  }
  correcting(text);
}

function correcting(text) {
  const dialog = document.getElementById("correct");
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const open = (start, end, unit, words, op) => {
    form.start.value = start; form.end.value = end; form.unit.value = unit; form.op.value = op;
    document.getElementById("correct-words").textContent = words;
    dialog.showModal();
  };
  for (const b of document.querySelectorAll("[data-correct]")) {
    b.addEventListener("click", () => open(b.dataset.start, b.dataset.end, "byte", b.closest(".card").querySelector("q")?.textContent || "", "reject"));
  }
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  // at is a place in the text, in UTF-16 units.
  const at = (node, offset) => {
    const piece = (node.nodeType === 3 ? node.parentElement : node)?.closest("[data-at]");
    return piece ? Number(piece.dataset.at) + (node.nodeType === 3 ? offset : 0) : null;
  };
  const adder = document.createElement("button");
  adder.type = "button"; adder.className = "small adder"; adder.textContent = "Add to the record"; adder.hidden = true;
  text.after(adder);
  document.addEventListener("selectionchange", () => {
    const s = getSelection();
    adder.hidden = !s.rangeCount || s.isCollapsed || !text.contains(s.anchorNode) || !text.contains(s.focusNode);
  });
  adder.addEventListener("pointerdown", (e) => e.preventDefault());
  adder.addEventListener("click", () => {
    const range = getSelection().getRangeAt(0);
    const start = at(range.startContainer, range.startOffset), end = at(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    open(start, end, "utf16", String(getSelection()), "add");
  });
}
