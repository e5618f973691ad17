// Keys for the desk: an element with data-keys="1 s" is pressed by each of these keys.
// Everything works without this file; it can be switched off, and sleeps while one types.

const KEPT = "desk-keys";
const typing = (element) =>
  element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

const box = document.querySelector("#use-keys");
const off = () => localStorage.getItem(KEPT) === "off";

if (box) {
  box.closest(".switch").hidden = false;
  box.checked = !off();
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
}

let pressed = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || off()) return;
  if (typing(event.target)) return;
  // Enter belongs to what has the focus.
  if (event.key === "Enter" && event.target !== document.body) return;
  const wanted = [...document.querySelectorAll("[data-keys]")].find((element) =>
    element.dataset.keys.split(" ").includes(event.key));
  if (!wanted || pressed) return;
  event.preventDefault();
  // A second key while the next page is on its way would answer a pair that nobody has seen.
  pressed = wanted.matches("a, button");
  wanted.click();
  if (wanted.matches("summary")) wanted.focus();
});

window.addEventListener("pageshow", () => { pressed = false; });
