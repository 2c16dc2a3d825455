// The map: tiles of the base map and the marks of the incidents, drawn on a canvas. Dragging draws what is at hand; what is missing is fetched when the map rests.
import { go } from "./parts.js";

const tilePixels = 256, mostZoom = 8, mostTownZoom = 10, deepest = 13;

export function start() {
  const figure = document.getElementById("map");
  if (figure) new Map2(figure);
}

class Map2 {
  constructor(figure) {
    this.figure = figure;
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    this.pen = this.canvas.getContext("2d");
    this.tiles = new Map();
    this.towns = new Map();
    this.marks = [];
    figure.prepend(this.canvas);
    this.tools();
    this.size();
    this.fit(figure.dataset.box.split(",").map(Number));
    new ResizeObserver(() => { this.size(); this.draw(); }).observe(figure);
    this.colours();
    document.addEventListener("theme", () => { this.colours(); this.draw(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { this.colours(); this.draw(); });
    document.addEventListener("parts", (e) => { if (!("box" in e.detail)) this.points(); });
    this.pointer();
    this.keys();
    this.points();
    this.draw();
  }

  tools() {
    const box = document.createElement("div");
    box.className = "map-tools";
    for (const [sign, label, act] of [["+", "Zoom in", () => this.zoomBy(1)], ["−", "Zoom out", () => this.zoomBy(-1)], ["⤢", "Show all", () => go({ box: "" }).then(() => location.reload())]]) {
      const b = document.createElement("button");
      b.type = "button"; b.textContent = sign; b.setAttribute("aria-label", label); b.addEventListener("click", act);
      box.append(b);
    }
    this.tip = document.createElement("div");
    this.tip.className = "map-tip"; this.tip.hidden = true;
    this.members = document.createElement("div");
    this.members.className = "map-members"; this.members.hidden = true;
    this.figure.append(box, this.tip, this.members);
  }

  size() {
    const box = this.figure.getBoundingClientRect();
    this.w = box.width; this.h = box.height;
    this.ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = this.w * this.ratio; this.canvas.height = this.h * this.ratio;
  }

  colours() {
    const css = getComputedStyle(this.figure);
    this.colour = {};
    for (const name of ["sea", "land", "water", "border", "disputed", "strike", "fight", "people-c", "peace", "other", "sheet", "ink", "soft"]) this.colour[name] = css.getPropertyValue("--" + name).trim();
    this.colour.people = this.colour["people-c"];
    for (const t of this.tiles.values()) t.picture = null;
  }

  fit([west, south, east, north]) {
    const a = project(north, west), b = project(south, east);
    const world = Math.min(this.w / Math.max(b.x - a.x, 1e-6), this.h / Math.max(b.y - a.y, 1e-6));
    this.zoom = clamp(Math.log2(world / tilePixels), 0.5, deepest);
    this.x = (a.x + b.x) / 2; this.y = (a.y + b.y) / 2;
  }

  get world() { return tilePixels * 2 ** this.zoom; }
  screen(x, y) { return [(x - this.x) * this.world + this.w / 2, (y - this.y) * this.world + this.h / 2]; }

  box() {
    const dx = this.w / 2 / this.world, dy = this.h / 2 / this.world;
    const [north, west] = unproject(this.x - dx, Math.max(0, this.y - dy)), [south, east] = unproject(this.x + dx, Math.min(1, this.y + dy));
    return [west, south, east, north].map((v) => v.toFixed(3)).join(",");
  }

  zoomBy(by, px = this.w / 2, py = this.h / 2) {
    const wx = this.x + (px - this.w / 2) / this.world, wy = this.y + (py - this.h / 2) / this.world;
    this.zoom = clamp(this.zoom + by, 0.5, deepest);
    this.x = wx - (px - this.w / 2) / this.world; this.y = wy - (py - this.h / 2) / this.world;
    this.changed();
  }

  pan(dx, dy) {
    this.x = clamp(this.x - dx / this.world, 0, 1); this.y = clamp(this.y - dy / this.world, 0, 1);
    this.changed();
  }

  // changed draws at once, and when the map has rested for a moment brings the list and the marks after it.
  changed() {
    this.members.hidden = true;
    this.draw();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => { this.points(); go({ box: this.box() }); }, 350);
  }

  async points() {
    const query = new URLSearchParams(location.search);
    query.set("box", this.box()); query.set("zoom", this.zoom.toFixed(2)); query.delete("after");
    const mine = (this.asked = (this.asked || 0) + 1);
    try {
      const answer = await fetch("/map/points?" + query);
      if (!answer.ok || mine !== this.asked) return;
      this.marks = (await answer.json()).marks.map((m) => ({ ...m, ...project(m.lat, m.lon) }));
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
    p.fillRect(0, 0, this.w, this.h);
    this.base();
    this.labels();
    for (const m of this.marks) this.ring(m);
    for (const m of [...this.marks].sort((a, b) => b.n - a.n)) this.dot(m);
    this.figure.classList.add("drawn");
  }

  // shown are the tiles that cover the view at a zoom.
  *shown(z) {
    const n = 2 ** z, side = this.world / n;
    const west = Math.floor((this.x * this.world - this.w / 2) / side), east = Math.floor((this.x * this.world + this.w / 2) / side);
    const north = Math.floor((this.y * this.world - this.h / 2) / side), south = Math.floor((this.y * this.world + this.h / 2) / side);
    for (let x = west; x <= east; x++) for (let y = Math.max(0, north); y <= Math.min(n - 1, south); y++) if (x >= 0 && x < n) yield [x, y, side];
  }

  base() {
    const z = clamp(Math.round(this.zoom), 0, mostZoom);
    for (const [x, y, side] of this.shown(z)) {
      const t = this.tile(z, x, y);
      const [sx, sy] = this.screen(x / 2 ** z, y / 2 ** z);
      if (t?.data) this.pen.drawImage(this.picture(t, side), Math.round(sx) - 0.5, Math.round(sy) - 0.5, side + 1, side + 1);
      else this.parent(z, x, y, sx, sy, side);
    }
  }

  // parent draws the part of a coarser tile, while the finer one is on its way.
  parent(z, x, y, sx, sy, side) {
    for (let up = 1; z - up >= 0; up++) {
      const t = this.tiles.get(`${z - up}/${x >> up}/${y >> up}`);
      if (!t?.picture) continue;
      const part = t.picture.width / 2 ** up;
      this.pen.drawImage(t.picture, (x - ((x >> up) << up)) * part, (y - ((y >> up) << up)) * part, part, part, sx, sy, side + 1, side + 1);
      return;
    }
  }

  tile(z, x, y) {
    const key = `${z}/${x}/${y}`;
    let t = this.tiles.get(key);
    if (!t) {
      t = {};
      this.tiles.set(key, t);
      fetch("/map/tiles/" + key).then((r) => (r.ok ? r.json() : null)).then((d) => { t.data = d; if (d) this.draw(); }).catch(() => this.tiles.delete(key));
      if (this.tiles.size > 400) this.tiles.delete(this.tiles.keys().next().value);
    }
    return t;
  }

  // picture draws a tile once; dragging then only moves it.
  picture(t, side) {
    const pixels = Math.min(1024, Math.ceil(side * this.ratio));
    if (t.picture && Math.abs(t.picture.width - pixels) < pixels / 3) return t.picture;
    const c = document.createElement("canvas");
    c.width = c.height = pixels;
    const p = c.getContext("2d"), k = pixels / t.data.size;
    p.fillStyle = this.colour.sea; p.fillRect(0, 0, pixels, pixels);
    const trace = (lines, close) => {
      p.beginPath();
      for (const l of lines) {
        let x = l[0], y = l[1];
        p.moveTo(x * k, y * k);
        for (let i = 2; i < l.length; i += 2) { x += l[i]; y += l[i + 1]; p.lineTo(x * k, y * k); }
        if (close) p.closePath();
      }
    };
    trace(t.data.land, true); p.fillStyle = this.colour.land; p.fill("evenodd");
    trace(t.data.lakes, true); p.fillStyle = this.colour.water; p.fill("evenodd");
    p.lineWidth = this.ratio; p.strokeStyle = this.colour.water; trace(t.data.rivers); p.stroke();
    p.lineWidth = 0.9 * this.ratio; p.strokeStyle = this.colour.border; trace(t.data.borders); p.stroke();
    p.setLineDash([4 * this.ratio, 3 * this.ratio]); p.strokeStyle = this.colour.disputed; trace(t.data.disputed); p.stroke();
    t.picture = c;
    return c;
  }

  labels() {
    const z = clamp(Math.floor(this.zoom), 0, mostTownZoom), taken = [];
    const all = [];
    for (const [x, y] of this.shown(z)) {
      const key = `${z}/${x}/${y}`;
      if (!this.towns.has(key)) {
        this.towns.set(key, []);
        fetch("/map/towns/" + key).then((r) => (r.ok ? r.json() : [])).then((list) => { this.towns.set(key, list); if (list.length) this.draw(); }).catch(() => this.towns.delete(key));
      }
      all.push(...this.towns.get(key));
    }
    all.sort((a, b) => (b.country || 0) - (a.country || 0) || (b.capital || 0) - (a.capital || 0));
    const p = this.pen;
    p.textBaseline = "middle";
    for (const t of all) {
      const [x, y] = this.screen(t.x, t.y);
      p.font = t.country ? "600 11px system-ui, sans-serif" : "11px system-ui, sans-serif";
      const name = t.country ? t.name.toUpperCase() : t.name, w = p.measureText(name).width;
      const left = t.country ? x - w / 2 : x + 5, spot = [left - 2, y - 8, left + w + 2, y + 8];
      if (taken.some((o) => spot[0] < o[2] && spot[2] > o[0] && spot[1] < o[3] && spot[3] > o[1])) continue;
      taken.push(spot);
      p.lineWidth = 3; p.strokeStyle = this.colour.land; p.strokeText(name, left, y);
      p.fillStyle = this.colour.soft; p.fillText(name, left, y);
      if (!t.country) { p.beginPath(); p.arc(x, y, t.capital ? 2.5 : 1.7, 0, 7); p.fill(); }
    }
  }

  // ring is how far off the place of a single incident may be.
  ring(m) {
    if (!m.km) return;
    const [x, y] = this.screen(m.x, m.y), r = y - this.screen(m.x, project(m.lat + m.km / 111.2, m.lon).y)[1];
    const p = this.pen;
    p.beginPath(); p.arc(x, y, r, 0, 7);
    p.globalAlpha = 0.1; p.fillStyle = this.colour[m.class]; p.fill();
    p.globalAlpha = 0.55; p.setLineDash([3, 3]); p.lineWidth = 1; p.strokeStyle = this.colour[m.class]; p.stroke();
    p.setLineDash([]); p.globalAlpha = 1;
  }

  dot(m) {
    const [x, y] = this.screen(m.x, m.y);
    if (x < -30 || y < -30 || x > this.w + 30 || y > this.h + 30) return;
    const p = this.pen, r = radius(m.n);
    shape(p, m.n > 1 ? "people" : m.class, x, y, r);
    p.fillStyle = this.colour[m.class]; p.fill();
    p.lineWidth = 1.5; p.strokeStyle = this.colour.sheet; p.stroke();
    if (m.n > 1) { p.fillStyle = this.colour.sheet; p.font = "600 10px system-ui, sans-serif"; p.textAlign = "center"; p.fillText(m.n, x, y); p.textAlign = "start"; }
  }

  at(px, py) {
    return this.marks.filter((m) => { const [x, y] = this.screen(m.x, m.y); return Math.hypot(x - px, y - py) <= radius(m.n) + 4; })[0];
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
    const up = (e) => { fingers.delete(e.pointerId); c.classList.remove("moving"); if (!moved && e.type === "pointerup") this.open(spot(e)); };
    c.addEventListener("pointerup", up); c.addEventListener("pointercancel", up);
    c.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    c.addEventListener("wheel", (e) => { e.preventDefault(); this.zoomBy(clamp(-e.deltaY / 240, -1, 1), ...spot(e)); }, { passive: false });
  }

  hover([x, y]) {
    const m = this.at(x, y);
    this.canvas.style.cursor = m ? "pointer" : "";
    this.tip.hidden = !m;
    if (!m) return;
    this.tip.textContent = m.label + (m.more ? ` (${m.more})` : "") + (m.killed ? `, killed up to ${m.killed}` : "");
    this.tip.style.left = Math.min(x + 12, this.w - 180) + "px"; this.tip.style.top = y + 14 + "px";
  }

  // open goes to the incident, or lists the members of a mark that stands for several.
  async open([x, y]) {
    const m = this.at(x, y);
    this.members.hidden = true;
    if (!m) return;
    if (m.id) { location.href = "/incidents/" + m.id; return; }
    const query = new URLSearchParams(location.search);
    query.set("box", m.box.join(",")); query.delete("after"); query.set("part", "list");
    const answer = await fetch("/?" + query);
    if (!answer.ok) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    const links = [...parsed.querySelectorAll(".row-link")].slice(0, 30);
    const head = document.createElement("b");
    head.textContent = m.label;
    const closer = document.createElement("a");
    closer.href = "#"; closer.textContent = "Zoom to them";
    closer.addEventListener("click", (e) => { e.preventDefault(); this.members.hidden = true; this.fit(m.box.map(Number)); this.zoom = Math.min(this.zoom, 11); this.changed(); });
    this.members.replaceChildren(head, closer, ...links);
    this.members.hidden = false;
    this.members.style.left = clamp(x, 0, Math.max(0, this.w - 320)) + "px"; this.members.style.top = clamp(y, 0, Math.max(0, this.h - 200)) + "px";
    links[0]?.focus();
  }

  keys() {
    this.figure.addEventListener("keydown", (e) => {
      const step = 60;
      const act = { ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0), ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step), "+": () => this.zoomBy(0.5), "=": () => this.zoomBy(0.5), "-": () => this.zoomBy(-0.5), Escape: () => { this.members.hidden = true; } }[e.key];
      if (act) { e.preventDefault(); act(); }
    });
  }
}

const clamp = (v, low, high) => Math.max(low, Math.min(high, v));
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function radius(n) {
  let r = 6;
  while (n >= 4 && r < 22) { n /= 3; r += 3; }
  return r;
}

function project(lat, lon) {
  const s = clamp(lat, -85.0511, 85.0511) * Math.PI / 180;
  return { x: (lon + 180) / 360, y: (1 - Math.log(Math.tan(s) + 1 / Math.cos(s)) / Math.PI) / 2 };
}

function unproject(x, y) {
  return [Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI, clamp(x * 360 - 180, -180, 180)];
}

// shape draws the mark of a kind of incident: no kind is told by colour alone.
function shape(p, name, x, y, r) {
  p.beginPath();
  switch (name) {
    case "strike": p.moveTo(x, y - r); p.lineTo(x + r, y + r * 0.8); p.lineTo(x - r, y + r * 0.8); break;
    case "fight": p.moveTo(x, y - r); p.lineTo(x + r, y); p.lineTo(x, y + r); p.lineTo(x - r, y); break;
    case "peace": p.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7); break;
    case "other": for (let i = 0; i < 6; i++) p.lineTo(x + r * Math.cos(i * Math.PI / 3), y + r * Math.sin(i * Math.PI / 3)); break;
    default: p.arc(x, y, r, 0, 7);
  }
  p.closePath();
}
