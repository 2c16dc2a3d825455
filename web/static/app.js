// What every page does: dark or light, and the keys.
const root = document.documentElement;
const stored = read("sitrep-theme");
if (stored) root.dataset.theme = stored;

function read(key) { try { return localStorage.getItem(key); } catch { return null; } }
function write(key, value) { try { localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ } }

export function dark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

// On a phone the menu is wider than the screen: the view that is open is brought into it.
const open = document.querySelector(".menu [aria-current]"), menu = open?.parentElement;
if (menu && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = open.offsetLeft - (menu.clientWidth - open.offsetWidth) / 2;

const toggle = document.querySelector("[data-theme-toggle]");
if (toggle) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    write("sitrep-theme", root.dataset.theme);
    document.dispatchEvent(new CustomEvent("theme"));
  });
}

// rows are what j and k go through: the rows of a list, or the marked stretches of a report.
let here = -1;
function step(by) {
  const rows = [...document.querySelectorAll("[data-step], .row")];
  if (!rows.length) return;
  rows[here]?.classList.remove("here");
  here = Math.max(0, Math.min(rows.length - 1, here + by));
  rows[here].classList.add("here");
  rows[here].scrollIntoView({ block: "nearest" });
  (rows[here].querySelector("a, button") || rows[here]).focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("step", { detail: rows[here] }));
}

const places = { s: "/", t: "/truces", c: "/claims", r: "/reports", b: "/brief", v: "/review", p: "/read" };
let going = 0;
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && !/^(checkbox|radio|button|submit)$/.test(e.target.type)) || e.target.isContentEditable) return;
  if (going && Date.now() - going < 1500 && places[e.key]) { location.href = places[e.key]; going = 0; return; }
  going = 0;
  const own = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
  if (own) { e.preventDefault(); own.click(); return; }
  switch (e.key) {
    case "/": e.preventDefault(); document.getElementById("q")?.focus(); break;
    case "?": document.getElementById("keys")?.showModal(); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    case "m": document.getElementById("map")?.focus(); break;
    case "g": going = Date.now(); break;
  }
});

// On a small screen the filters are folded, so that the map comes first.
if (matchMedia("(max-width: 760px)").matches) for (const d of document.querySelectorAll("details.fold")) d.open = false;

if (document.getElementById("map")) import("./map.js").then((m) => m.start());
if (document.getElementById("timeline")) { import("./timeline.js").then((m) => m.start()); import("./link.js").then((m) => m.start()); }
if (document.getElementById("text")) import("./report.js").then((m) => m.start());
if (document.querySelector(".paste")) import("./paste.js").then((m) => m.start());
