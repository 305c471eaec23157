/* Draws the route map inside the folium frame: base layers once, then scenes that restyle the legs in place. */
(function () {
  "use strict";

  const PANES = [
    ["land", 210], ["water", 220], ["rail", 230], ["borders", 240], ["names", 250],
    ["context", 410], ["casing", 420], ["legs", 430], ["hit", 440], ["nodes", 450], ["badges", 460], ["labels", 470],
    ["numbers", 480],
  ];
  const REACHABLE = ["hit", "nodes", "numbers"];
  const WIDTH = { emphasised: 4.2, alternative: 2.2, context: 1.5, casing: 3.2, hit: 16, selected: 1.5 };
  const NUMBER = { size: 22, end: 24 };
  const FOLLOW = { least: 70, zoom: 7.5, seconds: 0.6 };
  const FRAME = { least: 90, zoom: 3 };
  const LABEL = { height: 16, gap: 7, margin: 3 };
  const DISC = { size: 20, widths: { 1: 1.9, 2: 1.5, 3: 1.2, 4: 1 } };
  const BADGE = { size: 20, from: 64 };
  const MARK_SHIFTS = [[0, -14], [0, 14], [-14, 0], [14, 0], [-12, -12], [12, -12]];
  const COUNTRY_SHIFTS = [[0, 0], [0, -22], [0, 22], [-36, 0], [36, 0]];
  const OWN_VIEW = /^(-?\d{1,3}(?:\.\d{1,4})?)_(-?\d{1,3}(?:\.\d{1,4})?)_(\d{1,2}(?:\.\d{1,2})?)$/;

  const state = {
    map: null, ready: false, scene: null, legs: new Map(), places: null, look: null,
    nodes: null, labels: null, beside: null, badges: null, numbers: null, discs: new Map(), preset: null, clicks: 0, followed: undefined, picked: null, touched: false, own: false,
    svg: {}, served: null, adopted: "",
  };

  /* ---- start: called once by the base script, whose bytes never change ---- */

  function start(map, urls) {
    performance.mark("map-start");
    state.map = map;
    PANES.forEach(function (pane) {
      const element = map.createPane(pane[0]);
      element.style.zIndex = pane[1];
      if (!REACHABLE.includes(pane[0])) element.style.pointerEvents = "none";
    });
    state.nodes = L.layerGroup().addTo(map);
    state.labels = L.layerGroup().addTo(map);
    state.beside = L.layerGroup().addTo(map);
    state.badges = L.layerGroup().addTo(map);
    state.numbers = L.layerGroup().addTo(map);
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    keepFrame(map);
    keepManners(map);
    keepAddress(map);
    const asked = {};
    Object.keys(urls).forEach((name) => { asked[name] = load(name, urls[name]); });
    Promise.all([asked.legs, asked.places, asked.look, asked.countries]).then(function (answers) {
      performance.mark("map-data");
      keepLegs(answers[0]);
      state.places = answers[1];
      state.served = { legs: new Map(state.legs), places: answers[1] };
      state.look = answers[2];
      state.ready = true;
      if (state.scene) draw();
      drawGround("countries", answers[3]);
      performance.mark("map-drawn");
      // The rest of the ground follows one by one, so that the routes are there first.
      return ["borders", "disputed", "lakes", "rivers", "railways"].filter((name) => asked[name]).reduce(
        (before, name) => before.then(() => asked[name]).then(rested).then((data) => drawGround(name, data)), Promise.resolve());
    }).catch(function (error) {
      const note = document.createElement("p");
      note.className = "map-fault";
      note.textContent = "The map could not be loaded (" + error.message + ").";
      map.getContainer().append(note);
      console.error(error);
    });
  }

  function load(name, url) {
    return fetch(url).then(function (answer) {
      if (!answer.ok) throw new Error(name + ": " + answer.status);
      return answer.json();
    });
  }

  function rested(data) {
    return new Promise((resolve) => window.setTimeout(() => resolve(data), 0));
  }

  const LINE = { fill: false, smoothFactor: 1.5 };
  const AREA = { stroke: false, smoothFactor: 1.2 };
  const GROUND = {
    countries: ["land", "land", AREA], lakes: ["water", "lake", AREA], rivers: ["water", "river", LINE],
    railways: ["rail", "railway", LINE], borders: ["borders", "border", LINE], disputed: ["borders", "border disputed", LINE],
  };

  function drawGround(name, data) {
    const [pane, className, look] = GROUND[name];
    const style = Object.assign({ className: className }, look);
    L.geoJSON(data, {
      pane: pane, renderer: L.svg({ pane: pane, padding: 0.5 }), interactive: false, style: () => style,
    }).addTo(state.map);
  }

  function keepLegs(collection) {
    const svg = state.svg;
    ["context", "casing", "legs", "hit"].forEach((pane) => { svg[pane] = svg[pane] || L.svg({ pane: pane, padding: 0.5 }); });
    collection.features.forEach(function (feature) {
      const id = feature.properties.leg_id || feature.id;
      const points = L.GeoJSON.coordsToLatLngs(feature.geometry.coordinates, feature.geometry.type === "LineString" ? 0 : 1);
      const part = (pane, extra) => L.polyline(points, Object.assign(
        { pane: pane, renderer: svg[pane], interactive: false, lineCap: "butt", smoothFactor: 1 }, extra));
      const leg = {
        id: id, fidelity: feature.properties.fidelity,
        context: part("context"), casing: part("casing", { className: "casing", lineCap: "round" }), line: part("legs"),
        core: part("legs", { className: "core" }),
        hit: part("hit", { interactive: true, weight: WIDTH.hit, opacity: 0, className: "hit", bubblingMouseEvents: false }),
      };
      leg.hit.bindTooltip(() => legTooltip(leg), { sticky: true, direction: "top", className: "map-tip" });
      leg.hit.on("click", () => pick(id, "leg"));
      leg.hit.on("mouseover", () => state.map.getContainer().classList.add("over-leg"));
      leg.hit.on("mouseout", () => state.map.getContainer().classList.remove("over-leg"));
      state.legs.set(id, leg);
    });
  }

  /* A visitor's own nodes and lines come with the scene, never from an address, and lie over the served ones. */
  function adopt(own) {
    const mark = own ? JSON.stringify(own) : "";
    if (mark === state.adopted) return;
    state.adopted = mark;
    const lines = own ? own.lines : {};
    const hide = (leg) => ["context", "casing", "line", "core", "hit"].forEach((part) => leg[part].remove());
    state.legs.forEach((leg, id) => { if (leg !== state.served.legs.get(id) || lines[id]) hide(leg); });
    state.legs = new Map(state.served.legs);
    keepLegs({ features: Object.keys(lines).map((id) => ({
      properties: { leg_id: id }, geometry: { type: "LineString", coordinates: lines[id] },
    })) });
    const served = state.served.places;
    state.places = own ? Object.assign({}, served, {
      nodes: Object.assign({}, served.nodes, own.nodes), legs: Object.assign({}, served.legs, own.legs),
    }) : served;
  }

  /* ---- show: called by the dynamic part on every change ---- */

  function show(scene) {
    state.scene = scene;
    dress(scene);
    if (state.ready) draw();
  }

  function dress(scene) {
    const root = document.documentElement;
    root.dataset.theme = scene.dark ? "dark" : "light";
    root.lang = scene.lang;
    const container = state.map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", scene.title);
    try {
      window.frameElement.title = scene.title;
    } catch (error) { /* another origin holds the page: nothing to dress there */ }
  }

  function draw() {
    const scene = state.scene;
    adopt(scene.own);
    state.discs = new Map((scene.discs || []).map((disc) => [disc[0], { id: disc[0], text: disc[1], level: disc[2], note: disc[3] }]));
    const words = state.look.words[scene.lang];
    const emphasised = new Set(scene.legs);
    const faint = new Set(scene.context);
    const others = new Set(scene.alternatives.flatMap((one) => one.legs));
    state.legs.forEach(function (leg, id) {
      const strong = emphasised.has(id);
      const other = !strong && others.has(id);
      const weak = !strong && (other || faint.has(id));
      put(leg.context, weak);
      put(leg.casing, strong);
      put(leg.line, strong);
      put(leg.core, strong && isSchematic(leg));
      put(leg.hit, strong || weak);
      if (strong || weak) restyle(leg, strong, id === scene.selected, other);
    });
    drawBeside(scene);
    scene.legs.forEach((id) => { const leg = state.legs.get(id); if (leg) { leg.line.bringToFront(); leg.core.bringToFront(); leg.hit.bringToFront(); } });
    const chosen = state.legs.get(scene.selected);
    if (chosen && emphasised.has(scene.selected)) { chosen.casing.bringToFront(); chosen.line.bringToFront(); chosen.core.bringToFront(); }
    drawNodes(scene);
    drawPresets(scene, words);
    placeView(scene);
    followSelection(scene);
    markPreset();
    placeLabels();
  }

  /* Routes with a look of their own lie over each other, the widest lowest, so that all are seen where they share a leg. */
  function drawBeside(scene) {
    state.beside.clearLayers();
    scene.alternatives.filter((one) => one.look).sort((one, other) => other.look.weight - one.look.weight).forEach(function (one) {
      one.legs.map((id) => state.legs.get(id)).filter(Boolean).forEach(function (leg) {
        L.polyline(leg.line.getLatLngs(), Object.assign({
          pane: "legs", renderer: state.svg.legs, interactive: false, lineCap: "butt", smoothFactor: 1, className: "beside",
        }, one.look)).addTo(state.beside);
      });
    });
  }

  function put(layer, wanted) {
    const present = state.map.hasLayer(layer);
    if (wanted && !present) layer.addTo(state.map);
    if (!wanted && present) layer.remove();
  }

  function restyle(leg, strong, selected, other) {
    const about = state.places.legs[leg.id];
    const mode = state.look.modes[about.mode];
    const fidelity = state.look.fidelity[leg.fidelity || about.fidelity];
    const colour = state.scene.dark ? mode.dark : mode.light;
    if (!strong) {
      const weight = other ? WIDTH.alternative : WIDTH.context;
      leg.context.setStyle({ color: colour, weight: weight, opacity: other ? 0.7 : 0.5, dashArray: mode.dash || null });
      return;
    }
    const width = isSchematic(leg) ? 1 : fidelity.width;
    const weight = WIDTH.emphasised * width * (state.discs.has(leg.id) ? DISC.widths[state.discs.get(leg.id).level] : 1) + (selected ? WIDTH.selected : 0);
    if (isSchematic(leg)) leg.core.setStyle({ weight: weight * 0.45, opacity: 1, dashArray: mode.dash || null });
    leg.line.setStyle({ color: colour, weight: weight, opacity: fidelity.opacity, dashArray: mode.dash || null });
    leg.casing.setStyle({ weight: weight + WIDTH.casing + (selected ? 3 : 0), opacity: 1 });
    const path = leg.casing.getElement();
    if (path) path.classList.toggle("selected", selected);
  }

  /* A schematic line is hollow: it says that the two ends are joined, not where the way runs. */
  function isSchematic(leg) {
    return (leg.fidelity || state.places.legs[leg.id].fidelity) === "schematic";
  }

  /* ---- nodes, labels, badges ---- */

  function drawNodes(scene) {
    state.nodes.clearLayers();
    const around = scene.around.filter((id) => !scene.nodes.includes(id));
    [...around, ...scene.nodes].forEach(function (id) {
      const node = state.places.nodes[id];
      if (!node) return;
      const faint = around.includes(id);
      const chosen = id === scene.place;
      const marker = L.circleMarker(node.at, {
        pane: "nodes", radius: chosen ? 7 : faint ? 2.6 : node.kind === "city" ? 5 : 3.8, weight: chosen ? 4 : faint ? 1 : 1.6,
        className: "node node-" + node.kind + (faint ? " faint" : "") + (chosen ? " selected" : ""),
        fillOpacity: 1, bubblingMouseEvents: false,
      });
      marker.bindTooltip(() => tip([[name(id), "strong"], [noteOf(id)], [state.look.words[scene.lang].kinds[node.kind], noteOf(id) && "small"]]),
        { direction: "top", className: "map-tip" });
      marker.on("click", () => (scene.askEnds ? askEnd(id) : pick(id, "node")));
      state.nodes.addLayer(marker);
    });
    [["origin", "A"], ["destination", "B"]].forEach(function (end) {
      const node = state.places.nodes[scene[end[0]]];
      if (!node) return;
      const icon = L.divIcon({ className: "map-end map-" + end[0], html: end[1], iconSize: [NUMBER.end, NUMBER.end] });
      L.marker(node.at, { icon: icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.nodes);
    });
  }

  /* A click on a place asks whether the journey starts or ends there. */
  function askEnd(id) {
    const words = state.look.words[state.scene.lang];
    const box = document.createElement("div");
    const title = document.createElement("strong");
    title.textContent = name(id);
    const buttons = [["origin", words.from_here], ["destination", words.to_here]].map(function (end) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = end[1];
      button.addEventListener("click", function () { state.map.closePopup(); pick(id, end[0]); });
      return button;
    });
    box.append(title, ...buttons);
    L.popup({ className: "map-ask", closeButton: false, autoPan: false, offset: [0, -4] })
      .setLatLng(state.places.nodes[id].at).setContent(box).openOn(state.map);
    buttons[0].focus();
  }

  function placeLabels() {
    const scene = state.scene;
    if (!state.ready || !scene) return;
    state.labels.clearLayers();
    state.badges.clearLayers();
    state.numbers.clearLayers();
    const size = state.map.getSize();
    const taken = [];
    const free = (box) => box[0] > 2 && box[1] > 2 && box[2] < size.x - 2 && box[3] < size.y - 2 &&
      taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
    taken.push([0, 0, 44, 84]);
    [scene.origin, scene.destination].filter((id) => state.places.nodes[id]).forEach(function (id) {
      const point = state.map.latLngToContainerPoint(state.places.nodes[id].at), half = NUMBER.end / 2;
      taken.push([point.x - half, point.y - half, point.x + half, point.y + half]);
    });
    placeNumbers(scene, free, taken);
    placeDiscs(free, taken);
    const nodes = scene.nodes.filter((id) => state.places.nodes[id]).map(function (id) {
      const point = state.map.latLngToContainerPoint(state.places.nodes[id].at);
      return { id: id, point: point };
    }).filter((node) => node.point.x > -20 && node.point.y > -20 && node.point.x < size.x + 20 && node.point.y < size.y + 20);
    nodes.filter((node) => !state.discs.has(node.id)).forEach(
      (node) => taken.push([node.point.x - 3, node.point.y - 3, node.point.x + 3, node.point.y + 3]));
    placeMarks(scene, free, taken);
    nodes.forEach(function (node) {
      /* Projects have long names: their discs and tooltips tell them. */
      if (state.places.nodes[node.id].kind === "project" && node.id !== scene.place) return;
      const text = name(node.id);
      const wide = textWidth(text) + 2;
      const isEnd = [scene.origin, scene.destination, scene.place].includes(node.id);
      const found = positions(node.point, wide, isEnd ? NUMBER.end / 2 - 2 : state.discs.has(node.id) ? DISC.size / 2 - 3 : 0).find((box) => free(box));
      if (!found) return;
      taken.push(found.map((edge, index) => edge + (index < 2 ? -LABEL.margin : LABEL.margin)));
      addLabel(text, node, found, wide);
    });
    placeSigns(scene, free, taken);
    placeBadges(scene, free, taken);
    placeCountries(scene, free, taken);
  }

  /* Each route carries its number on a leg that is its own, if one is long enough; a click chooses the route. */
  function placeNumbers(scene, free, taken) {
    const users = new Map();
    scene.alternatives.forEach((one) => one.legs.forEach((id) => users.set(id, (users.get(id) || 0) + 1)));
    const size = state.map.getSize();
    const order = [...scene.alternatives].sort((one, other) => Number(other.id === scene.chosen) - Number(one.id === scene.chosen));
    order.forEach(function (one) {
      const spots = one.legs.filter((id) => state.legs.has(id)).map((id) => Object.assign({ shared: users.get(id) }, middle(id)))
        .filter((spot) => spot.point && spot.point.x > 0 && spot.point.y > 0 && spot.point.x < size.x && spot.point.y < size.y)
        .sort((first, second) => first.shared - second.shared || second.length - first.length);
      const half = NUMBER.size / 2;
      const box = (point) => [point.x - half, point.y - half, point.x + half, point.y + half];
      const spot = spots.find((found) => free(box(found.point)));
      if (!spot) return;
      taken.push(box(spot.point).map((edge, index) => edge + (index < 2 ? -LABEL.margin : LABEL.margin)));
      const chosen = one.id === scene.chosen;
      const icon = L.divIcon({ className: "map-number" + (chosen ? " chosen" : ""), html: plain(one.label), iconSize: [NUMBER.size, NUMBER.size] });
      const marker = L.marker(state.map.containerPointToLatLng(spot.point), { icon: icon, pane: "numbers", title: one.title, alt: one.title, keyboard: true });
      marker.on("click", () => pick(one.id, "route"));
      marker.addTo(state.numbers);
      const element = marker.getElement();
      element.setAttribute("aria-label", one.title);
      element.setAttribute("aria-pressed", String(chosen));
    });
  }

  /* A disc says in its text what its colour says; where there is no room, the place or leg stays without one. */
  function placeDiscs(free, taken) {
    const half = DISC.size / 2;
    state.discs.forEach(function (disc) {
      const node = state.places.nodes[disc.id];
      const spot = node ? state.map.latLngToContainerPoint(node.at) : state.legs.has(disc.id) && (middle(disc.id) || {}).point;
      if (!spot) return;
      const box = [spot.x - half, spot.y - half, spot.x + half, spot.y + half];
      if (!free(box)) return;
      taken.push(box);
      const icon = L.divIcon({ className: "map-disc level-" + disc.level, html: plain(disc.text), iconSize: [DISC.size, DISC.size] });
      L.marker(state.map.containerPointToLatLng(spot), { icon: icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.badges);
    });
  }

  function noteOf(id) {
    return state.discs.has(id) ? state.discs.get(id).note : "";
  }

  function placeCountries(scene, free, taken) {
    state.places.countries.forEach(function (country) {
      const text = country.names[scene.lang] || country.names.en;
      const point = state.map.latLngToContainerPoint(country.at);
      const half = textWidth(text) * 0.62 + 6;
      const spot = COUNTRY_SHIFTS.map((shift) => point.add(shift)).find((shifted) => free(
        [shifted.x - half, shifted.y - 9, shifted.x + half, shifted.y + 9]));
      if (!spot) return;
      taken.push([spot.x - half - 8, spot.y - 17, spot.x + half + 8, spot.y + 17]);
      const element = document.createElement("span");
      element.textContent = text;
      const icon = L.divIcon({ className: "map-country", html: element, iconSize: [half * 2, 18] });
      L.marker(state.map.containerPointToLatLng(spot), { icon: icon, pane: "names", interactive: false, keyboard: false }).addTo(state.labels);
    });
  }

  /* A leg that does not simply operate carries the sign of its state; a mark of the scene goes before it. */
  function placeSigns(scene, free, taken) {
    const marks = scene.marks || {};
    scene.legs.forEach(function (id) {
      const about = state.places.legs[id];
      const sign = about && !marks[id] && state.look.signs[about.status];
      if (sign) placeSign(state.legs.has(id) && middle(id), sign, "map-sign", free, taken);
    });
  }

  /* A mark of the scene stands at the middle of its leg, or beside its node, wherever there is room. */
  function placeMarks(scene, free, taken) {
    const marks = scene.marks || {};
    Object.keys(marks).forEach(function (id) {
      const node = state.places.nodes[id];
      const point = node && state.map.latLngToContainerPoint(node.at);
      const spots = node ? MARK_SHIFTS.map((shift) => ({ point: point.add(shift), length: 24 })) : [state.legs.has(id) && middle(id)];
      spots.some((spot) => placeSign(spot, state.look.marks[marks[id]], "map-sign map-mark " + marks[id], free, taken));
    });
  }

  function placeSign(spot, sign, className, free, taken) {
    if (!spot || spot.length < 24) return false;
    const box = [spot.point.x - 8, spot.point.y - 8, spot.point.x + 8, spot.point.y + 8];
    if (!free(box)) return false;
    taken.push(box);
    const element = document.createElement("span");
    element.textContent = sign;
    const icon = L.divIcon({ className: className, html: element, iconSize: [16, 16] });
    L.marker(state.map.containerPointToLatLng(spot.point), { icon: icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.badges);
    return true;
  }

  function positions(point, wide, extra) {
    const high = LABEL.height, gap = LABEL.gap + extra;
    const at = (x, y) => [x, y, x + wide, y + high];
    return [
      at(point.x + gap, point.y - high / 2), at(point.x - wide / 2, point.y - high - gap + 1),
      at(point.x - wide / 2, point.y + gap - 1), at(point.x - wide - gap, point.y - high / 2),
      at(point.x + gap - 2, point.y - high - 2), at(point.x + gap - 2, point.y + 2),
      at(point.x - wide - gap + 2, point.y - high - 2), at(point.x - wide - gap + 2, point.y + 2),
      at(point.x - wide / 2, point.y - high * 2 - 2), at(point.x - wide / 2, point.y + high + 2),
    ];
  }

  function addLabel(text, node, box, wide) {
    const element = document.createElement("span");
    element.textContent = text;
    const anchor = [node.point.x - box[0], node.point.y - box[1]];
    const icon = L.divIcon({ className: "map-label", html: element, iconSize: [wide, LABEL.height], iconAnchor: anchor });
    L.marker(state.places.nodes[node.id].at, { icon: icon, pane: "labels", interactive: false, keyboard: false }).addTo(state.labels);
  }

  function placeBadges(scene, free, taken) {
    runs(scene.legs).forEach(function (run) {
      const candidates = run.legs.map(middle).filter(Boolean).sort((one, other) => other.length - one.length);
      const half = BADGE.size / 2;
      const spot = candidates.find((middle) => middle.length >= BADGE.from && free(
        [middle.point.x - half, middle.point.y - half, middle.point.x + half, middle.point.y + half]));
      if (!spot) return;
      taken.push([spot.point.x - half, spot.point.y - half, spot.point.x + half, spot.point.y + half]);
      const mode = state.look.modes[run.mode];
      const icon = L.divIcon({ className: "map-badge", html: symbol(mode, scene.dark), iconSize: [BADGE.size, BADGE.size] });
      L.marker(state.map.containerPointToLatLng(spot.point), { icon: icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.badges);
    });
  }

  function runs(ids) {
    const found = [];
    ids.forEach(function (id) {
      const about = state.places.legs[id];
      if (!about || !state.legs.has(id)) return;
      const last = found[found.length - 1];
      const joined = last && last.mode === about.mode && about.ends.some((node) => last.ends.includes(node));
      if (joined) { last.legs.push(id); last.ends = about.ends; } else found.push({ mode: about.mode, legs: [id], ends: about.ends });
    });
    return found;
  }

  function middle(id) {
    let points = state.legs.get(id).line.getLatLngs();
    if (Array.isArray(points[0])) points = points.reduce((one, other) => (other.length > one.length ? other : one));
    const pixels = points.map((point) => state.map.latLngToContainerPoint(point));
    const steps = pixels.slice(1).map((point, index) => point.distanceTo(pixels[index]));
    const length = steps.reduce((sum, step) => sum + step, 0);
    let left = length / 2;
    for (let index = 0; index < steps.length; index += 1) {
      if (left <= steps[index] && steps[index] > 0) {
        const share = left / steps[index];
        const point = pixels[index].add(pixels[index + 1].subtract(pixels[index]).multiplyBy(share));
        return { length: length, point: point };
      }
      left -= steps[index];
    }
    return null;
  }

  function plain(text) {
    const element = document.createElement("span");
    element.textContent = text;
    return element;
  }

  function symbol(mode, dark) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", mode.path);
    path.setAttribute("fill-rule", "evenodd");
    path.setAttribute("fill", dark ? mode.dark : mode.light);
    svg.append(path);
    return svg;
  }

  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  function textWidth(text) {
    if (!widths.has(text)) {
      pen.font = "500 12px Inter, 'Segoe UI', system-ui, sans-serif";
      widths.set(text, Math.ceil(pen.measureText(text).width) + 1);
    }
    return widths.get(text);
  }

  /* ---- words ---- */

  function name(id) {
    const node = state.places.nodes[id];
    return node ? node.names[state.scene.lang] || node.names.en : id;
  }

  function legTooltip(leg) {
    const about = state.places.legs[leg.id];
    const ends = (state.scene.backwards || []).includes(leg.id) ? about.ends.slice().reverse() : about.ends;
    const words = state.look.words[state.scene.lang];
    const gauge = about.gauge ? ", " + about.gauge + " " + words.mm : "";
    const fidelity = leg.fidelity || about.fidelity;
    return tip([
      [name(ends[0]) + " – " + name(ends[1]), "strong"],
      [noteOf(leg.id)],
      [words.modes[about.mode] + gauge + " · " + words.statuses[about.status]],
      [words.marks[(state.scene.marks || {})[leg.id]]],
      [words.drawn[fidelity], "small"],
    ]);
  }

  function tip(lines) {
    const box = document.createElement("div");
    lines.forEach(function (line) {
      if (!line[0]) return;
      const element = document.createElement(line[1] || "div");
      element.textContent = line[0];
      box.append(element);
    });
    return box;
  }

  /* ---- the view ---- */

  function placeView(scene) {
    const first = state.preset === null;
    const changed = state.preset !== scene.preset;
    state.preset = scene.preset;
    if (first) {
      const own = ownView();
      if (own) { state.own = true; state.map.setView([own.lat, own.lon], own.zoom, { animate: false }); return; }
      fit(scene.preset, false);
    } else if (changed) {
      state.own = false;
      fit(scene.preset, true);
    } else if (!state.own && scene.preset === "whole" && !state.map.getBounds().pad(0.02).contains(wholeBounds())) {
      fit("whole", true);
    }
  }

  /* A frame that is not laid out yet has no room for the margins of a fit; it is fitted when it gets its size. */
  function isRoomy() {
    const size = state.map.getSize();
    return size.x > FRAME.least && size.y > FRAME.least;
  }

  function fit(preset, animate) {
    state.touched = false;
    const bounds = preset === "whole" ? wholeBounds() : L.latLngBounds(state.look.presets[preset].bounds);
    /* A single place has no extent of its own: without a limit Leaflet would come infinitely near. */
    const margins = { paddingTopLeft: [16, 44], paddingBottomRight: [16, 16] };
    /* Without a reset Leaflet moves to a view of the same zoom by whole pixels: where it ends would hang on where it was. */
    if (isRoomy()) state.map.fitBounds(bounds, { animate: animate, reset: !animate, maxZoom: FOLLOW.zoom, ...margins });
    else state.map.setView(bounds.getCenter(), FRAME.zoom, { animate: false, reset: true });
  }

  /* A step that was chosen elsewhere on the page comes into view; one that was clicked here is there already. */
  function followSelection(scene) {
    const wanted = scene.selected || scene.place || null;
    const first = state.followed === undefined;
    const moved = wanted !== state.followed;
    const here = state.picked === wanted;
    state.followed = wanted;
    state.picked = null;
    if (first || !moved || here || !wanted || !isRoomy()) return;
    const leg = state.legs.get(scene.selected), node = state.places.nodes[scene.place];
    if (!leg && !node) return;
    const bounds = leg ? leg.line.getBounds() : L.latLngBounds([node.at, node.at]);
    const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => state.map.latLngToContainerPoint(corner));
    const isLarge = corners[0].distanceTo(corners[1]) >= FOLLOW.least || state.map.getZoom() >= FOLLOW.zoom - 0.5;
    if (isLarge && state.map.getBounds().pad(-0.06).contains(bounds)) return;
    state.touched = true;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    state.map.flyToBounds(bounds.pad(0.5), { maxZoom: FOLLOW.zoom, animate: !still, duration: FOLLOW.seconds });
  }

  function wholeBounds() {
    const bounds = L.latLngBounds([]);
    const legs = [...state.scene.legs, ...state.scene.alternatives.flatMap((one) => one.legs)].map((id) => state.legs.get(id)).filter(Boolean);
    legs.forEach((leg) => bounds.extend(leg.line.getBounds()));
    state.scene.nodes.map((id) => state.places.nodes[id]).filter(Boolean).forEach((node) => bounds.extend(node.at));
    return bounds.isValid() ? bounds : L.latLngBounds(state.look.presets.whole.bounds);
  }

  function ownView() {
    try {
      const found = OWN_VIEW.exec(new URL(window.parent.location.href).searchParams.get("at") || "");
      if (!found) return null;
      const view = { lat: Number(found[1]), lon: Number(found[2]), zoom: Number(found[3]) };
      return Math.abs(view.lat) <= 85 && Math.abs(view.lon) <= 180 && view.zoom >= 1 && view.zoom <= 14 ? view : null;
    } catch (error) { return null; }
  }

  function drawPresets(scene, words) {
    const container = state.map.getContainer();
    let strip = container.querySelector(".map-presets");
    if (!strip) {
      strip = document.createElement("div");
      strip.className = "map-presets";
      strip.setAttribute("role", "group");
      L.DomEvent.disableClickPropagation(strip);
      L.DomEvent.disableScrollPropagation(strip);
      container.append(strip);
    }
    strip.setAttribute("aria-label", words.presets);
    strip.replaceChildren(...state.look.order.map(function (preset) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.preset = preset;
      button.textContent = words.preset[preset];
      button.addEventListener("click", () => choose(preset));
      return button;
    }));
    const zoom = { "leaflet-control-zoom-in": words.zoom_in, "leaflet-control-zoom-out": words.zoom_out };
    Object.keys(zoom).forEach(function (className) {
      const link = container.querySelector("." + className);
      if (link) { link.title = zoom[className]; link.setAttribute("aria-label", zoom[className]); }
    });
    container.dataset.hint = words.fingers;
  }

  function choose(preset) {
    state.preset = preset;
    state.own = false;
    fit(preset, true);
    address(function (keys) {
      keys.delete("at");
      if (preset === "whole") keys.delete("map"); else keys.set("map", preset);
    });
    markPreset();
  }

  function markPreset() {
    state.map.getContainer().querySelectorAll(".map-presets button").forEach(function (button) {
      button.setAttribute("aria-pressed", String(!state.own && button.dataset.preset === state.preset));
    });
  }

  /* ---- address, clicks, frame, manners ---- */

  function keepAddress(map) {
    const container = map.getContainer();
    ["pointerdown", "keydown", "wheel", "touchstart"].forEach((kind) => container.addEventListener(kind, function (event) {
      if (!event.target.closest(".map-presets")) state.touched = true;
    }, { capture: true, passive: true }));
    map.on("moveend", function () {
      if (state.touched && state.ready) {
        state.own = true;
        const middle = map.getCenter();
        const text = [middle.lat.toFixed(4), middle.lng.toFixed(4), map.getZoom().toFixed(2)].map(Number).join("_");
        address((keys) => keys.set("at", text));
        markPreset();
      }
      placeLabels();
    });
  }

  function address(change) {
    try {
      const url = new URL(window.parent.location.href);
      change(url.searchParams);
      window.parent.history.replaceState(window.parent.history.state, "", url);
    } catch (error) { /* another origin holds the page: it keeps its own address */ }
  }

  function pick(id, kind) {
    state.clicks += 1;
    state.picked = id;
    window.Streamlit.setComponentValue({ id: id, kind: kind, n: state.clicks });
  }

  function keepFrame(map) {
    const container = map.getContainer();
    const follow = function () {
      if (window.innerHeight < 80 || container.style.height === window.innerHeight + "px") return;
      container.style.height = window.innerHeight + "px";
      map.invalidateSize({ pan: false });
    };
    window.addEventListener("resize", follow);
    map.on("resize", function () {
      if (state.ready && state.scene && !state.own) fit(state.preset, false);
      placeLabels();
    });
    follow();
  }

  function keepManners(map) {
    const container = map.getContainer();
    map.scrollWheelZoom.disable();
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    container.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      map.scrollWheelZoom.enable();
    }, { passive: false });
    container.addEventListener("mouseleave", function () {
      if (!container.contains(document.activeElement)) map.scrollWheelZoom.disable();
    });
    if (!window.matchMedia("(pointer: coarse)").matches) return;
    map.dragging.disable();
    let timer = 0;
    container.addEventListener("touchmove", function (event) {
      if (event.touches.length > 1) return;
      container.classList.add("hinting");
      window.clearTimeout(timer);
      timer = window.setTimeout(() => container.classList.remove("hinting"), 900);
    }, { passive: true });
  }

  window.corridorMap = { start: start, show: show };
})();
