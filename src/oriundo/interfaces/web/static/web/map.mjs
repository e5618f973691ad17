// The map, where the browser can draw one. Without it, the drawing that the server made stays.

const place = document.querySelector("[data-map]");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

function canDraw() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2"));
}

function bounds(element) {
  const [west, south, east, north] = element.dataset.bounds.split(",").map(Number);
  return [[west, south], [east, north]];
}

function style() {
  return new URL(dark.matches ? place.dataset.dark : place.dataset.light, location.href).href;
}

async function start() {
  const maplibre = await import(place.dataset.program);
  maplibre.setWorkerUrl(new URL(place.dataset.worker, location.href).href);
  maplibre.addProtocol("pmtiles", new window.pmtiles.Protocol({ metadata: true }).tile);
  const canvas = document.createElement("div");
  canvas.className = "live";
  place.append(canvas);
  const map = new maplibre.Map({
    container: canvas,
    style: style(),
    bounds: bounds(place),
    maxZoom: 18,
    attributionControl: false,
    cooperativeGestures: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    refreshExpiredTiles: false,
    locale: {
      "Map.Title": place.dataset.title,
      "NavigationControl.ZoomIn": place.dataset.zoomIn,
      "NavigationControl.ZoomOut": place.dataset.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  map.once("load", () => place.classList.add("drawn-live"));
  dark.addEventListener("change", () => map.setStyle(style()));
  follow(map);
  print(map);
  // For tests and for the console; nothing on the page uses it.
  place.map = map;
}

// The links to parts of the map move it, and stay links: address, history and opening in a new tab work.
function follow(map) {
  const links = [...document.querySelectorAll("a[data-bounds]")];
  const show = (link) => {
    links.forEach((each) => each.toggleAttribute("aria-current", false));
    link.setAttribute("aria-current", "true");
    map.fitBounds(bounds(link), { animate: !still.matches, duration: 800 });
  };
  links.forEach((link) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", link.href);
      show(link);
    }),
  );
  addEventListener("popstate", () => {
    const here = links.find((link) => link.href === location.href) ?? links[0];
    if (here) show(here);
  });
}

// On paper: what is shown now, if its colors are those of paper; else the server's drawing.
function print(map) {
  addEventListener("beforeprint", () => {
    if (dark.matches) return;
    map.redraw();
    const picture = new Image();
    picture.className = "printed";
    picture.alt = place.dataset.title;
    picture.src = map.getCanvas().toDataURL();
    place.append(picture);
  });
  addEventListener("afterprint", () => place.querySelector(".printed")?.remove());
}

if (place && canDraw()) start();
