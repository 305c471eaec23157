/** Sizes, distances and the order of panes: the numbers that decide how the map looks. */

/** Panes with their place in the pile, the lowest first. */
export const PANES = [
  ["land", 210], ["water", 220], ["rail", 230], ["borders", 240], ["names", 250],
  ["context", 410], ["casing", 420], ["legs", 430], ["hit", 440], ["nodes", 450], ["badges", 460], ["labels", 470], ["notes", 475],
  ["numbers", 480],
];

/** Panes whose drawings answer to a pointer. */
export const REACHABLE_PANES = ["hit", "nodes", "numbers"];

/** Widths of the parts of a leg, in pixels. */
export const WIDTH = { emphasised: 4.2, alternative: 2.2, context: 1.5, casing: 3.2, hit: 16, selected: 1.5 };

/** Numbers of routes, and the letters at both ends. */
export const NUMBER = { size: 22, end: 24 };

/** When and how the map flies to what was selected elsewhere on the page. */
export const FOLLOW = { least: 70, zoom: 7.5, seconds: 0.6 };

/** By how much of its size the region of all corridors is widened before what lies outside it is left out of the view. */
export const REGION = 0.12;

/** The smallest frame in which bounds can be fitted, and the zoom until then. */
export const FRAME = { least: 90, zoom: 3 };

/** Names of places: height, distance from their place, distance from each other. */
export const LABEL = { height: 16, gap: 7, margin: 3 };

/** Notes of a visitor: width of a line, height of a line, room round the text. */
export const NOTE = { width: 190, row: 16, pad: 6 };

/** Discs: size, and by their level the factor on the width of a leg. */
export const DISC = { size: 20, widths: { 1: 1.9, 2: 1.5, 3: 1.2, 4: 1 } };

/** Symbols of modes: size, and the shortest leg that carries one. */
export const BADGE = { size: 20, least: 64 };

/** Signs of a state and marks of a scene: size, and the shortest leg that carries one. */
export const SIGN = { size: 16, least: 24 };

/** Names of countries: distance from everything that is placed after them. */
export const COUNTRY = { height: 18, margin: 8 };

/** Names of waters and capitals: sizes and distances, how many places along a river are tried, how far from a node. */
export const GROUND = { height: 15, margin: 4, pad: 4, gap: 3, dot: 5, tries: 9, apart: 18 };

/** From which zoom on the ground is drawn in full detail. */
export const NEAR_FROM = 6;

/** From which zoom on railways are drawn that are none of our legs. */
export const RAILWAYS_FROM = 5.5;

/** Where a mark may stand beside its node. */
export const MARK_SHIFTS = [[0, -14], [0, 14], [-14, 0], [14, 0], [-12, -12], [12, -12]];

/** Where the name of a country may stand, from its middle. */
export const COUNTRY_SHIFTS = [[0, 0], [0, -16], [0, 16]];
