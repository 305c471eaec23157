/** Gives tooltips that wrap and stay inside the map. */

import { shiftInside } from "./placement.mjs";
import { state } from "./state.mjs";

let Tip = null;

/** Bind a tooltip to a drawn thing; its content is asked for when it opens. */
export function bindTip(layer, content, options) {
  Tip ||= tipClass();
  const tip = new Tip({ direction: "top", className: "map-tip", ...options });
  tip.setContent(content);
  layer.bindTooltip(tip);
  // Leaflet listens for the focus of what has a tooltip, and browsers make a stop of the Tab key of each such line.
  const leaveOut = () => layer.getElement()?.setAttribute("tabindex", "-1");
  layer.on("add", leaveOut);
  leaveOut();
}

function tipClass() {
  return L.Tooltip.extend({
    _setPosition(position) {
      L.Tooltip.prototype._setPosition.call(this, position);
      const element = this._container, map = this._map;
      const corner = map.layerPointToContainerPoint(L.DomUtil.getPosition(element));
      const margins = [parseFloat(getComputedStyle(element).marginLeft) || 0, parseFloat(getComputedStyle(element).marginTop) || 0];
      const left = corner.x + margins[0], top = corner.y + margins[1];
      const [across, down] = shiftInside([left, top, left + element.offsetWidth, top + element.offsetHeight], state.map.getSize());
      if (across || down) L.DomUtil.setPosition(element, L.DomUtil.getPosition(element).add([across, down]));
      element.classList.toggle("moved", Boolean(across || down));
    },
  });
}
