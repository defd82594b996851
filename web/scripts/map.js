// The map on the places page: only where the operator has named tiles; the list beside it says the same.
import L from "leaflet";

const frame = document.querySelector("[data-map][data-tiles]");
const source = document.getElementById("map-points");
if (frame && source) {
  const points = JSON.parse(source.textContent);
  frame.hidden = false;
  document.querySelector(".point-map")?.setAttribute("hidden", "");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(frame, { scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still });
  L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution ?? "", maxZoom: 19 }).addTo(map);
  const marks = points.map((point) => {
    const mark = L.circleMarker([point.latitude, point.longitude],
      { radius: 10, weight: 3, dashArray: point.approximate ? "4 3" : null });
    const link = document.createElement("a");
    link.href = point.url;
    link.textContent = point.title;
    return mark.bindPopup(link).bindTooltip(point.title).addTo(map);
  });
  if (marks.length) map.fitBounds(L.featureGroup(marks).getBounds().pad(0.15), { maxZoom: 14 });
}
