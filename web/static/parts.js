// Parts of the situation are fetched anew when the map or the time changes, and the address follows, so that every state can be passed on.
let asked = 0, running = 0;

// loading shows that something is on its way, where it takes more than a moment.
function loading(by) {
  running += by;
  clearTimeout(loading.timer);
  const bar = document.querySelector(".loading");
  if (!running) { bar?.remove(); document.getElementById("list")?.removeAttribute("aria-busy"); return; }
  if (!bar) loading.timer = setTimeout(() => {
    const b = document.createElement("div");
    b.className = "loading"; b.setAttribute("role", "progressbar"); b.setAttribute("aria-label", "Loading");
    document.body.append(b);
    document.getElementById("list")?.setAttribute("aria-busy", "true");
  }, 250);
}

function address(change) {
  const url = new URL(location.href);
  for (const [k, v] of Object.entries(change)) v ? url.searchParams.set(k, v) : url.searchParams.delete(k);
  url.searchParams.delete("after");
  return url;
}

// ask gets the parts of the situation with some parameters changed; null where they cannot be had.
export async function ask(change) {
  const from = address(change);
  from.searchParams.set("part", "list");
  loading(1);
  try {
    const answer = await fetch(from);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  } finally {
    loading(-1);
  }
}

export async function go(change) {
  const url = address(change), mine = ++asked;
  const parsed = await ask(change);
  if (mine !== asked) return;
  if (!parsed) { location.href = url; return; } // the page itself says what is wrong
  for (const part of parsed.querySelectorAll("[data-part]")) {
    const place = document.getElementById(part.dataset.part);
    if (!place) continue;
    const folded = place.querySelector("details.fold")?.open === false;
    place.replaceChildren(...part.childNodes);
    if (folded) place.querySelector("details.fold").open = false;
  }
  history.replaceState(null, "", url);
  document.dispatchEvent(new CustomEvent("parts", { detail: change }));
}
