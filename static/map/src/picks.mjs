/** Tells the page what was clicked: a leg, a node, a route, or an end of a journey. */

import { state } from "./state.mjs";

export function pick(id, kind) {
  state.clicks += 1;
  state.picked = id;
  window.Streamlit.setComponentValue({ id, kind, n: state.clicks });
}
