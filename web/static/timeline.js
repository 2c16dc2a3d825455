// A drag over the timeline chooses a time.
import { go } from "./parts.js";

const day = 86400000;

export function start() {
  wire();
  document.addEventListener("parts", wire);
}

function wire() {
  const figure = document.querySelector(".timeline");
  if (!figure || figure.dataset.wired) return;
  figure.dataset.wired = "1";
  const svg = figure.querySelector("svg");
  const from = Date.parse(figure.dataset.from), to = Date.parse(figure.dataset.to) + day;
  let begun = null, brush = null;
  const at = (e) => { const box = svg.getBoundingClientRect(); return Math.max(0, Math.min(1, (e.clientX - box.left) / box.width)); };
  svg.addEventListener("pointerdown", (e) => { if (e.button === 0) begun = at(e); });
  svg.addEventListener("pointermove", (e) => {
    if (begun === null) return;
    const now = at(e);
    if (!brush && Math.abs(now - begun) * svg.clientWidth < 5) return;
    if (!brush) { brush = document.createElement("div"); brush.className = "brush"; figure.append(brush); svg.setPointerCapture(e.pointerId); }
    brush.style.left = 100 * Math.min(begun, now) + "%";
    brush.style.width = 100 * Math.abs(now - begun) + "%";
  });
  const end = (e) => {
    if (brush) {
      const a = Math.min(begun, at(e)), b = Math.max(begun, at(e));
      brush.remove();
      go({ from: iso(from + a * (to - from)), to: iso(Math.max(from + a * (to - from), from + b * (to - from) - 1)) });
      svg.addEventListener("click", (c) => c.preventDefault(), { once: true, capture: true });
    }
    begun = brush = null;
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", () => { brush?.remove(); begun = brush = null; });
}

const iso = (t) => new Date(t).toISOString().slice(0, 10);
