// A file dropped on the page is read into the form.
export function start() {
  const area = document.querySelector(".paste textarea");
  if (!area) return;
  const form = area.form, file = form.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragenter"]) form.addEventListener(kind, (e) => { e.preventDefault(); area.classList.add("drop"); });
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => area.classList.remove("drop"));
  form.addEventListener("drop", (e) => {
    if (!e.dataTransfer.files.length) return;
    e.preventDefault();
    file.files = e.dataTransfer.files;
  });
}
