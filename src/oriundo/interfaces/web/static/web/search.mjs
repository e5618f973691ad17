// Suggestions under the search box, and what is near. Both are additions: without this file the
// box is a plain form, and a place is written instead of asked for.

const DELAY = 150;
const LEAST_LETTERS = 2;
const STEP = 0.05;

for (const box of document.querySelectorAll("[data-suggest]")) suggest(box);
for (const button of document.querySelectorAll("[data-near]")) offer(button);

// A combobox with a list (ARIA APG): the focus stays in the field, arrows walk, Enter opens, Escape
// closes. What is typed and not chosen is searched for as ever.
function suggest(box) {
  const field = box.querySelector("input[type=search]");
  const list = box.querySelector("[role=listbox]");
  let active = -1;
  let timer = 0;
  let asked = new AbortController();
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  close();

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      open(list.children[active]);
    }
  });
  field.addEventListener("blur", close);
  // Before the field loses the focus, which would close the list under the finger.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) open(line);
  });
  field.form.addEventListener("submit", () => {
    clearTimeout(timer);
    asked.abort();
    close();
  });

  async function ask() {
    asked.abort();
    asked = new AbortController();
    const typed = field.value.trim();
    if (typed.length < LEAST_LETTERS) return close();
    try {
      const query = new URLSearchParams({ q: typed });
      const answer = await fetch(`${box.dataset.suggest}?${query}`, { signal: asked.signal });
      if (!answer.ok) return close();
      const lines = await answer.text();
      if (document.activeElement !== field) return close();
      list.innerHTML = lines;
      show();
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function show() {
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = list.children.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    active = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function walk(step) {
    const lines = [...list.children];
    lines[active]?.setAttribute("aria-selected", "false");
    // One position more than there are lines: the field itself.
    active = ((active + 1 + step + lines.length + 1) % (lines.length + 1)) - 1;
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    lines[active].setAttribute("aria-selected", "true");
    lines[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", lines[active].id);
  }

  function open(line) {
    window.location.assign(line.dataset.address);
  }
}

// Asked only when tapped; rounded here, so that no more than about 5 km is known to anyone else.
function offer(button) {
  if (!navigator.geolocation) return;
  const said = button.parentElement.querySelector(".said");
  button.hidden = false;
  button.parentElement.querySelector(".hint").hidden = false;
  button.addEventListener("click", () => {
    said.textContent = button.dataset.waiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const query = new URLSearchParams(window.location.search);
        const km = document.querySelector("#km")?.value || "50";
        for (const name of ["at", "around", "km", "page", "sort"]) query.delete(name);
        query.set("near", `${rounded(coords.latitude)},${rounded(coords.longitude)},${km}`);
        window.location.assign(`${button.dataset.near}?${query}`);
      },
      () => {
        said.textContent = button.dataset.refused;
        document.querySelector("details.filters")?.setAttribute("open", "");
        document.querySelector("#around")?.focus();
      },
      { enableHighAccuracy: false, timeout: 15000, maximumAge: 600000 },
    );
  });
}

function rounded(degrees) {
  return (Math.round(degrees / STEP) * STEP).toFixed(2);
}
