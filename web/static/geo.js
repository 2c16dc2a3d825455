// The projection of the map: the world is a square from 0 to 1.
export const clamp = (v, low, high) => Math.max(low, Math.min(high, v));

export function project(lat, lon) {
  const s = clamp(lat, -85.0511, 85.0511) * Math.PI / 180;
  return { x: (lon + 180) / 360, y: (1 - Math.log(Math.tan(s) + 1 / Math.cos(s)) / Math.PI) / 2 };
}

export function unproject(x, y) {
  return [Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI, clamp(x * 360 - 180, -180, 180)];
}

const tilePixels = 256, deepest = 13;

// View is the part of the world that is shown, and how large.
export class View {
  constructor() { this.x = this.y = 0.5; this.zoom = 2; this.w = this.h = 1; }

  get world() { return tilePixels * 2 ** this.zoom; }
  screen(x, y) { return [(x - this.x) * this.world + this.w / 2, (y - this.y) * this.world + this.h / 2]; }

  fit([west, south, east, north]) {
    const a = project(north, west), b = project(south, east);
    const world = Math.min(this.w / Math.max(b.x - a.x, 1e-6), this.h / Math.max(b.y - a.y, 1e-6));
    this.zoom = clamp(Math.log2(world / tilePixels), 0.5, deepest);
    this.x = (a.x + b.x) / 2; this.y = (a.y + b.y) / 2;
  }

  zoomBy(by, px, py) {
    const wx = this.x + (px - this.w / 2) / this.world, wy = this.y + (py - this.h / 2) / this.world;
    this.zoom = clamp(this.zoom + by, 0.5, deepest);
    this.x = wx - (px - this.w / 2) / this.world; this.y = wy - (py - this.h / 2) / this.world;
  }

  pan(dx, dy) { this.x = clamp(this.x - dx / this.world, 0, 1); this.y = clamp(this.y - dy / this.world, 0, 1); }

  // box is west, south, east and north of what is shown.
  box() {
    const dx = this.w / 2 / this.world, dy = this.h / 2 / this.world;
    const [north, west] = unproject(this.x - dx, Math.max(0, this.y - dy)), [south, east] = unproject(this.x + dx, Math.min(1, this.y + dy));
    return [west, south, east, north].map((v) => v.toFixed(3)).join(",");
  }

  // tiles are those that cover the view at a zoom.
  *tiles(z) {
    const n = 2 ** z, side = this.world / n;
    const west = Math.floor((this.x * this.world - this.w / 2) / side), east = Math.floor((this.x * this.world + this.w / 2) / side);
    const north = Math.floor((this.y * this.world - this.h / 2) / side), south = Math.floor((this.y * this.world + this.h / 2) / side);
    for (let x = Math.max(0, west); x <= Math.min(n - 1, east); x++) for (let y = Math.max(0, north); y <= Math.min(n - 1, south); y++) yield [x, y, side];
  }
}
