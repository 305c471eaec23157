/** Keeps the lines of all legs and restyles them for a scene, so that nothing is drawn anew. */

import { drawBeside } from "./beside.mjs";
import { rendererOf } from "./layers.mjs";
import { middleOf } from "./lines.mjs";
import { pick } from "./picks.mjs";
import { DISC, WIDTH } from "./settings.mjs";
import { state } from "./state.mjs";
import { bindTip } from "./tips.mjs";
import { legTooltip, spoken } from "./words.mjs";

/** The parts of a leg; all but `context` show a leg that the scene emphasises. */
const PARTS = ["context", "casing", "line", "core", "hit"];

/** Keep the legs of a collection, ready to be shown. */
export function keepLegs(collection) {
  for (const pane of ["context", "casing", "legs", "hit"]) state.svg[pane] ||= rendererOf(pane);
  for (const feature of collection.features) {
    const leg = legOf(feature);
    bindTip(leg.hit, () => legTooltip(leg), { sticky: true });
    leg.hit.on("click", () => pick(leg.id, "leg"));
    leg.hit.on("mouseover", () => state.map.getContainer().classList.add("over-leg"));
    leg.hit.on("mouseout", () => state.map.getContainer().classList.remove("over-leg"));
    state.legs.set(leg.id, leg);
  }
}

/** Take in a visitor's own nodes and lines: they come with the scene, never from an address, and lie over the served ones. */
export function adoptOwnPlaces(own) {
  const text = own ? JSON.stringify(own) : "";
  if (text === state.adopted) return;
  state.adopted = text;
  const lines = own ? own.lines : {};
  state.legs.forEach((leg, id) => {
    if (leg !== state.served.legs.get(id) || lines[id]) PARTS.forEach((part) => leg[part].remove());
  });
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
  const emphasised = new Set(scene.legs);
  const faint = new Set(scene.context);
  const others = new Set(scene.alternatives.flatMap((route) => route.legs));
  state.legs.forEach(function (leg, id) {
    const isStrong = emphasised.has(id);
    const isOther = !isStrong && others.has(id);
    const isWeak = !isStrong && (isOther || faint.has(id));
    setShown(leg.context, isWeak);
    setShown(leg.casing, isStrong);
    setShown(leg.line, isStrong);
    setShown(leg.core, isStrong && isSchematic(leg));
    setShown(leg.hit, isStrong || isWeak);
    if (isStrong) styleInFull(leg, id === scene.selected);
    else if (isWeak) styleFaintly(leg, isOther);
  });
  const reachable = [...new Set([...scene.legs, ...scene.alternatives.flatMap((route) => route.legs)])];
  state.stops.legs = reachable.map((id) => state.legs.get(id)).filter(Boolean).map(stopOf);
  drawBeside(scene);
  raise(scene.legs, ["line", "core", "hit"]);
  if (emphasised.has(scene.selected)) raise([scene.selected], ["casing", "line", "core"]);
}

/** Give a leg as a thing that the keyboard can reach. */
function stopOf(leg) {
  const middle = function () {
    const found = middleOf(leg.id);
    return found ? state.map.containerPointToLatLng(found.point) : leg.line.getBounds().getCenter();
  };
  return {
    id: leg.id, element: () => leg.hit.getElement(), at: middle, open: () => pick(leg.id, "leg"), layer: leg.hit,
    label: () => spoken(legTooltip(leg)),
  };
}

function legOf(feature) {
  const { geometry, properties } = feature;
  const points = L.GeoJSON.coordsToLatLngs(geometry.coordinates, geometry.type === "LineString" ? 0 : 1);
  const part = (pane, extra) => L.polyline(points, {
    pane, renderer: state.svg[pane], interactive: false, lineCap: "butt", smoothFactor: 1, ...extra,
  });
  return {
    id: properties.leg_id || feature.id, fidelity: properties.fidelity,
    context: part("context"), casing: part("casing", { className: "casing", lineCap: "round" }), line: part("legs"),
    core: part("legs", { className: "core" }),
    hit: part("hit", { interactive: true, weight: WIDTH.hit, opacity: 0, className: "hit", bubblingMouseEvents: false }),
  };
}

function styleFaintly(leg, isOther) {
  const mode = modeOf(leg);
  leg.context.setStyle({
    color: colourOf(mode), weight: isOther ? WIDTH.alternative : WIDTH.context, opacity: isOther ? 0.7 : 0.5,
    dashArray: mode.dash || null,
  });
}

function styleInFull(leg, isSelected) {
  const mode = modeOf(leg), dashArray = mode.dash || null;
  const fidelity = state.look.fidelity[fidelityOf(leg)];
  const disc = state.discs.get(leg.id);
  const share = (isSchematic(leg) ? 1 : fidelity.width) * (disc ? DISC.widths[disc.level] : 1);
  const weight = WIDTH.emphasised * share + (isSelected ? WIDTH.selected : 0);
  if (isSchematic(leg)) leg.core.setStyle({ weight: weight * 0.45, opacity: 1, dashArray });
  leg.line.setStyle({ color: colourOf(mode), weight, opacity: fidelity.opacity, dashArray });
  leg.casing.setStyle({ weight: weight + WIDTH.casing + (isSelected ? 3 : 0), opacity: 1 });
  leg.casing.getElement()?.classList.toggle("selected", isSelected);
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

function setShown(layer, wanted) {
  const isShown = state.map.hasLayer(layer);
  if (wanted && !isShown) layer.addTo(state.map);
  if (!wanted && isShown) layer.remove();
}

function raise(ids, parts) {
  ids.map((id) => state.legs.get(id)).filter(Boolean).forEach((leg) => parts.forEach((part) => leg[part].bringToFront()));
}
