/** Decides where the keyboard goes next on the map: rows of things, arrow keys from one to the next; pure arithmetic. */

/** Where a key leads within a row of some things. */
const ACROSS = {
  ArrowRight: (thing, count) => (thing + 1) % count, ArrowLeft: (thing, count) => (thing - 1 + count) % count,
  Home: () => 0, End: (thing, count) => count - 1,
};
const DOWN = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Give the next place.
 *
 * @param {number[]} rows how many things each row holds; rows without any are passed over
 * @param {[number, number]} place row and thing
 * @param {string} key name of the key
 * @returns {[number, number] | null} null if the key leads nowhere
 */
export function nextPlace(rows, place, key) {
  return key in ACROSS ? across(rows, place, key) : upOrDown(rows, place, key);
}

function across(rows, [row, thing], key) {
  const count = rows[row] || 0;
  return count ? [row, ACROSS[key](thing, count)] : null;
}

function upOrDown(rows, [row], key) {
  const way = DOWN[key];
  if (!way) return null;
  for (let next = row + way; next >= 0 && next < rows.length; next += way) {
    if (rows[next]) return [next, 0];
  }
  return null;
}
