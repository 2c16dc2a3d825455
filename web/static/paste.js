// A file that is dropped anywhere on the page is read with the form; dropped words or an address come into it.
export function start() {
  const area = document.querySelector(".paste textarea");
  if (!area) return;
  const form = area.form, file = form.querySelector("input[type=file]");
  const mark = (on) => area.classList.toggle("drop", on);
  for (const kind of ["dragover", "dragenter"]) document.addEventListener(kind, (e) => { e.preventDefault(); mark(true); });
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) mark(false); });
  document.addEventListener("drop", (e) => {
    mark(false);
    const data = e.dataTransfer, address = data.getData("text/uri-list").split("\n").find((line) => line && !line.startsWith("#"))?.trim();
    if (data.files.length) file.files = data.files;
    else if (address && /^https?:/.test(address)) form.elements.url.value = address;
    else if (e.target === area) return; // the browser puts them where they were dropped
    else area.value = data.getData("text/plain");
    e.preventDefault();
    form.querySelector("button.main").focus();
  });
}
