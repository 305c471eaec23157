/** Puts discs together that would cover each other, and lists what such a disc counts: pure arithmetic. */

/** Nearer than this, in pixels, two discs are one. */
export const NEAR = 19;

/**
 * Put discs together that lie too near to each other; only those that count members.
 *
 * @param {{id: string, text: string, level: number, note: string, members: string[]}[]} discs the most important first
 * @param {(id: string) => ({x: number, y: number} | undefined)} pointOf where a node stands in the frame
 * @returns {object[]} discs as before; one that stands for several has the members of all and the strongest level
 */
export function clustered(discs, pointOf) {
  const kept = [];
  for (const disc of discs) {
    const point = disc.members.length ? pointOf(disc.id) : undefined;
    const near = point && kept.find((other) => other.point && Math.hypot(other.point.x - point.x, other.point.y - point.y) < NEAR);
    if (!near) {
      kept.push({ ...disc, point, with: [disc.id] });
      continue;
    }
    near.members = [...near.members, ...disc.members];
    near.text = String(near.members.length);
    near.level = Math.min(near.level, disc.level);
    near.with.push(disc.id);
  }
  return kept;
}
