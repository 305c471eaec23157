/** Writes numbers with their units in the language of the map: no finer than their basis allows. */

/** Digits of what a source states. */
const STATED_DIGITS = 5;
/** Place of the word for what a source states. */
const STATED = 1;

/**
 * Write a typical value with its range and its basis.
 *
 * @param {number[]} numbers typical, low, high, place of the basis among its words: 1 where a source states them
 * @param {object} how `units`: patterns by unit and plural; `lang`; `basis`: words by place, or null;
 *   `digits` of what no source states; `unit`, or `inDaysFrom`: hours, from so many on in days
 */
export function bandText([typical, low, high, place], { units, lang, basis, digits, unit = "h", inDaysFrom = Infinity }) {
  const most = place === STATED ? STATED_DIGITS : digits;
  const isDays = unit === "h" && typical >= inDaysFrom;
  const [name, divisor] = isDays ? ["d", 24] : [unit, 1];
  const form = new Intl.NumberFormat(lang, { maximumSignificantDigits: most });
  const written = (value) => form.format(value / divisor);
  const plural = new Intl.PluralRules(lang).select(Number((typical / divisor).toPrecision(most)));
  const pattern = units[name][plural] || units[name].other;
  const range = written(low) === written(high) ? "" : ` (${written(low)}–${written(high)})`;
  const word = basis ? `, ${basis[place]}` : "";
  return pattern.replace("{value}", written(typical)) + range + word;
}
