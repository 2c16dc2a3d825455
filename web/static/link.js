// Whatever stands for one incident, its row, its line below the timeline and its mark, is lit together.
export function start() {
  const list = document.getElementById("list");
  if (!list) return;
  const stretch = (id) => document.querySelector(`.timeline [data-id="${CSS.escape(id)}"]`);
  const row = (id) => list.querySelector(`.row[data-id="${CSS.escape(id)}"]`);
  let lit = [];
  const light = (...all) => {
    for (const e of lit) e.classList.remove("lit");
    lit = all.filter(Boolean);
    for (const e of lit) e.classList.add("lit");
  };
  const show = (r) => { light(r && stretch(r.dataset.id)); document.dispatchEvent(new CustomEvent("light", { detail: r })); };
  for (const event of ["pointerover", "focusin"]) list.addEventListener(event, (e) => { const r = e.target.closest?.(".row"); if (r) show(r); });
  list.addEventListener("pointerleave", () => show(null));
  list.addEventListener("focusout", () => show(null));
  document.addEventListener("point", (e) => light(e.detail && row(e.detail), e.detail && stretch(e.detail)));
  document.getElementById("timeline").addEventListener("pointerover", (e) => { const s = e.target.closest?.("[data-id]"); if (s) { light(s, row(s.dataset.id)); document.dispatchEvent(new CustomEvent("light", { detail: row(s.dataset.id) })); } });
}
