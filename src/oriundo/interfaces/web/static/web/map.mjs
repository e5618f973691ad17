// The map, where the browser can draw one. Without it, the drawing that the server made stays.
//
// Draws in the element with `data-map`, which then has the class `drawn-live`; `undrawn` where it cannot. When the map is there, the
// element gets the event `map-ready` with `detail: {map, maplibre}`: pages with data of their own add layers. Whenever the colors
// change it gets `map-repainted` with `detail: {map, scheme}`, "light" or "dark".

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

const scheme = () => (dark.matches ? "dark" : "light");

// The style in a set of colors, asked for once.
const styles = {};
function style(colors) {
  styles[colors] ??= fetch(place.dataset[colors]).then((answer) => answer.json());
  return styles[colors];
}

// Archives of tiles by address. A part that is being fetched is not asked for again: tiles beyond the last
// zoom all want the same one, and Chromium's cache fails some of several requests for one range. A request
// that failed is made once more.
function archives() {
  class Archive extends window.pmtiles.FetchSource {
    asked = new Map();

    async getBytes(offset, length, signal, etag) {
      const part = `${offset} ${length}`;
      if (!this.asked.has(part)) {
        const again = () => super.getBytes(offset, length, undefined, etag);
        const answer = again().catch(again).finally(() => this.asked.delete(part));
        this.asked.set(part, answer);
      }
      const answer = await this.asked.get(part);
      return { ...answer, data: answer.data.slice(0) };
    }
  }
  const protocol = new window.pmtiles.Protocol();
  for (const address of place.dataset.archives.split(" ")) {
    protocol.add(new window.pmtiles.PMTiles(new Archive(address)));
  }
  return protocol.tile;
}

// Before the style sheets are there, nothing has a size, and the map would keep that.
const settled = new Promise((done) => {
  if (document.readyState === "complete") done();
  else addEventListener("load", done);
});

async function start() {
  const parts = [import(place.dataset.program), style(scheme()), style("light")];
  const [maplibre, shown, paper] = await Promise.all(parts);
  await settled;
  maplibre.setWorkerUrl(new URL(place.dataset.worker, location.href).href);
  maplibre.addProtocol("pmtiles", archives());
  const canvas = document.createElement("div");
  canvas.className = "live";
  place.append(canvas);
  const map = new maplibre.Map({
    container: canvas,
    style: structuredClone(shown),
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
  map.once("load", () => {
    // A map that was made before its place had a size takes it now.
    map.resize();
    map.fitBounds(bounds(place), { animate: false });
    place.classList.add("drawn-live");
    place.dispatchEvent(new CustomEvent("map-ready", { detail: { map, maplibre } }));
  });
  dark.addEventListener("change", async () => repaint(map, await style(scheme()), scheme()));
  follow(map);
  print(map, paper);
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

// The colors of a style, which is else the one that is shown. No color depends on data: all change at once.
function repaint(map, { layers }, colors) {
  for (const { id, paint = {} } of layers) {
    const named = Object.entries(paint).filter(([name]) => name.endsWith("-color"));
    if (map.getLayer(id)) named.forEach(([name, color]) => map.setPaintProperty(id, name, color));
  }
  place.dispatchEvent(new CustomEvent("map-repainted", { detail: { map, scheme: colors } }));
}

// On paper: what is shown now, in the colors of paper. A browser waits for nothing that begins here, so the map is
// drawn, kept as a picture and given back its colors before this is over.
function print(map, paper) {
  addEventListener("beforeprint", async () => {
    if (!place.classList.contains("drawn-live")) return;
    repaint(map, paper, "light");
    map.redraw();
    addPrinted(map.getCanvas().toDataURL());
    repaint(map, await style(scheme()), scheme());
  });
  addEventListener("afterprint", () => place.querySelector(".printed")?.remove());
}

function addPrinted(source) {
  place.querySelector(".printed")?.remove();
  const picture = new Image();
  picture.className = "printed";
  picture.alt = place.dataset.title;
  picture.src = source;
  place.append(picture);
}

function leaveDrawing() {
  place.classList.add("undrawn");
}

// A map out of sight is not even fetched: on a telephone it lies below the search, and some only want the table.
function inSight(element) {
  return new Promise((done) => {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      watch.disconnect();
      done();
    });
    watch.observe(element);
  });
}

if (place) inSight(place).then(() => (canDraw() ? start() : leaveDrawing())).catch(leaveDrawing);
