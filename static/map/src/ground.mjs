/** Gives the kind of layer that draws a ready path: moved and scaled with the map, never projected or simplified here. */

let Ready = null;

/** Give a layer that draws a path in pixels of a zoom step. */
export function readyPath(path, zoom, options) {
  Ready ||= readyClass();
  return new Ready(path, zoom, { interactive: false, ...options });
}

function readyClass() {
  return L.Path.extend({
    initialize(path, zoom, options) {
      L.setOptions(this, options);
      Object.assign(this, { _steps: path, _zoom: zoom, _drawn: null, _placed: null });
    },
    /** Draw another path in the place of this one, at once. */
    change(path, zoom) {
      Object.assign(this, { _steps: path, _zoom: zoom });
      if (this._map) this._update();
    },
    _project() { /* the path is projected already */ },
    _update() {
      const element = this._path, map = this._map;
      if (this._drawn !== this._steps) element.setAttribute("d", this._steps || "M0 0");
      const scale = map.getZoomScale(map.getZoom(), this._zoom), origin = map.getPixelOrigin();
      const placed = `matrix(${scale} 0 0 ${scale} ${-origin.x} ${-origin.y})`;
      if (this._placed !== placed || this._drawn !== this._steps) element.setAttribute("transform", placed);
      Object.assign(this, { _drawn: this._steps, _placed: placed });
    },
  });
}
