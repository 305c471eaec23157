/** Reads and writes a view of the map as it stands in the address: latitude, longitude, zoom, as in `43.65_51.16_5.5`. */

const DEGREES = "(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)";
const VIEW = new RegExp(`^${DEGREES}_${DEGREES}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`);
const MAX_LAT = 85, MAX_LON = 180, MIN_ZOOM = 1, MAX_ZOOM = 14;

/** Read a view, or null where the text is none. `ui/link/key_values.py` reads the same. */
export function readView(text) {
  const found = VIEW.exec(text);
  if (!found) return null;
  const [lat, lon, zoom] = found.slice(1).map(Number);
  return isShowable(lat, lon, zoom) ? { lat: lat + 0, lon: lon + 0, zoom } : null;
}

/** Write a view, rounded and without needless zeros, or null where no link could hold it. */
export function writeView(view) {
  const values = [view.lat.toFixed(4), view.lon.toFixed(4), view.zoom.toFixed(2)].map(Number);
  return isShowable(...values) ? values.join("_") : null;
}

function isShowable(lat, lon, zoom) {
  return Math.abs(lat) <= MAX_LAT && Math.abs(lon) <= MAX_LON && zoom >= MIN_ZOOM && zoom <= MAX_ZOOM;
}
