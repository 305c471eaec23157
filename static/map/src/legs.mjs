/** Keeps the legs and chooses how a scene shows them: in full, faintly, or not at all. */

import { drawBeside } from "./beside.mjs";
import { hitOf, keepHits, removeHits } from "./hits.mjs";
import { middleOf } from "./lines.mjs";
import { pick } from "./picks.mjs";
import { DISC, WIDTH } from "./settings.mjs";
import { state } from "./state.mjs";
import { drawStrands, removeStrands } from "./strands.mjs";
import { legTooltip, spoken } from "./words.mjs";

/** Keep the legs of a collection, ready to be shown. */
export function keepLegs(collection) {
  for (const feature of collection.features) {
    const leg = legOf(feature);
    state.legs.set(leg.id, leg);
  }
}

/** Take in a visitor's own nodes and lines: they come with the scene, never from an address, and lie over the served ones. */
export function adoptOwnPlaces(own) {
  const text = own ? JSON.stringify(own) : "";
  if (text === state.adopted) return;
  state.adopted = text;
  removeStrands();
  removeHits();
  const lines = own ? own.lines : {};
  state.legs = new Map(state.served.legs);
  keepLegs({ features: Object.keys(lines).map((id) => ({
    properties: { leg_id: id }, geometry: { type: "LineString", coordinates: lines[id] },
  })) });
  const served = state.served.places;
  state.places = own ? {
    ...served, nodes: { ...served.nodes, ...own.nodes }, legs: { ...served.legs, ...own.legs },
  } : served;
}

/** Show the legs of a scene: its own in full, those of other routes and of the context faintly. */
export function drawLegs(scene) {
  const others = legsOf(scene.alternatives.flatMap((route) => route.legs));
  const strong = legsOf(scene.legs).sort((first, second) => Number(first.id === scene.selected) - Number(second.id === scene.selected));
  const isStrong = new Set(strong), isOther = new Set(others);
  const weak = legsOf(scene.context).concat(others).filter((leg, index, all) => !isStrong.has(leg) && all.indexOf(leg) === index);
  drawStrands([
    ...weak.map((leg) => faintly(leg, isOther.has(leg))),
    ...strong.flatMap((leg) => inFull(leg, leg.id === scene.selected)),
  ]);
  keepHits([...weak, ...strong]);
  state.stops.legs = [...new Set([...legsOf(scene.legs), ...others])].map(stopOf);
  drawBeside(scene);
}

/** Give those legs of a list of ids that there are. */
function legsOf(ids) {
  return ids.map((id) => state.legs.get(id)).filter(Boolean);
}

/** Give a leg as a thing that the keyboard can reach. */
function stopOf(leg) {
  const middle = function () {
    const found = middleOf(leg.id);
    return found ? state.map.containerPointToLatLng(found.point) : leg.bounds.getCenter();
  };
  return {
    id: leg.id, element: () => hitOf(leg).getElement(), at: middle, open: () => pick(leg.id, "leg"), layer: () => hitOf(leg),
    label: () => spoken(legTooltip(leg)),
  };
}

/** Give a leg whose places and bounds are worked out when they are needed. */
function legOf({ geometry, properties, id }) {
  let points = null, bounds = null;
  return {
    id: properties.leg_id || id, fidelity: properties.fidelity,
    get points() {
      points ||= L.GeoJSON.coordsToLatLngs(geometry.coordinates, geometry.type === "LineString" ? 0 : 1);
      return points;
    },
    get bounds() {
      bounds ||= L.latLngBounds(this.points.flat());
      return bounds;
    },
  };
}

/** Give the line of a leg that is not on the route itself. */
function faintly(leg, isOther) {
  const mode = modeOf(leg);
  const look = {
    color: colourOf(mode), weight: isOther ? WIDTH.alternative : WIDTH.context, opacity: isOther ? 0.7 : 0.5, dashArray: mode.dash || null,
  };
  return { leg, pane: "context", look };
}

/** Give the lines of a leg in full: a border round it, the line, and the white inside of a schematic one. */
function inFull(leg, isSelected) {
  const mode = modeOf(leg), dashArray = mode.dash || null;
  const fidelity = state.look.fidelity[fidelityOf(leg)];
  const disc = state.discs.get(leg.id);
  const share = (isSchematic(leg) ? 1 : fidelity.width) * (disc ? DISC.widths[disc.level] : 1);
  const weight = WIDTH.emphasised * share + (isSelected ? WIDTH.selected : 0);
  const casing = { className: isSelected ? "casing selected" : "casing", lineCap: "round", weight: weight + WIDTH.casing + (isSelected ? 3 : 0) };
  const lines = [
    { leg, pane: "casing", look: { ...casing, opacity: 1 } },
    { leg, pane: "legs", look: { color: colourOf(mode), weight, opacity: fidelity.opacity, dashArray } },
  ];
  if (isSchematic(leg)) lines.push({ leg, pane: "legs", isOver: true, look: { className: "core", weight: weight * 0.45, opacity: 1, dashArray } });
  return lines;
}

function modeOf(leg) {
  return state.look.modes[state.places.legs[leg.id].mode];
}

function colourOf(mode) {
  return state.scene.dark ? mode.dark : mode.light;
}

function fidelityOf(leg) {
  return leg.fidelity || state.places.legs[leg.id].fidelity;
}

/** Tell whether a line is schematic. Such a line is hollow: the two ends are joined, the course is not known. */
function isSchematic(leg) {
  return fidelityOf(leg) === "schematic";
}
