// The marks of incidents: one for each, or one for several that lie together.
import { project } from "./geo.js";

export class Marks {
  constructor(view) { this.view = view; this.all = []; this.picked = null; this.spot = null; }

  // set takes marks as the server gives them; the largest lie lowest.
  set(marks) {
    this.all = marks.map((m) => ({ ...m, ...project(m.lat, m.lon), r: radius(m.n) })).sort((a, b) => b.n - a.n);
    this.picked = this.picked && this.all.find((m) => m.lat === this.picked.lat && m.lon === this.picked.lon) || null;
  }

  // place finds where the marks stand on the screen now, and gives the spots that they take, on which no name is written.
  place() {
    const { w, h } = this.view;
    this.drawn = [];
    for (const m of this.all) {
      const [x, y] = this.view.screen(m.x, m.y);
      if (x > -300 && y > -300 && x < w + 300 && y < h + 300) this.drawn.push([m, x, y]);
    }
    return this.drawn.map(([m, x, y]) => [x - m.r, y - m.r, x + m.r, y + m.r]);
  }

  draw(p, colour) {
    for (const [m, x, y] of this.drawn) if (m.km) this.ring(p, colour, m, x, y);
    p.textAlign = "center"; p.textBaseline = "middle"; p.font = "600 10px system-ui, sans-serif";
    for (const [m, x, y] of this.drawn) {
      shape(p, m.n > 1 ? "people" : m.class, x, y, m.r);
      p.fillStyle = colour[m.class]; p.fill();
      p.lineWidth = 1.5; p.strokeStyle = colour.sheet; p.stroke();
      if (m.n > 1) { p.fillStyle = colour.sheet; p.fillText(short(m.n), x, y + 0.5); }
    }
    p.textAlign = "start";
    if (this.picked) this.halo(p, colour, ...this.view.screen(this.picked.x, this.picked.y), this.picked.r + 5);
    if (this.spot) this.halo(p, colour, ...this.view.screen(this.spot.x, this.spot.y), 13);
  }

  // ring is how far off the place of a single incident may be.
  ring(p, colour, m, x, y) {
    const r = y - this.view.screen(m.x, project(m.lat + m.km / 111.2, m.lon).y)[1];
    p.beginPath(); p.arc(x, y, r, 0, 7);
    p.globalAlpha = 0.1; p.fillStyle = colour[m.class]; p.fill();
    p.globalAlpha = 0.55; p.setLineDash([3, 3]); p.lineWidth = 1; p.strokeStyle = colour[m.class]; p.stroke();
    p.setLineDash([]); p.globalAlpha = 1;
  }

  halo(p, colour, x, y, r) {
    p.beginPath(); p.arc(x, y, r, 0, 7);
    p.lineWidth = 5; p.strokeStyle = colour.sheet; p.stroke();
    p.lineWidth = 2.5; p.strokeStyle = colour.ink; p.stroke();
  }

  // at is the mark at a point of the screen: the one drawn last.
  at(px, py) {
    for (let i = this.all.length - 1; i >= 0; i--) {
      const m = this.all[i], [x, y] = this.view.screen(m.x, m.y);
      if (Math.hypot(x - px, y - py) <= m.r + 4) return m;
    }
    return null;
  }

  // step picks the next mark on the screen, in reading order.
  step(by) {
    const { w, h } = this.view;
    const seen = this.all.map((m) => [m, ...this.view.screen(m.x, m.y)]).filter(([, x, y]) => x >= 0 && y >= 0 && x <= w && y <= h)
      .sort((a, b) => Math.round(a[2] / 60) - Math.round(b[2] / 60) || a[1] - b[1]).map(([m]) => m);
    if (!seen.length) return null;
    const i = seen.indexOf(this.picked);
    return (this.picked = seen[i < 0 ? (by > 0 ? 0 : seen.length - 1) : (i + by + seen.length) % seen.length]);
  }
}

export const words = (m) => m.label + (m.more ? ` (${m.more})` : "") + (m.killed ? `, killed ${m.n > 1 ? "up to " : ""}${m.killed.toLocaleString("en")}` : "");

const short = (n) => (n < 1000 ? n : n < 10000 ? (n / 1000).toFixed(1) + "k" : Math.round(n / 1000) + "k");

function radius(n) {
  let r = 6;
  while (n >= 4 && r < 22) { n /= 3; r += 3; }
  return r;
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
