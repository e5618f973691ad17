// Organizations on the map of `map.mjs`: areas in the colors of their classes, places as circles, ties as lines.
//
// Everything is drawn from the data block `#map-figures`, which holds the same numbers as the table of the page.

const place = document.querySelector("[data-map]");
const said = document.querySelector("#map-said");
const dark = matchMedia("(prefers-color-scheme: dark)");
const GROUND = { countries: "countries", admin1: "divisions", counties: "counties" };

const PAPER = { light: "#ffffff", dark: "#111716" };

const figures = () => JSON.parse(document.querySelector("#map-figures").textContent);

// Degrees around a circle in which its town is looked for.
const NEAR = 0.1;

// A layer for each class of areas; those without a class stay as the ground is.
const classes = (shown) => shown.shades.light.map((_, at) => `figures-areas-${at + 1}`);

function addAreas(map, shown) {
  // Under the lines and the names of the ground, over the land.
  const above = map.getLayer("lakes") ? "lakes" : undefined;
  classes(shown).forEach((id, at) => {
    const codes = Object.keys(shown.classes).filter((code) => shown.classes[code] === at + 1);
    const filter = ["in", ["get", "code"], ["literal", codes]];
    const paint = { "fill-opacity": shown.ties ? 0.35 : 0.92 };
    map.addLayer({ id, type: "fill", source: "base", "source-layer": shown.layer, filter, paint }, above);
  });
  map.addLayer({
    id: "figures-chosen", type: "line", source: "base", "source-layer": shown.layer,
    filter: ["==", ["get", "code"], ""], paint: { "line-width": 2.5 },
  });
}

// A circle's area is its number; the number stands in it where there is room.
function addPlaces(map, shown) {
  map.addSource("organizations", {
    type: "vector", tiles: [new URL(shown.tiles, location.href).href.replaceAll("%7B", "{").replaceAll("%7D", "}")],
    maxzoom: 14,
  });
  map.addLayer({
    id: "figures-places", type: "circle", source: "organizations", "source-layer": "organizations",
    layout: { "circle-sort-key": ["-", 0, ["get", "n"]] },
    paint: {
      "circle-opacity": shown.ties ? 0.25 : 0.82, "circle-stroke-width": 1,
      "circle-radius": ["min", 30, ["max", 5, ["*", 2.6, ["sqrt", ["get", "n"]]]]],
    },
  });
  map.addLayer({
    id: "figures-numbers", type: "symbol", source: "organizations", "source-layer": "organizations",
    filter: [">", ["get", "n"], 9],
    layout: { "text-field": ["to-string", ["get", "n"]], "text-font": ["system-ui"], "text-size": 12 },
  });
}

// Ties bend, so that there and back are not one line.
function curve([fromX, fromY], [toX, toY]) {
  const bend = [(fromX + toX) / 2 - (toY - fromY) * 0.18, (fromY + toY) / 2 + (toX - fromX) * 0.18];
  return Array.from({ length: 33 }, (_, step) => {
    const t = step / 32;
    const at = (a, b, c) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c;
    return [at(fromX, bend[0], toX), at(fromY, bend[1], toY)];
  });
}

function addTies(map, shown) {
  const most = Math.max(...shown.ties.ways.map((way) => way.n), 1);
  const features = shown.ties.ways.map((way) => ({
    type: "Feature",
    properties: { n: way.n, width: Math.max(1, 7 * Math.sqrt(way.n / most)), name: way.name },
    geometry: { type: "LineString", coordinates: curve(shown.ties.start, way.to) },
  }));
  map.addSource("ties", { type: "geojson", data: { type: "FeatureCollection", features } });
  map.addLayer({
    id: "figures-ties", type: "line", source: "ties", layout: { "line-cap": "round" },
    paint: { "line-opacity": 0.6, "line-width": ["get", "width"] },
  });
}

function draw(map) {
  const shown = figures();
  if (shown.layer) addAreas(map, shown);
  else addPlaces(map, shown);
  if (shown.ties) addTies(map, shown);
  paint(map, dark.matches ? "dark" : "light");
}

function paint(map, scheme) {
  const shown = figures();
  const [ink, paper] = [shown.marks[scheme], PAPER[scheme]];
  const colors = [
    ...classes(shown).map((id, at) => [id, "fill-color", shown.shades[scheme][at]]),
    ["figures-chosen", "line-color", ink],
    ["figures-places", "circle-color", ink],
    ["figures-places", "circle-stroke-color", paper],
    ["figures-numbers", "text-color", paper],
    ["figures-ties", "line-color", ink],
  ];
  for (const [id, name, color] of colors) if (map.getLayer(id)) map.setPaintProperty(id, name, color);
}

// What was chosen is said under the map, with the way to it: for those who see it and those who hear it.
function say(parts) {
  said.replaceChildren(...parts);
}

function link(text, address) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function chooseArea(map, code) {
  const area = figures().areas[code];
  map.setFilter("figures-chosen", ["==", ["get", "code"], area ? code : ""]);
  if (!area) return say([]);
  const row = document.querySelector(`tr[data-area="${CSS.escape(code)}"] a`);
  return say([row ? link(area[1], row.href) : document.createTextNode(area[1])]);
}

function choosePlace(map, feature) {
  const { n, name, public_id: id, place: key } = feature.properties;
  if (id) return say([link(name, place.dataset.organization.replace("0", id))]);
  const area = figures().areas[key];
  if (key && area) {
    const row = document.querySelector(`tr[data-area="${CSS.escape(key)}"] a`);
    return say([row ? link(`${area[0]}: ${n}`, row.href) : document.createTextNode(`${area[0]}: ${n}`)]);
  }
  if (key && inView()) return askTown(key, n, feature.geometry.coordinates);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const to = { center: feature.geometry.coordinates, zoom: Math.min(map.getZoom() + 2, 14) };
  return still ? map.jumpTo(to) : map.easeTo(to);
}

// A town that is too small for the table is named by the server's list of those around its circle.
async function askTown(key, n, [lng, lat]) {
  const answered = await fetch(inView([lng - NEAR, lat - NEAR, lng + NEAR, lat + NEAR])).catch(() => null);
  if (!answered?.ok) return say([]);
  const listed = new DOMParser().parseFromString(await answered.text(), "text/html").querySelectorAll("a");
  const town = [...listed].find((each) => [...new URL(each.href).searchParams.values()].includes(key));
  return say(town ? [link(`${town.textContent}: ${n}`, town.href)] : []);
}

// The address of the list of towns, of a part of the map when its degrees are given.
function inView(box) {
  const list = document.querySelector("[data-in-view]");
  if (!list) return null;
  const address = new URL(list.dataset.inView, location.href);
  if (box) address.searchParams.set("box", box.map((each) => each.toFixed(3)).join(","));
  return address;
}

function answer(map) {
  const layers = ["figures-places", ...classes(figures())].filter((id) => map.getLayer(id));
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers });
    if (!hit) return say([]);
    return hit.layer.id === "figures-places" ? choosePlace(map, hit) : chooseArea(map, hit.properties.code);
  });
  for (const layer of layers) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}

// A row of the table that has the focus, or the pointer, is outlined on the map.
function followTable(map) {
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("tr[data-area]");
    if (row && map.getLayer("figures-chosen")) {
      map.setFilter("figures-chosen", ["==", ["get", "code"], row.dataset.area]);
    }
  });
}

// Where the reader has moved the map to stands in the address, as "zoom/latitude/longitude".
function followAddress(map) {
  const kept = new URL(location.href).searchParams.get("where")?.split("/").map(Number) ?? [];
  if (kept.length === 3 && kept.every(Number.isFinite)) {
    map.jumpTo({ zoom: kept[0], center: [kept[2], kept[1]] });
  }
  map.on("moveend", (event) => {
    if (!event.originalEvent) return;
    const { lng, lat } = map.getCenter();
    const address = new URL(location.href);
    const where = `${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`;
    address.searchParams.set("where", where);
    history.replaceState(history.state, "", address);
    keepInForm(where);
  });
}

// The towns of this part of the map as a list, which has every circle by its name. Made when it is opened.
function listTowns(map) {
  const list = document.querySelector("[data-in-view]");
  if (!list) return;
  let timer = 0;
  let asked = new AbortController();
  async function ask() {
    asked.abort();
    asked = new AbortController();
    try {
      const answered = await fetch(inView(map.getBounds().toArray().flat()), { signal: asked.signal });
      if (answered.ok) list.lastElementChild.innerHTML = await answered.text();
    } catch (error) {
      if (error.name !== "AbortError") list.lastElementChild.replaceChildren();
    }
  }
  list.hidden = false;
  list.addEventListener("toggle", () => list.open && ask());
  map.on("moveend", () => {
    clearTimeout(timer);
    if (list.open) timer = setTimeout(ask, 300);
  });
}

// A search that is sent from here comes back to the same part of the map.
function keepInForm(where) {
  const form = document.querySelector("form[role=search]");
  if (!form) return;
  const field = form.elements.where ?? form.appendChild(document.createElement("input"));
  [field.type, field.name, field.value] = ["hidden", "where", where];
}

// The server's picture, as pixels: what is printed in a report is what the table says.
function keepAsPng() {
  for (const button of document.querySelectorAll("[data-png]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      const answered = await fetch(button.dataset.png);
      const drawing = await answered.text();
      const [width, height] = drawing.match(/viewBox="[-\d]+ [-\d]+ (\d+) (\d+)"/).slice(1).map(Number);
      const picture = new Image(width, height);
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      canvas.getContext("2d").drawImage(picture, 0, 0, 2 * width, 2 * height);
      const made = await new Promise((done) => canvas.toBlob(done, "image/png"));
      const save = link("", URL.createObjectURL(made));
      save.download = button.dataset.name;
      save.click();
      URL.revokeObjectURL(save.href);
    });
  }
}

// The choice of what is counted applies at once.
document.querySelectorAll("[data-sends]").forEach((field) => {
  field.addEventListener("change", () => field.form.requestSubmit());
});
keepAsPng();
place?.addEventListener("map-repainted", ({ detail: { map, scheme } }) => paint(map, scheme));
place?.addEventListener("map-ready", ({ detail: { map } }) => {
  draw(map);
  answer(map);
  followTable(map);
  followAddress(map);
  listTowns(map);
});
