// A map to move in, in the place of the drawn one, on pages whose operator has named a tile server.
// The drawn map holds the points; it comes back where no tile arrives. The list beside the map says the same.
import { circleMarker, latLngBounds, map as createMap, tileLayer } from "leaflet/dist/leaflet-src.esm.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const touch = matchMedia("(pointer: coarse)").matches;

function asText(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}

function label(point) {
  const { title, url } = point.dataset;
  const element = document.createElement(url ? "a" : "span");
  element.textContent = title;
  if (url) element.href = url;
  return element;
}

function show(figure) {
  const drawing = figure.querySelector("svg");
  const points = [...drawing.querySelectorAll("circle[data-latitude]")];
  const box = document.createElement("div");
  box.className = "live-map";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", drawing.getAttribute("aria-label"));
  drawing.before(box);
  drawing.setAttribute("hidden", "");
  const at = (point) => [Number(point.dataset.latitude), Number(point.dataset.longitude)];
  // One finger scrolls the page; two move the map.
  const map = createMap(box, { scrollWheelZoom: false, dragging: !touch, zoomAnimation: !calm, fadeAnimation: !calm,
    markerZoomAnimation: !calm });
  map.attributionControl.setPrefix(false);
  map.fitBounds(latLngBounds(points.map(at)), { padding: [40, 40], maxZoom: points.length > 1 ? 14 : 15, animate: false });
  const tiles = tileLayer(figure.dataset.tiles, { maxZoom: 19, referrerPolicy: "origin",
    attribution: asText(figure.dataset.attribution || "\u00a9 OpenStreetMap") });
  let arrived = false;
  tiles.on("tileload", () => { arrived = true; });
  tiles.on("tileerror", () => {
    if (arrived || !box.isConnected) return;
    map.remove();
    box.remove();
    drawing.removeAttribute("hidden");
  });
  tiles.addTo(map);
  for (const point of points) {
    const approximate = point.classList.contains("approximate");
    circleMarker(at(point), { radius: 9, weight: 3, color: "#fff", fillColor: "#0062ba", fillOpacity: approximate ? 0.55 : 1,
      dashArray: approximate ? "4 3" : undefined }).bindPopup(label(point)).addTo(map);
  }
}

for (const figure of document.querySelectorAll(".point-map[data-tiles]")) show(figure);
