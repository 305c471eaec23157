/** Reads and changes the address of the page that holds the map, if its origin is ours. */

import { readView } from "./view-key.mjs";

/** Give the view that the address names, or null. */
export function viewInAddress() {
  try {
    return readView(new URL(window.parent.location.href).searchParams.get("at") || "");
  } catch {
    return null; // another origin holds the page
  }
}

/** Change keys of the address in place, without a run of the page. */
export function changeAddress(change) {
  try {
    const url = new URL(window.parent.location.href);
    change(url.searchParams);
    window.parent.history.replaceState(window.parent.history.state, "", url);
  } catch { /* another origin holds the page: it keeps its own address */ }
}
