// Parts of the situation are fetched anew when the map or the time changes, and the address follows, so that every state can be passed on.
let asked = 0;

export async function go(change) {
  const url = new URL(location.href);
  for (const [k, v] of Object.entries(change)) v ? url.searchParams.set(k, v) : url.searchParams.delete(k);
  url.searchParams.delete("after");
  const mine = ++asked;
  const from = new URL(url);
  from.searchParams.set("part", "list");
  let text;
  try {
    const answer = await fetch(from);
    if (!answer.ok) throw new Error(answer.status);
    text = await answer.text();
  } catch {
    location.href = url; // the page itself says what is wrong
    return;
  }
  if (mine !== asked) return;
  const parsed = new DOMParser().parseFromString(text, "text/html");
  for (const part of parsed.querySelectorAll("[data-part]")) document.getElementById(part.dataset.part)?.replaceChildren(...part.childNodes);
  history.replaceState(null, "", url);
  document.dispatchEvent(new CustomEvent("parts", { detail: change }));
}
