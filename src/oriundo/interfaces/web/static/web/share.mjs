// Copying the address and printing: what a page cannot do by itself. Without this file the buttons
// are not there.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  reveal(button);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.closest("section").querySelector(".said").textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  reveal(button);
  button.addEventListener("click", () => window.print());
}

function reveal(button) {
  button.parentElement.hidden = false;
}
