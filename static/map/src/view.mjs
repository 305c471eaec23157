/** Decides what part of the world is seen: the view of the address, a preset, the whole scene, or what was selected. */

import { viewInAddress } from "./address.mjs";
import { FOLLOW, FRAME, REGION } from "./settings.mjs";
import { state } from "./state.mjs";

/** Apply the view of a new scene; a view of the visitor's own stays. */
export function applyView(scene) {
  const isFirst = state.preset === null;
  const isChanged = state.preset !== scene.preset;
  state.preset = scene.preset;
  if (isFirst) {
    showFirst(scene);
  } else if (isChanged) {
    state.own = false;
    fit(scene.preset, true);
  } else if (!state.own && scene.preset === "whole" && !state.map.getBounds().pad(0.02).contains(wholeBounds())) {
    fit("whole", true);
  }
}

/** Fit a preset into the frame. */
export function fit(preset, isAnimated) {
  state.touched = false;
  const animate = isAnimated && !isStill();
  const bounds = preset === "whole" ? wholeBounds() : L.latLngBounds(state.look.presets[preset].bounds);
  // A single place has no extent of its own: without a limit Leaflet would come infinitely near.
  const margins = { paddingTopLeft: [16, 44], paddingBottomRight: [16, 16] };
  // Without a reset Leaflet moves to a view of the same zoom by whole pixels: where it ends would hang on where it was.
  if (isRoomy()) state.map.fitBounds(bounds, { animate, reset: !animate, maxZoom: FOLLOW.zoom, ...margins });
  else state.map.setView(bounds.getCenter(), FRAME.zoom, { animate: false, reset: true });
}

/** Bring a step that was chosen elsewhere on the page into view; one that was clicked here is there already. */
export function followSelection(scene) {
  if (!isNewElsewhere(scene.selected || scene.place || null) || !isRoomy()) return;
  const bounds = boundsOfSelection(scene);
  if (!bounds || (isLarge(bounds) && state.map.getBounds().pad(-0.06).contains(bounds))) return;
  state.touched = true;
  state.map.flyToBounds(bounds.pad(0.5), { maxZoom: FOLLOW.zoom, animate: !isStill(), duration: FOLLOW.seconds });
}

/** Tell whether the visitor wants nothing to move. */
function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function showFirst(scene) {
  const view = viewInAddress();
  if (!view) {
    fit(scene.preset, false);
    return;
  }
  state.own = true;
  state.map.setView([view.lat, view.lon], view.zoom, { animate: false });
}

/** Tell whether a selection is another than before, made outside the map; what is selected first is in the first view. */
function isNewElsewhere(wanted) {
  const isFirst = state.followed === undefined;
  const isHere = state.picked === wanted;
  const isMoved = wanted !== state.followed;
  state.followed = wanted;
  state.picked = null;
  return Boolean(wanted) && isMoved && !isFirst && !isHere;
}

/** Tell whether margins fit into the frame; one that is not laid out yet is fitted when it gets its size. */
function isRoomy() {
  const size = state.map.getSize();
  return size.x > FRAME.least && size.y > FRAME.least;
}

function boundsOfSelection(scene) {
  const leg = state.legs.get(scene.selected), node = state.places.nodes[scene.place];
  if (leg) return leg.bounds;
  return node ? L.latLngBounds([node.at, node.at]) : null;
}

function isLarge(bounds) {
  const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => state.map.latLngToContainerPoint(corner));
  return corners[0].distanceTo(corners[1]) >= FOLLOW.least || state.map.getZoom() >= FOLLOW.zoom - 0.5;
}

/** Give the part of bounds that lies within others. */
function within(bounds, others) {
  return L.latLngBounds(
    [Math.max(bounds.getSouth(), others.getSouth()), Math.max(bounds.getWest(), others.getWest())],
    [Math.min(bounds.getNorth(), others.getNorth()), Math.min(bounds.getEast(), others.getEast())]);
}

function wholeBounds() {
  const bounds = L.latLngBounds([]);
  const ids = [...state.scene.legs, ...state.scene.alternatives.flatMap((route) => route.legs)];
  ids.map((id) => state.legs.get(id)).filter(Boolean).forEach((leg) => bounds.extend(leg.bounds));
  state.scene.nodes.map((id) => state.places.nodes[id]).filter(Boolean).forEach((node) => bounds.extend(node.at));
  // Without a journey what lies far from the corridor is left to those who zoom out: it would make all the rest small.
  const region = L.latLngBounds(state.look.presets.whole.bounds).pad(REGION);
  const place = state.places.nodes[state.scene.place];
  const isJourney = state.scene.origin || state.scene.destination || (place && !region.contains(place.at));
  if (!isJourney && bounds.isValid() && bounds.intersects(region)) return within(bounds, region);
  return bounds.isValid() ? bounds : L.latLngBounds(state.look.presets.whole.bounds);
}
