// What is wrong with the page for somebody who does not see it, or not well: names, labels, headings, ids, and contrast. Gives a list of sentences.
(() => {
  const faults = [];
  const tell = (what, e) => faults.push(what + ": " + e.outerHTML.slice(0, 120).replace(/\s+/g, " "));
  const seen = (e) => { const b = e.getBoundingClientRect(), s = getComputedStyle(e); return b.width > 1 && b.height > 1 && s.visibility !== "hidden" && s.display !== "none"; };
  const name = (e) => (e.getAttribute("aria-label") || (e.getAttribute("aria-labelledby") && document.getElementById(e.getAttribute("aria-labelledby"))?.textContent) || e.textContent || e.getAttribute("title") || e.querySelector?.("title")?.textContent || "").trim();
  if (!document.documentElement.lang) faults.push("the page has no language");
  if (document.querySelectorAll("main").length !== 1) faults.push("the page has not one main");
  if (document.querySelectorAll("h1").length !== 1) faults.push(`the page has ${document.querySelectorAll("h1").length} h1`);
  let level = 0;
  for (const h of document.querySelectorAll("main h1, main h2, main h3, main h4")) {
    const n = Number(h.tagName[1]);
    if (n > level + 1 && level > 0) tell("a heading skips a level", h);
    if (!h.textContent.trim()) tell("an empty heading", h);
    level = n;
  }
  for (const e of document.querySelectorAll("a[href], button, summary, [role=button]")) if (!e.classList.contains("anchor") && !name(e)) tell("no name", e);
  for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea")) if (!e.labels?.length && !e.getAttribute("aria-label")) tell("no label", e);
  for (const e of document.querySelectorAll("img")) if (!e.hasAttribute("alt")) tell("no alternative", e);
  for (const e of document.querySelectorAll("[role=img], svg[role=group]")) if (!e.getAttribute("aria-label")) tell("a picture without a name", e);
  for (const e of document.querySelectorAll("[tabindex]")) if (Number(e.tabIndex) > 0) tell("an order of its own for the focus", e);
  const ids = new Set();
  for (const e of document.querySelectorAll("[id]")) { if (ids.has(e.id)) tell("an id twice", e); ids.add(e.id); }
  const colour = (text) => { const m = text.match(/[\d.]+/g)?.map(Number) || [0, 0, 0, 0]; const scale = text.startsWith("color(srgb") ? 255 : 1; return { r: m[0] * scale, g: m[1] * scale, b: m[2] * scale, a: m[3] ?? 1 }; };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const light = (c) => { const f = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b); };
  const ground = (e) => { const stack = []; for (let n = e; n; n = n.parentElement) { const c = colour(getComputedStyle(n).backgroundColor); if (c.a > 0) stack.push(c); if (c.a === 1) break; } let base = stack.length && stack[stack.length - 1].a === 1 ? stack.pop() : { r: 255, g: 255, b: 255, a: 1 }; while (stack.length) base = over(stack.pop(), base); return base; };
  const told = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walker.nextNode());) {
    const e = n.parentElement;
    if (!n.data.trim() || !e || e.closest("svg, .away, .skip, script, dialog:not([open])") || !seen(e)) continue;
    const s = getComputedStyle(e), under = ground(e), ink = over(colour(s.color), under);
    const a = light(ink), b = light(under), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(s.fontSize), large = size >= 24 || (size >= 18.66 && Number(s.fontWeight) >= 700);
    const key = s.color + s.backgroundColor + e.className;
    if (ratio < (large ? 3 : 4.5) && !told.has(key)) { told.add(key); tell(`contrast ${ratio.toFixed(2)}`, e); }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
  return faults;
})()
