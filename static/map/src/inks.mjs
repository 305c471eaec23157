/** Collects where lines are drawn in the frame, as points that lie close to each other. */

import { state } from "./state.mjs";

/** Distance of two points, in pixels. */
const STEP = 5, NEAR = 2;
/** How far lines on lanes lie from their legs, on every side. */
const LANES = [[5, 5], [5, -5], [-5, 5], [-5, -5]];
/** How far outside the frame a line still counts. */
const OUTSIDE = 40;

/** Give the points of lines that are drawn in full, and of those that are drawn faintly. */
export function inksOf(scene) {
  const looks = scene.alternatives.filter((route) => route.look).flatMap((route) => route.legs);
  const strong = new Set([...scene.legs, ...looks]);
  const weak = [...scene.context, ...scene.alternatives.flatMap((route) => route.legs)].filter((id) => !strong.has(id));
  const points = pointsOf(strong);
  // Lines on lanes lie a little beside their legs.
  const beside = looks.length ? points.flatMap((point) => LANES.map((lane) => point.add(lane))) : [];
  return { strong: [...points, ...beside], weak: pointsOf(new Set(weak)) };
}

/** Give the points of one line in the frame: latitudes and longitudes, nested where it has several parts. */
export function pointsAlong(places) {
  if (Array.isArray(places[0])) return places.flatMap(pointsAlong);
  const size = state.map.getSize();
  const field = L.bounds([-OUTSIDE, -OUTSIDE], [size.x + OUTSIDE, size.y + OUTSIDE]);
  return dense(places.map((place) => state.map.latLngToContainerPoint(place))).filter((point) => field.contains(point));
}

/** Put points between those that are far apart, and leave out those that are very near. */
function dense(points) {
  const found = points.slice(0, 1);
  let last = points[0];
  for (const point of points.slice(1)) {
    const far = last.distanceTo(point);
    if (far < NEAR) continue;
    const steps = Math.ceil(far / STEP);
    for (let step = 1; step <= steps; step += 1) found.push(last.add(point.subtract(last).multiplyBy(step / steps)));
    last = point;
  }
  return found;
}

function pointsOf(ids) {
  return [...ids].map((id) => state.legs.get(id)).filter(Boolean).flatMap((leg) => pointsAlong(leg.points));
}
