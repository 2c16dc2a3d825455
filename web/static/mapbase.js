// The base map: tiles of shapes, each drawn once to a picture that dragging only moves, and the names of towns.
import { clamp } from "./geo.js";

const mostZoom = 8, mostTownZoom = 10, mostTiles = 400;
// frame is how long, in milliseconds, a frame may draw tiles anew: what is left waits for the next one, and a coarser tile stands in for it.
const frame = 12;

export class Base {
  constructor(view, redraw) {
    this.view = view; this.redraw = redraw;
    this.tiles = new Map(); this.towns = new Map(); this.widths = new Map();
  }

  recolour(colour) {
    this.colour = colour;
    for (const t of this.tiles.values()) t.picture = null;
  }

  // draw draws what is at hand; it tells whether nothing shown is still on its way without something that stands in for it.
  draw(p, ratio) {
    let whole = true;
    const z = clamp(Math.round(this.view.zoom), 0, mostZoom), until = performance.now() + frame;
    for (const [x, y, side] of this.view.tiles(z)) {
      const t = this.tile(z, x, y), [sx, sy] = this.view.screen(x / 2 ** z, y / 2 ** z);
      const picture = t.data && this.picture(t, side * ratio, until);
      if (picture) p.drawImage(picture, Math.round(sx) - 0.5, Math.round(sy) - 0.5, side + 1, side + 1);
      else if (!this.parent(p, z, x, y, sx, sy, side) && !this.children(p, z, x, y, sx, sy, side) && !t.missing) whole = false;
    }
    return whole;
  }

  // children draws the finer tiles that are at hand of one that is on its way, as after zooming out.
  children(p, z, x, y, sx, sy, side) {
    let any = false;
    for (let down = 1; down <= 2; down++) {
      const n = 2 ** down, part = side / n;
      for (let i = 0; i < n * n; i++) {
        const dx = i % n, dy = Math.floor(i / n), t = this.tiles.get(`${z + down}/${x * n + dx}/${y * n + dy}`);
        if (!t?.picture) continue;
        any = true;
        p.drawImage(t.picture, sx + dx * part, sy + dy * part, part + 1, part + 1);
      }
      if (any) break;
    }
    return any;
  }

  // parent draws the part of a coarser tile, while the finer one is on its way.
  parent(p, z, x, y, sx, sy, side) {
    for (let up = 1; z - up >= 0; up++) {
      const t = this.tiles.get(`${z - up}/${x >> up}/${y >> up}`);
      if (!t?.picture) continue;
      const part = t.picture.width / 2 ** up;
      p.drawImage(t.picture, (x - ((x >> up) << up)) * part, (y - ((y >> up) << up)) * part, part, part, sx, sy, side + 1, side + 1);
      return true;
    }
    return false;
  }

  tile(z, x, y) {
    const key = `${z}/${x}/${y}`;
    let t = this.tiles.get(key);
    if (!t) {
      t = {};
      this.tiles.set(key, t);
      fetch("/map/tiles/" + key).then((r) => (r.ok ? r.json() : null)).then((d) => { t.data = d; t.missing = !d; this.redraw(); }).catch(() => this.tiles.delete(key));
      if (this.tiles.size > mostTiles) this.tiles.delete(this.tiles.keys().next().value);
    }
    return t;
  }

  // picture is a tile drawn at about the size wanted; null, and another frame, where this frame has no time left.
  picture(t, side, until) {
    const pixels = Math.min(768, Math.ceil(side));
    if (t.picture && Math.abs(t.picture.width - pixels) < pixels / 3) return t.picture;
    if (performance.now() > until) { this.redraw(); return t.picture; }
    const c = document.createElement("canvas");
    c.width = c.height = pixels;
    const p = c.getContext("2d"), k = pixels / t.data.size, line = Math.max(1, pixels / 300);
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
    p.lineWidth = line; p.strokeStyle = this.colour.water; trace(t.data.rivers); p.stroke();
    p.lineWidth = 0.9 * line; p.strokeStyle = this.colour.border; trace(t.data.borders); p.stroke();
    p.setLineDash([4 * line, 3 * line]); p.strokeStyle = this.colour.disputed; trace(t.data.disputed); p.stroke();
    return (t.picture = c);
  }

  // named are the labels of what is shown, those of countries and capitals first.
  named() {
    const z = clamp(Math.floor(this.view.zoom), 0, mostTownZoom), all = [];
    for (const [x, y] of this.view.tiles(z)) {
      const key = `${z}/${x}/${y}`;
      if (!this.towns.has(key)) {
        this.towns.set(key, []);
        fetch("/map/towns/" + key).then((r) => (r.ok ? r.json() : [])).then((list) => { this.towns.set(key, list); if (list.length) this.redraw(); }).catch(() => this.towns.delete(key));
      }
      all.push(...this.towns.get(key));
    }
    return all.sort((a, b) => (b.country || 0) - (a.country || 0) || (b.capital || 0) - (a.capital || 0));
  }

  // label writes the names; none lies on another one or on a spot that is taken.
  label(p, taken) {
    p.textBaseline = "middle"; p.lineWidth = 3; p.strokeStyle = this.colour.land; p.fillStyle = this.colour.soft;
    for (const t of this.named()) {
      const [x, y] = this.view.screen(t.x, t.y);
      if (x < -60 || y < -10 || x > this.view.w + 60 || y > this.view.h + 10) continue;
      p.font = t.country ? "600 11px system-ui, sans-serif" : "11px system-ui, sans-serif";
      const name = t.country ? t.name.toUpperCase() : t.name, w = this.width(p, name);
      const at = (t.country ? [[x - w / 2, y]] : beside(x, y, w)).find(([l, m]) => free([l - 2, m - 7, l + w + 2, m + 7], taken));
      if (!at) continue;
      taken.push([at[0] - 2, at[1] - 7, at[0] + w + 2, at[1] + 7]);
      p.strokeText(name, ...at); p.fillText(name, ...at);
      if (!t.country) { p.beginPath(); p.arc(x, y, t.capital ? 2.5 : 1.7, 0, 7); p.fill(); }
    }
  }

  width(p, name) {
    const key = p.font + name;
    let w = this.widths.get(key);
    if (w === undefined) { w = p.measureText(name).width; this.widths.set(key, w); }
    return w;
  }
}

// beside are the places where the name of a town may stand: right of it, left, below, above; then further off, where a mark lies on the town.
function beside(x, y, w) {
  return [[x + 5, y], [x - 5 - w, y], [x - w / 2, y + 11], [x - w / 2, y - 11], [x + 16, y], [x + 24, y], [x - w / 2, y + 22], [x - w / 2, y + 30]];
}

const free = (spot, taken) => !taken.some((o) => spot[0] < o[2] && spot[2] > o[0] && spot[1] < o[3] && spot[3] > o[1]);
