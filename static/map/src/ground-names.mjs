/** Wishes for the names of the ground: countries, capitals, seas and rivers. */

import { pointsAlong } from "./inks.mjs";
import { boxAround, boxesOfName } from "./placement.mjs";
import { COUNTRY, COUNTRY_SHIFTS, GROUND } from "./settings.mjs";
import { state } from "./state.mjs";
import { inLanguage, textElement, widthOf } from "./words.mjs";

/** Keep off all lines, then off those in full; a name of the ground that covers a route is not written. */
const OFF_LINES = [["strong", "weak"], ["strong"]];

/** Wish for the name of each country on the best of its spots that is seen. */
export function countryWishes() {
  return state.places.countries.map((country) => spotWish(country.spots, inLanguage(country.names), "map-country", COUNTRY.margin));
}

/** Wish for the name of each sea. */
export function seaWishes() {
  return seen(state.places.seas).map((sea) => spotWish(sea.spots, inLanguage(sea.names), "map-water", GROUND.margin));
}

/** Wish for the name of each river on a stretch of it that is seen. */
export function riverWishes() {
  if (!state.rivers) return [];
  return Object.entries(state.places.rivers).filter(([, river]) => isNear(river)).map(function ([name, river]) {
    const text = inLanguage(river.names), width = widthOf(text) + GROUND.pad;
    const points = pointsAlong(state.rivers.get(name) || []);
    const every = Math.max(1, Math.floor(points.length / GROUND.tries)), middle = Math.floor(points.length / 2);
    const tried = points.map((point, index) => [Math.abs(index - middle), point]).filter(([far]) => far % every === 0)
      .sort(([near], [far]) => near - far).map(([, point]) => point);
    const boxes = tried.flatMap((point) => boxesOfName(point, width, GROUND.height, GROUND.gap).slice(0, 4));
    return wish(boxes, text, "map-water", GROUND.margin, width, GROUND.height);
  });
}

/** Wish for a dot and a name for each capital that the scene does not show itself. */
export function capitalWishes(nodes) {
  return seen(state.places.capitals).map((capital) => ({ capital, point: state.map.latLngToContainerPoint(capital.at) }))
    .filter(({ point }) => nodes.every((node) => node.point.distanceTo(point) > GROUND.apart))
    .map(function ({ capital, point }) {
      const text = inLanguage(capital.names), width = widthOf(text) + 2;
      const boxes = boxesOfName(point, width, GROUND.height, GROUND.dot).slice(0, 8);
      const found = wish(boxes, text, "map-capital", GROUND.margin, width, GROUND.height);
      const draw = found.draw;
      found.draw = function (choice) {
        draw(choice);
        drawText("", "map-dot", boxAround(point, GROUND.dot));
      };
      return found;
    });
}

function spotWish(places, text, className, margin) {
  const width = (widthOf(text) * 0.62 + 6) * 2;
  const points = places.map((place) => state.map.latLngToContainerPoint(place));
  const boxes = COUNTRY_SHIFTS.flatMap((shift) => points.map((point) => boxAround(point.add(shift), width, COUNTRY.height)));
  return wish(boxes, text, className, margin, width, COUNTRY.height);
}

function wish(boxes, text, className, margin) {
  return { boxes, margin, shuns: OFF_LINES, draw: (choice) => drawText(text, className, boxes[choice]) };
}

function drawText(text, className, box) {
  const icon = L.divIcon({ className, html: textElement(text), iconSize: [box[2] - box[0], box[3] - box[1]] });
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  L.marker(state.map.containerPointToLatLng(middle), { icon, pane: "names", interactive: false, keyboard: false }).addTo(state.labels);
}

function seen(things) {
  return things.filter(isNear);
}

function isNear(thing) {
  return state.map.getZoom() >= thing.from;
}
