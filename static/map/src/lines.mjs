/** Works out where along drawn legs something can stand: their middles, and runs of one mode. */

import { state } from "./state.mjs";

/** Give the middle of a drawn leg on screen and the leg's length in pixels; null for a leg without extent. */
export function middleOf(id) {
  const pixels = longestPart(state.legs.get(id).points).map((point) => state.map.latLngToContainerPoint(point));
  const steps = pixels.slice(1).map((point, index) => point.distanceTo(pixels[index]));
  const length = steps.reduce((sum, step) => sum + step, 0);
  let left = length / 2;
  for (const [index, step] of steps.entries()) {
    if (left <= step && step > 0) {
      const way = pixels[index + 1].subtract(pixels[index]);
      return { length, point: pixels[index].add(way.multiplyBy(left / step)) };
    }
    left -= step;
  }
  return null;
}

/** Give the middles of those legs that are drawn, each with the id of its leg. */
export function middlesOf(ids) {
  return ids.filter((id) => state.legs.has(id)).map((id) => ({ id, ...middleOf(id) })).filter((middle) => middle.point);
}

/** Group legs that follow each other by the same mode. */
export function runsOf(ids) {
  const runs = [];
  for (const id of ids) {
    const about = state.places.legs[id];
    if (!about || !state.legs.has(id)) continue;
    const last = runs.at(-1);
    const isJoined = last && last.mode === about.mode && about.ends.some((node) => last.ends.includes(node));
    if (isJoined) {
      last.legs.push(id);
      last.ends = about.ends;
    } else {
      runs.push({ mode: about.mode, legs: [id], ends: about.ends });
    }
  }
  return runs;
}

/** Choose the part of a line in several parts that has the most points. */
function longestPart(points) {
  if (!Array.isArray(points[0])) return points;
  return points.reduce((longest, part) => (part.length > longest.length ? part : longest));
}
