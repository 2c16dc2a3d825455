// The map: dragging draws what is at hand; what is missing is fetched when the map rests. It, the timeline and the list point at each other.
import { go, ask } from "./parts.js";
import { View, clamp, project } from "./geo.js";
import { Base } from "./mapbase.js";
import { Marks, words } from "./mapmarks.js";

const rest = 350; // milliseconds without a move after which the list follows the map

export function start() {
  const figure = document.getElementById("map");
  if (figure) new LiveMap(figure);
}

class LiveMap {
  constructor(figure) {
    this.figure = figure;
    this.canvas = element("canvas", "", { "aria-hidden": "true" });
    this.pen = this.canvas.getContext("2d", { alpha: false });
    this.view = new View();
    this.base = new Base(this.view, () => this.draw());
    this.marks = new Marks(this.view);
    figure.prepend(this.canvas);
    this.tools();
    this.size();
    this.view.fit(figure.dataset.box.split(",").map(Number));
    new ResizeObserver(() => { this.size(); this.draw(); }).observe(figure);
    this.colours();
    document.addEventListener("theme", () => { this.colours(); this.draw(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { this.colours(); this.draw(); });
    document.addEventListener("parts", (e) => { if (!("box" in e.detail)) this.points(); });
    document.addEventListener("light", (e) => this.light(e.detail));
    this.pointer();
    this.keys();
    this.points();
    this.draw();
  }

  tools() {
    const box = element("div", "map-tools");
    for (const [sign, label, act] of [["+", "Zoom in", () => this.zoomBy(1)], ["−", "Zoom out", () => this.zoomBy(-1)], ["⤢", "Show all", () => go({ box: "" }).then(() => location.reload())]]) {
      const b = element("button", "", { type: "button", "aria-label": label, title: label });
      b.textContent = sign; b.addEventListener("click", act);
      box.append(b);
    }
    this.tip = element("div", "map-tip"); this.tip.hidden = true;
    this.members = element("div", "map-members", { role: "dialog", "aria-label": "Incidents here" }); this.members.hidden = true;
    this.said = element("div", "away", { "aria-live": "polite" });
    this.figure.append(box, this.tip, this.members, this.said);
  }

  size() {
    const box = this.figure.getBoundingClientRect();
    this.view.w = box.width; this.view.h = box.height;
    this.ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = this.view.w * this.ratio; this.canvas.height = this.view.h * this.ratio;
  }

  colours() {
    const css = getComputedStyle(this.figure);
    this.colour = {};
    for (const name of ["sea", "land", "water", "border", "disputed", "strike", "fight", "people-c", "peace", "other", "sheet", "ink", "soft"]) this.colour[name] = css.getPropertyValue("--" + name).trim();
    this.colour.people = this.colour["people-c"];
    this.base.recolour(this.colour);
  }

  zoomBy(by, px = this.view.w / 2, py = this.view.h / 2) { this.view.zoomBy(by, px, py); this.changed(); }
  pan(dx, dy) { this.view.pan(dx, dy); this.changed(); }

  // changed draws at once, and when the map has rested for a moment brings the list and the marks after it.
  changed() {
    this.moved = true;
    this.members.hidden = this.tip.hidden = true;
    this.figure.querySelector(".map-note")?.remove();
    this.draw();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => { this.points(); go({ box: this.view.box() }); }, rest);
  }

  async points() {
    const query = new URLSearchParams(location.search);
    query.set("box", this.view.box()); query.set("zoom", this.view.zoom.toFixed(2)); query.delete("after");
    const mine = (this.asked = (this.asked || 0) + 1);
    try {
      const answer = await fetch("/map/points?" + query);
      if (!answer.ok || mine !== this.asked) return;
      this.marks.set((await answer.json()).marks);
      performance.mark("map");
      this.draw();
    } catch { /* the marks that are there stay */ }
  }

  draw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => { this.waiting = false; this.paint(); });
  }

  paint() {
    const p = this.pen;
    p.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    p.fillStyle = this.colour.sea;
    p.fillRect(0, 0, this.view.w, this.view.h);
    const whole = this.base.draw(p, this.ratio);
    this.base.label(p, this.marks.place());
    this.marks.draw(p, this.colour);
    // Until all of it is there the picture of the page stands: a map without some of its land would say that there is sea.
    if (whole || this.moved) this.figure.classList.add("drawn");
  }

  // light shows where the incident of a row lies, or none.
  light(row) {
    this.marks.spot = row?.dataset.lat ? project(Number(row.dataset.lat), Number(row.dataset.lon)) : null;
    this.draw();
  }

  pointer() {
    const c = this.canvas, fingers = new Map();
    let moved = false;
    const spot = (e) => { const b = c.getBoundingClientRect(); return [e.clientX - b.left, e.clientY - b.top]; };
    c.addEventListener("pointerdown", (e) => { c.setPointerCapture(e.pointerId); fingers.set(e.pointerId, spot(e)); moved = false; });
    c.addEventListener("pointermove", (e) => {
      const now = spot(e), before = fingers.get(e.pointerId);
      if (!before) { this.hover(now); return; }
      if (fingers.size === 2) {
        const other = [...fingers].find(([id]) => id !== e.pointerId)[1];
        const by = Math.log2(distance(now, other) / Math.max(1, distance(before, other)));
        fingers.set(e.pointerId, now); moved = true;
        this.zoomBy(by, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
        return;
      }
      if (!moved && distance(now, before) < 4) return;
      moved = true; c.classList.add("moving");
      this.pan(now[0] - before[0], now[1] - before[1]);
      fingers.set(e.pointerId, now);
    });
    const up = (e) => { fingers.delete(e.pointerId); c.classList.remove("moving"); if (!moved && e.type === "pointerup") { const m = this.marks.at(...spot(e)); if (m) this.open(m); else this.members.hidden = true; } };
    c.addEventListener("pointerup", up); c.addEventListener("pointercancel", up);
    c.addEventListener("pointerleave", () => this.point(null));
    c.addEventListener("wheel", (e) => { e.preventDefault(); this.zoomBy(clamp(-e.deltaY / 240, -1, 1), ...spot(e)); }, { passive: false });
  }

  hover([x, y]) {
    const m = this.marks.at(x, y);
    this.canvas.style.cursor = m ? "pointer" : "";
    this.point(m);
  }

  // point tells of a mark, and lights its row in the list.
  point(m) {
    this.tip.hidden = !m;
    document.dispatchEvent(new CustomEvent("point", { detail: m?.id || null }));
    if (!m) return;
    const [x, y] = this.view.screen(m.x, m.y);
    this.tip.textContent = words(m);
    this.tip.style.left = clamp(x + 12, 0, Math.max(0, this.view.w - 200)) + "px"; this.tip.style.top = clamp(y + 14, 0, Math.max(0, this.view.h - 40)) + "px";
  }

  // open goes to the incident, or lists the members of a mark that stands for several.
  async open(m) {
    if (m.id) { location.href = "/incidents/" + m.id; return; }
    const parsed = await ask({ box: m.box.join(",") });
    if (!parsed) return;
    const links = [...parsed.querySelectorAll(".row-link")].slice(0, 30);
    const head = element("b");
    head.textContent = m.label + (m.n > links.length ? `, of which the first ${links.length}` : "");
    const closer = element("a", "", { href: "#map" });
    closer.textContent = "Zoom to them";
    closer.addEventListener("click", (e) => { e.preventDefault(); this.members.hidden = true; this.view.fit(m.box.map(Number)); this.view.zoom = Math.min(this.view.zoom, 11); this.figure.focus(); this.changed(); });
    this.members.replaceChildren(head, closer, ...links);
    this.members.hidden = false; this.tip.hidden = true;
    const [x, y] = this.view.screen(m.x, m.y);
    this.members.style.left = clamp(x, 4, Math.max(4, this.view.w - 328)) + "px"; this.members.style.top = clamp(y, 4, Math.max(4, this.view.h * 0.4)) + "px";
    links[0]?.focus();
  }

  keys() {
    const step = 60;
    const pick = (by) => { const m = this.marks.step(by); if (m) { this.point(m); this.said.textContent = words(m); this.draw(); } };
    const acts = {
      ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0), ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step),
      "+": () => this.zoomBy(0.5), "=": () => this.zoomBy(0.5), "-": () => this.zoomBy(-0.5), n: () => pick(1), p: () => pick(-1),
      Enter: () => { if (this.marks.picked) this.open(this.marks.picked); },
      Escape: () => { this.members.hidden = this.tip.hidden = true; this.marks.picked = null; this.figure.focus(); this.draw(); },
    };
    this.figure.addEventListener("keydown", (e) => {
      if (e.target !== this.figure && e.key !== "Escape" || !acts[e.key] || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault(); e.stopPropagation();
      acts[e.key]();
    });
  }
}

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function element(tag, name = "", attributes = {}) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  return e;
}
