/** What the map knows between two scenes: one object that every module reads. */

export const state = {
  /** The Leaflet map; the scene that is shown; whether the data of the base have arrived, whether a scene is being drawn. */
  map: null, scene: null, ready: false, isDrawing: false,
  /** Drawn legs by id; names and places; looks and words. What was served, without a visitor's own data. */
  legs: new Map(), places: null, look: null, served: null,
  /** JSON text of the visitor's own places that are drawn at present. */
  adopted: "",
  /** Groups of what is drawn anew with each scene or view, and the SVG renderer of each pane. */
  nodes: null, labels: null, beside: null, badges: null, notes: null, numbers: null, svg: {},
  /** Paths of the ground, and lines of legs, by their look; areas round legs that answer to a pointer, by leg. */
  ground: {}, strands: new Map(), hits: new Map(),
  /** Discs of the scene by the id of their node or leg. */
  discs: new Map(), clusters: new Map(),
  /** The preset that was applied last; whether the visitor has chosen a view of their own, or is about to. */
  preset: null, own: false, touched: false,
  /** What was selected last, where the last click was, and how many there were. */
  followed: undefined, picked: null, clicks: 0,
  /** What the keyboard can reach: routes, places, lines; id of what has its focus, and of what opened a box. */
  stops: { numbers: [], nodes: [], legs: [] }, focus: null, asked: null,
  /** The small box of choices that was opened last. */
  box: null,
  /** Addresses of the layers; latitudes and longitudes of each river by its name. */
  urls: {}, rivers: null,
};
