"use strict";
// Shows the graph that stands in the element `data`. No part of the page asks anything of a network.
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const by = id => document.getElementById(id);
const {nodes, edges, events, holds, documents} = data;
const kindOrder = ["meeting", "contact", "cooperation", "role"];
const statusOrder = ["occurred", "planned", "possible", "denied", "current", "former", "incoming"];
const typeWords = {PERSON: "people", ORG: "organisations", GPE: "countries and cities", LOC: "places"};

// ---- words: only what occurred is told as done
const verbs = {
  meeting: {occurred: "met", planned: "are to meet", possible: "may meet", denied: "did not meet, it is said"},
  contact: {occurred: "were in contact", planned: "are to be in contact", possible: "may be in contact",
      denied: "were not in contact, it is said"},
  cooperation: {occurred: "work together", planned: "are to work together", possible: "may work together",
      denied: "do not work together, it is said"},
  role: {current: "holds a role in", former: "held a role in", incoming: "is to hold a role in"},
};
const verb = (kind, status) => (verbs[kind] || {})[status] || kind + ", " + status;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== "") element.append(child);
  return element;
}

// ---- what of each node and edge there is
nodes.forEach((node, i) => { node.number = i; node.edges = []; node.holds = []; node.maybe = []; node.merges = [];
  node.key = [node.label, ...node.forms].map(fold).join("\n"); });
function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }
edges.forEach((edge, i) => {
  edge.number = i;
  nodes[edge.a].edges.push(edge); nodes[edge.b].edges.push(edge);
  edge.dates = [];
  for (const e of edge.events)
    for (const t of events[e].tellings) if (documents[t.d].date) edge.dates.push(documents[t.d].date);
  for (const h of edge.holds)
    if (documents[holds[h].telling.d].date) edge.dates.push(documents[holds[h].telling.d].date);
});
holds.forEach(hold => nodes[hold.person].holds.push(hold));
data.maybe.forEach(one => { nodes[one.a].maybe.push(one); nodes[one.b].maybe.push(one); });
data.merges.forEach(one => nodes[one.node].merges.push(one));

// ---- filters
const filter = {kinds: new Set(), statuses: new Set(), types: new Set(), since: "", until: "", sources: 0};
const present = (order, all) => [...order.filter(one => all.has(one)),
    ...[...all].filter(one => !order.includes(one)).sort()];
const kinds = present(kindOrder, new Set(edges.map(e => e.kind)));
const statuses = present(statusOrder.slice(0, 4), new Set(edges.filter(e => e.kind !== "role").map(e => e.status)));
const types = present(Object.keys(typeWords), new Set(nodes.map(n => n.type)));
function boxes(id, words, set, label) {
  for (const word of words) {
    set.add(word);
    by(id).append(make("label", {}, make("input", {type: "checkbox", checked: true, value: word, onchange: event => {
      event.target.checked ? set.add(word) : set.delete(word); apply(); }}), " " + (label[word] || word)));
  }
}
boxes("kinds", kinds, filter.kinds, {role: "roles"});
boxes("statuses", statuses, filter.statuses, {});
boxes("types", types, filter.types, typeWords);
function isShown(edge) {
  if (!filter.kinds.has(edge.kind) || (edge.kind !== "role" && !filter.statuses.has(edge.status))) return false;
  if (edge.weight < filter.sources || !filter.types.has(nodes[edge.a].type) ||
      !filter.types.has(nodes[edge.b].type)) return false;
  if (!filter.since && !filter.until) return true;
  return edge.dates.some(d => (!filter.since || d >= filter.since) &&
      (!filter.until || d.slice(0, filter.until.length) <= filter.until));
}
let shownEdges = [], shownNodes = [];
function apply() {
  shownEdges = edges.filter(isShown);
  const used = new Set();
  for (const edge of shownEdges) { used.add(edge.a); used.add(edge.b); }
  shownNodes = nodes.filter((node, i) => used.has(i));
  const met = shownEdges.filter(e => e.kind !== "role").length;
  by("counts").textContent = `${shownNodes.length} of ${nodes.length} names, ${met} pairs, ` +
      `${shownEdges.length - met} roles, from ${documents.length} articles`;
  rank = null;
  draw(); drawTables();
}
for (const [id, key] of [["since", "since"], ["until", "until"]]) by(id).addEventListener("change", event => {
  filter[key] = event.target.value;
  markBars();
  apply();
});
by("sources").addEventListener("input", event => { filter.sources = Number(event.target.value) || 0; apply(); });
by("filters").addEventListener("submit", event => event.preventDefault());
by("filters").addEventListener("reset", () => setTimeout(() => {
  for (const [set, words] of [[filter.kinds, kinds], [filter.statuses, statuses],
      [filter.types, types]]) words.forEach(w => set.add(w));
  Object.assign(filter, {since: "", until: "", sources: 0}); markBars(); apply(); }));

// ---- the picture
const canvas = by("graph"), context = canvas.getContext("2d");
let scale = 1, left = 0, top_ = 0, chosen = null, hovered = null, rank = null, width = 0, height = 0;
const colours = {};
function readColours() { const style = getComputedStyle(document.documentElement);
  for (const name of ["ink", "soft", "line", "paper", "accent", "meeting", "contact", "cooperation", "role", "person",
      "org", "gpe", "loc"]) colours[name] = style.getPropertyValue("--" + name).trim();
  }
const x = node => (node.x - left) * scale, y = node => (node.y - top_) * scale;
const radius = node => Math.min(4 + 1.5 * Math.sqrt(node.edges.length), 15) * Math.min(1.3,
    Math.max(.45, Math.sqrt(scale)));
function fit(list) {
  const all = list && list.length ? list : nodes;
  if (!all.length) return;
  let x1 = Infinity, y1 = Infinity, x2 = -Infinity, y2 = -Infinity;
  for (const n of all) {
    x1 = Math.min(x1, n.x);
    x2 = Math.max(x2, n.x);
    y1 = Math.min(y1, n.y);
    y2 = Math.max(y2, n.y);
  }
  const w = Math.max(x2 - x1, 60), h = Math.max(y2 - y1, 60);
  scale = Math.min((width - Math.min(130, width / 5)) / w, (height - 90) / h, 2.2);
  left = (x1 + x2) / 2 - width / 2 / scale; top_ = (y1 + y2) / 2 - height / 2 / scale;
}
function resize() {
  const box = canvas.getBoundingClientRect(), dense = window.devicePixelRatio || 1, first = width === 0;
  width = box.width; height = box.height;
  canvas.width = Math.round(width * dense); canvas.height = Math.round(height * dense);
  context.setTransform(dense, 0, 0, dense, 0, 0);
  if (first) fit();
  draw();
}
function dashes(edge) {
  if (edge.status === "planned" || edge.status === "incoming") return [7, 5];
  if (edge.status === "possible" || edge.status === "former") return [2, 4];
  return edge.status === "denied" ? [1, 6] : [];
}
function draw() {
  if (!width) return;
  context.clearRect(0, 0, width, height);
  const near = chosen && new Set([chosen.number, ...chosen.edges.flatMap(e => [e.a, e.b])]);
  context.lineCap = "round";
  for (const edge of shownEdges) {
    const a = nodes[edge.a], b = nodes[edge.b], ax = x(a), ay = y(a), bx = x(b), by_ = y(b);
    if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width || Math.max(ay, by_) < 0 ||
        Math.min(ay, by_) > height) continue;
    const mine = chosen && (edge.a === chosen.number || edge.b === chosen.number);
    context.globalAlpha = chosen ? (mine ? 1 : .12) : edge.kind === "role" ? .5 : .85;
    context.strokeStyle = colours[edge.kind] || colours.accent;
    context.lineWidth = (edge.kind === "role" ? 1 : Math.min(1.5 + Math.log2(1 + edge.weight), 6)) * Math.min(1,
        Math.max(.6, Math.sqrt(2 * scale)));
    context.setLineDash(dashes(edge));
    context.beginPath(); context.moveTo(ax, ay); context.lineTo(bx, by_); context.stroke();
    if (edge.status === "denied" || edge.disputed) cross((ax + bx) / 2, (ay + by_) / 2);
  }
  context.setLineDash([]);
  for (const node of shownNodes) {
    const nx = x(node), ny = y(node), r = radius(node);
    if (nx < -20 || nx > width + 20 || ny < -20 || ny > height + 20) continue;
    context.globalAlpha = near && !near.has(node.number) ? .2 : 1;
    context.fillStyle = colours[node.type.toLowerCase()] || colours.soft;
    context.beginPath();
    if (node.type === "PERSON") context.arc(nx, ny, r, 0, 7); else context.rect(nx - r, ny - r, 2 * r, 2 * r);
    context.fill();
    context.lineWidth = node === chosen || node === hovered ? 3 : 1.2;
    context.strokeStyle = node === chosen || node === hovered ? colours.ink : colours.paper;
    context.stroke();
  }
  drawLabels(near);
  context.globalAlpha = 1;
}
function cross(cx, cy) {
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(cx - 4, cy - 4);
  context.lineTo(cx + 4, cy + 4);
  context.moveTo(cx + 4, cy - 4);
  context.lineTo(cx - 4, cy + 4);
  context.stroke();
}
// Boxes by the cells of a grid that they touch: [left, top, right, bottom].
function grid() {
  const cells = new Map(), step = 90;
  const each = (box, use) => {
    for (let i = Math.floor(box[0] / step); i <= Math.floor(box[2] / step); ++i)
      for (let j = Math.floor(box[1] / step); j <= Math.floor(box[3] / step); ++j) if (use(i + "," + j)) return true;
    return false;
  };
  return {
    taken: box => each(box, key => (cells.get(key) || []).some(other => box[0] < other[2] && box[2] > other[0] &&
        box[1] < other[3] && box[3] > other[1])),
    put: box => each(box, key => { cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box]); return false; })};
}
// How many lines pass through a box; in a great graph they are not looked at.
function crossings(box, lines) {
  let count = 0;
  for (const [ax, ay, bx, by_] of lines) {
    if (Math.max(ax, bx) < box[0] || Math.min(ax, bx) > box[2] || Math.max(ay, by_) < box[1] ||
        Math.min(ay, by_) > box[3]) continue;
    const side = (px, py) => Math.sign((bx - ax) * (py - ay) - (by_ - ay) * (px - ax));
    const sides = [side(box[0], box[1]), side(box[2], box[1]), side(box[0], box[3]), side(box[2], box[3])];
    if (Math.max(...sides) !== Math.min(...sides)) ++count;
  }
  return count;
}
// Beside a node, below and above it, and at its corners.
function placesOf(nx, ny, r, w, size) {
  const near = r * .7, down = r + size * .55;
  return [[nx + r, ny], [nx - r - w, ny], [nx - w / 2, ny + r + size / 2], [nx - w / 2, ny - r - size / 2],
    [nx + near, ny + down], [nx + near, ny - down], [nx - near - w, ny + down], [nx - near - w, ny - down]];
}
// The names with most edges first, where they hide no node and lie on no line if there is such a place; one that would
// lie on another name is left out until there is room.
function drawLabels(near) {
  rank = rank || [...shownNodes].sort((a, b) => b.edges.length - a.edges.length || a.number - b.number);
  const order = near ? [chosen, ...rank.filter(n => n !== chosen && near.has(n.number)),
      ...rank.filter(n => !near.has(n.number))] : rank;
  const names = grid(), dots = grid(), apart = 5;
  for (const node of shownNodes) {
    const nx = x(node), ny = y(node), r = radius(node);
    dots.put([nx - r, ny - r, nx + r, ny + r]);
  }
  const lines = shownEdges.length > 300 ? [] : shownEdges.map(e =>
      [x(nodes[e.a]), y(nodes[e.a]), x(nodes[e.b]), y(nodes[e.b])]);
  context.textBaseline = "middle"; context.lineJoin = "round";
  let left_ = 260;
  for (const node of order) {
    if (left_ === 0) break;
    const nx = x(node), ny = y(node);
    if (nx < -60 || nx > width + 10 || ny < -10 || ny > height + 10) continue;
    const size = Math.min(15, 11.5 + Math.sqrt(node.edges.length) / 2);
    context.font = `${node === chosen ? 600 : 400} ${size}px system-ui, "DejaVu Sans", sans-serif`;
    const text = node.label.length > 34 ? node.label.slice(0, 33) + "…" : node.label,
        w = context.measureText(text).width;
    const freeAt = far => placesOf(nx, ny, radius(node) + far, w, size).map(([px, py]) =>
        [px - 1, py - size * .62, px + w + 1, py + size * .62])
      .filter(box => box[0] >= 0 && box[2] <= width && !names.taken([box[0] - apart, box[1], box[2] + apart, box[3]]));
    let free = freeAt(4);
    if (!free.length && shownNodes.length <= 60) free = freeAt(17);
    if (!free.length) continue;
    const cost = box => (dots.taken(box) ? 2 : 0) + crossings(box, lines);
    let place = free[0], least = cost(place);
    for (let i = 1; i < free.length && least > 0; ++i) {
      const now = cost(free[i]);
      if (now < least) { place = free[i]; least = now; }
    }
    names.put(place); --left_;
    context.globalAlpha = near && !near.has(node.number) ? .25 : 1;
    context.lineWidth = 3.5; context.strokeStyle = colours.paper; context.fillStyle = colours.ink;
    context.strokeText(text, place[0] + 1, (place[1] + place[3]) / 2);
    context.fillText(text, place[0] + 1, (place[1] + place[3]) / 2);
  }
}
function nodeAt(px, py) {
  let best = null, least = 14;
  for (const node of shownNodes) {
    const far = Math.hypot(x(node) - px, y(node) - py) - radius(node);
    if (far < least) { least = far; best = node; }
  }
  return best;
}
function edgeAt(px, py) {
  let best = null, least = 6;
  for (const edge of shownEdges) {
    const ax = x(nodes[edge.a]), ay = y(nodes[edge.a]), dx = x(nodes[edge.b]) - ax, dy = y(nodes[edge.b]) - ay;
    const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(ax + t * dx - px, ay + t * dy - py);
    if (far < least) { least = far; best = edge; }
  }
  return best;
}
const pointers = new Map(); let moved = 0, pinch = 0;
const at = event => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
function zoom(factor, px = width / 2, py = height / 2) {
  const f = Math.min(8, Math.max(.02, scale * factor)) / scale;
  left += px / scale * (1 - 1 / f);
  top_ += py / scale * (1 - 1 / f);
  scale *= f;
  draw();
}
canvas.addEventListener("pointerdown", event => {
  pointers.set(event.pointerId, at(event));
  moved = 0;
  pinch = 0;
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener("pointermove", event => {
  const [px, py] = at(event);
  if (!pointers.has(event.pointerId)) return hover(px, py);
  const [ox, oy] = pointers.get(event.pointerId);
  pointers.set(event.pointerId, [px, py]);
  if (pointers.size === 2) {
    const [a, b] = [...pointers.values()], far = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (pinch) zoom(far / pinch, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    pinch = far;
    moved = 9;
    return;
  }
  moved += Math.hypot(px - ox, py - oy); left -= (px - ox) / scale; top_ -= (py - oy) / scale; draw();
});
canvas.addEventListener("pointerup", event => {
  const [px, py] = at(event);
  if (moved < 5 && pointers.size === 1) {
    const node = nodeAt(px, py), edge = !node && edgeAt(px, py);
    node ? openNode(node) : edge ? openEdge(edge) : close();
  }
  pointers.delete(event.pointerId);
});
canvas.addEventListener("pointercancel", event => pointers.delete(event.pointerId));
canvas.addEventListener("wheel", event => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY / 500), ...at(event));
}, {passive: false});
canvas.addEventListener("keydown", event => {
  const step = 60 / scale, keys = {ArrowLeft: () => left -= step, ArrowRight: () => left += step,
    ArrowUp: () => top_ -= step, ArrowDown: () => top_ += step,
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": () => fit(shownNodes),
    n: () => walk(1), p: () => walk(-1),
    Enter: () => { if (hovered || chosen) { openNode(hovered || chosen); by("card").focus(); } }, Escape: close};
  if (!keys[event.key]) return;
  event.preventDefault(); keys[event.key](); draw();
});
function walk(step) {
  if (!rank || !rank.length) return;
  const i = rank.indexOf(hovered || chosen);
  hovered = rank[(i + step + rank.length) % rank.length];
  centre(hovered);
  canvas.setAttribute("aria-label", hovered.label);
}
function centre(node) { left = node.x - width / 2 / scale; top_ = node.y - height / 2 / scale; }
function hover(px, py) {
  const node = nodeAt(px, py), edge = !node && edgeAt(px, py), tip = by("tip");
  if (node !== hovered) { hovered = node; draw(); }
  canvas.style.cursor = node || edge ? "pointer" : "grab";
  tip.hidden = !node && !edge;
  if (tip.hidden) return;
  tip.textContent = node ? node.label + (node.roles[0] ? ", " + node.roles[0] : "") : sentence(edge);
  tip.style.left = Math.min(px + 14, width - 230) + "px"; tip.style.top = py + 16 + "px";
}
const sentence = edge => edge.kind === "role" ?
    `${nodes[edge.a].label} ${verb("role", edge.status)} ${nodes[edge.b].label}` :
    `${nodes[edge.a].label} and ${nodes[edge.b].label} ${verb(edge.kind, edge.status)}` +
        (edge.disputed ? " (disputed)" : "");

// ---- corrections
const lines = new Set();
function correct(line, button) {
  lines.has(line) ? lines.delete(line) : lines.add(line);
  if (button) {
    button.classList.toggle("done", lines.has(line));
    button.setAttribute("aria-pressed", lines.has(line));
  }
  by("lines").value = [...lines].map(one => one + "\n").join("");
}
const act = (word, line) => make("button", {type: "button", class: lines.has(line) ? "done" : "",
    "aria-pressed": lines.has(line), title: line, onclick: event => correct(line, event.currentTarget)}, word);
function ask(word, question, start, line) {
  return make("button", {type: "button", onclick: () => { const text = window.prompt(question, start);
      if (text && text.trim() && text !== start) correct(line(text.trim())); }}, word);
}
by("save").addEventListener("click", () => {
  const link = make("a", {href: URL.createObjectURL(new Blob([by("lines").value], {type: "text/plain"})),
      download: "corrections.txt"});
  document.body.append(link); link.click(); link.remove(); setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
by("copy").addEventListener("click", () => { by("lines").select(); document.execCommand("copy"); });

// ---- cards
const link = (node, text) => make("button", {type: "button", class: "link", onclick: () =>
    { openNode(node); centre(node); draw(); }}, text || node.label);
const tags = (kind, status, disputed) => [make("span", {class: "tag " + kind}, kind),
    make("span", {class: "tag " + status}, status), disputed ? make("span", {class: "tag disputed"}, "disputed") :
    null];
function quote(evidence, who) {
  if (evidence.parts.length > 1) return evidence.parts.map((part, i) => i % 2 ? make("mark", {}, part) : part);
  const text = evidence.parts[0], forms = who.flatMap(n => [n.label, ...n.forms]).filter(f =>
      f.length > 1).sort((a, b) => b.length - a.length);
  if (!forms.length) return [text];
  const pattern = new RegExp("(?<![\\p{L}\\p{N}])(" + forms.map(f =>
      f.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") + ")(?![\\p{L}\\p{N}])", "gu");
  return text.split(pattern).map((part, i) => i % 2 ? make("mark", {}, part) : part);
}
function source(telling) {
  const where = documents[telling.d], name = where.title || where.id;
  return [/^https?:\/\//.test(where.url) ? make("a", {href: where.url, rel: "noreferrer noopener", target: "_blank"},
      name) : name,
    [where.title ? " (" + where.id + ")" : "", where.source, where.date].filter(Boolean).map(t =>
        (t[0] === " " ? "" : ", ") + t).join("")];
}
const details = evidence => [["topic", "about"], ["by", "reported by"], ["certainty", "as"], ["host", "host:"],
    ["guest", "guest:"]]
  .filter(([key]) => evidence[key]).map(([key, word]) => " · " + word + " " + evidence[key]);
function telling(one, who, head) {
  return make("div", {class: "told"}, make("div", {}, head),
      one.evidence.map(evidence => make("blockquote", {}, quote(evidence, who),
    make("cite", {}, source(one), one.reprint ? " · a copy of " + one.reprint + ", counted once" : "",
        details(evidence), " · ", make("code", {title: evidence.place}, evidence.rule, " ",
        make("span", {class: "soft"}, evidence.place))))),
    make("div", {class: "acts"}, one.accepted ? make("span", {class: "soft"}, "accepted ") : null,
        act("Right", "accept " + one.id), act("Wrong", "reject " + one.id)));
}
function eventTellings(edge) {
  return edge.events.flatMap(e => { const event = events[e], who = event.who.map(n => nodes[n]);
    return event.tellings.map(one => telling(one, who, [...tags(event.kind, one.status, event.disputed),
        who.length > 2 ? make("span", {class: "soft"}, "with ",
        who.filter(n => n.number !== edge.a && n.number !== edge.b).map(n => n.label).join(", ")) : null]));
    });
}
const holdTellings = edge => edge.holds.map(h => telling(holds[h].telling, [nodes[edge.a], nodes[edge.b]],
    [make("b", {}, holds[h].role), " ", make("span", {class: "tag"}, holds[h].when)]));
function show(...children) {
  by("card").replaceChildren(...children.flat(2).filter(c => c !== null && c !== undefined));
  by("card").scrollTop = 0;
}
function openEdge(edge) {
  chosen = null; draw();
  const [a, b] = [nodes[edge.a], nodes[edge.b]];
  show(make("h2", {}, link(a), edge.kind === "role" ? " – " : " and ", link(b)), make("p", {}, sentence(edge) + "."),
    make("p", {class: "soft"}, edge.kind === "role" ? "" :
        `${edge.weight} independent ${edge.weight === 1 ? "source tells" : "sources tell"} of it as occurred`,
        edge.first ? ` · ${edge.first}${edge.last !== edge.first ? " – " + edge.last : ""}` : ""),
    eventTellings(edge), holdTellings(edge));
}
function openNode(node) {
  chosen = node; draw();
  const others = node.forms.filter(f => f !== node.label), roles = new Map();
  for (const hold of node.holds) {
    const role = hold.role + (hold.body < 0 ? "" : ", " + nodes[hold.body].label), key = fold(role) + "\t" + hold.when;
    if (!roles.has(key)) roles.set(key, {role, when: hold.when, all: []});
    roles.get(key).all.push(hold);
  }
  const dates = all => {
    const d = all.map(h => documents[h.telling.d].date).filter(Boolean).sort();
    return d.length ? d[0] === d[d.length - 1] ? d[0] : d[0] + " – " + d[d.length - 1] : "";
  };
  const met = node.edges.filter(e => e.kind !== "role").sort((a, b) => b.weight - a.weight || a.number - b.number),
      staff = node.type === "PERSON" ? [] : node.edges.filter(e => e.kind === "role");
  show(make("h2", {}, node.label), make("p", {class: "soft"},
      (typeWords[node.type] ? {PERSON: "person", ORG: "organisation", GPE: "country or city", LOC: "place"}[node.type] :
      node.type) + `, named in ${node.documents} ${node.documents === 1 ? "article" : "articles"}`),
    others.length ? make("p", {class: "soft"}, "also " + others.join(", ")) : null,
    roles.size ? [make("h3", {}, "Roles"), make("ul", {}, [...roles.values()].map(({role, when, all}) =>
        make("li", {}, role, when === "current" ? "" : " (" + when + ")", " ",
        make("span", {class: "soft date"}, dates(all)))))] : null,
    met.length ? [make("h3", {}, "Reported with others"), met.map(edge =>
        { const other = nodes[edge.a === node.number ? edge.b : edge.a];
      return make("details", {class: "told", ontoggle: event =>
          { const box = event.target; if (box.open && box.children.length === 1) box.append(...eventTellings(edge)); }},
        make("summary", {}, tags(edge.kind, edge.status, edge.disputed), other.label, " ",
            make("span", {class: "soft date"}, edge.first || "")),);
        })] : null,
    met.length ? make("p", {class: "soft"}, met.slice(0, 12).flatMap((edge, i) =>
        [i ? " · " : "Go to ", link(nodes[edge.a === node.number ? edge.b : edge.a])])) : null,
    staff.length ? [make("h3", {}, "Its people"), make("ul", {},
        staff.map(edge => { const other = nodes[edge.a === node.number ? edge.b : edge.a];
        return make("li", {}, link(other), " ", make("span", {class: "soft"},
        [...new Set(edge.holds.map(h => holds[h].role))].join(", ") +
        (edge.status === "current" ? "" : " (" + edge.status + ")"))); }))] : null,
    node.maybe.length ? [make("h3", {}, "May be the same as"),
        node.maybe.map(one => { const other = nodes[one.a === node.number ? one.b : one.a];
        return make("p", {}, link(other), make("span", {class: "soft"}, " " + one.text),
        make("span", {class: "acts"}, " ", act("Same", `same ${other.label} | ${node.label}`),
        act("Different", `different ${other.label} | ${node.label}`))); })] : null,
    node.merges.length ? make("details", {}, make("summary", {},
        `${node.merges.length} ${node.merges.length === 1 ? "merge" : "merges"}`),
        node.merges.slice(0, 200).map(one => make("p", {class: "soft"}, one.text,
        make("span", {class: "acts"}, " ", act("Undo", `different ${one.a} | ${one.b}`))))) : null,
    make("div", {class: "acts"}, make("h3", {}, "Correct"), ask("Rename", "Its true name", node.label, text =>
        `name ${node.label} | ${text}`),
      ask("Same as …", "The other name", "", text => `same ${node.label} | ${text}`),
      ask("Type …", "PERSON, ORG, GPE or LOC", node.type, text => `type ${node.label} | ${text}`),
          act("Drop", `drop ${node.label}`)));
}
function close() { chosen = null; by("tip").hidden = true; intro(); draw(); }
function intro() {
  show(make("h2", {}, nodes.length ? "Choose a name or a line" : "Nothing was found"),
      make("p", {class: "soft"}, nodes.length ?
      "A card tells who somebody is, and each line shows the sentences that it stands on." :
      "Nobody is reported to have met anybody in what was read."));
}

// ---- search
const search = by("search"), list = by("suggestions"); let found = [], active = -1;
function suggest() {
  const text = fold(search.value.trim());
  const rank_ = node => {
    const i = node.key.indexOf(text);
    return i < 0 ? 9 : fold(node.label) === text ? 0 : i === 0 ? 1 : /\s/.test(node.key[i - 1]) ? 2 : 3;
  };
  found = text ? nodes.map(n => [rank_(n), -n.edges.length, n]).filter(r => r[0] < 9).sort((a, b) => a[0] - b[0] ||
      a[1] - b[1]).slice(0, 12).map(r => r[2]) : [];
  active = found.length ? 0 : -1;
  list.replaceChildren(...found.map((node, i) => make("li", {role: "option", id: "option" + i,
      "aria-selected": i === active, onmousedown: event => { event.preventDefault(); pick(node); }}, node.label, " ",
      make("small", {}, node.roles[0] || typeWords[node.type] || node.type))));
  if (text && !found.length) list.replaceChildren(make("li", {}, make("small", {}, "Nobody of that name")));
  list.hidden = !text; search.setAttribute("aria-expanded", String(!list.hidden)); mark();
}
function mark() {
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  active >= 0 ? search.setAttribute("aria-activedescendant", "option" + active) :
      search.removeAttribute("aria-activedescendant");
}
function pick(node) {
  list.hidden = true;
  search.setAttribute("aria-expanded", "false");
  search.value = node.label;
  scale = Math.max(scale, .9);
  centre(node);
  openNode(node);
}
search.addEventListener("input", suggest);
search.addEventListener("blur", () => { list.hidden = true; });
search.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % (found.length || 1);
    mark();
  }
  if (event.key === "Enter" && found[active]) { event.preventDefault(); pick(found[active]); }
  if (event.key === "Escape") { search.value = ""; suggest(); }
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) {
    event.preventDefault();
    search.focus();
  }
});

// ---- timeline: one bar a day, month or year, whichever gives at most 120
let bars = [];
(() => {
  const all = events.flatMap(e => e.tellings.map(t => documents[t.d].date)).filter(d =>
      /^\d{4}-\d\d-\d\d/.test(d)).map(d => d.slice(0, 10));
  if (!all.length) { by("bars").append(make("p", {class: "soft"}, "No article has a date.")); return; }
  const size = [10, 7, 4].find(n => new Set(all.map(d => d.slice(0, n))).size <= 120) || 4, count = new Map();
  all.forEach(d => count.set(d.slice(0, size), (count.get(d.slice(0, size)) || 0) + 1));
  const most = Math.max(...count.values());
  bars = [...count].sort((a, b) => a[0] < b[0] ? -1 : 1).map(([when, n]) =>
      { const bar = make("button", {type: "button", title: `${when}: ${n}`, "aria-label": `${when}: ${n} tellings`,
      "aria-pressed": "false", style: `height:${Math.max(6, 100 * n / most)}%`,
    onclick: () => { const on = bar.getAttribute("aria-pressed") !== "true"; filter.since = on ? when :
        ""; filter.until = on ? when : ""; by("since").value = on && size === 10 ? when : ""; by("until").value = on &&
        size === 10 ? when : ""; markBars(); apply(); }});
    bar.when = when;
    return bar;
    });
  by("bars").append(...bars);
  by("bars").after(make("div", {class: "scale"}, make("span", {}, bars[0].when),
      make("span", {}, bars[bars.length - 1].when)));
})();
function markBars() {
  bars.forEach(bar => bar.setAttribute("aria-pressed", String(filter.since === bar.when && filter.until === bar.when)));
}

// ---- tables
const sorts = {pairs: [4, -1], names: [2, -1], same: [0, 1]}, limits = {pairs: 100, names: 100, same: 100};
function table(id, columns, rows) {
  const [column, way] = sorts[id], value = row => row.cells[column], compare = (a, b) => typeof value(a) === "number" ?
      value(a) - value(b) : String(value(a)).localeCompare(String(value(b)), "en");
  const sorted = [...rows].sort((a, b) => way * compare(a, b) || a.number - b.number);
  by(id).replaceChildren(make("table", {}, make("thead", {},
      make("tr", {}, columns.map((name, i) => make("th", {scope: "col", "aria-sort": i === column ?
      (way > 0 ? "ascending" : "descending") : undefined},
    make("button", {type: "button", onclick: () => { sorts[id] = [i, column === i ? -way :
        typeof (rows[0] || {cells: []}).cells[i] === "number" ? -1 : 1]; drawTables(); }}, name))))),
    make("tbody", {}, sorted.slice(0, limits[id]).map(row =>
        make("tr", {}, row.cells.map((cell, i) => make("td",
        {class: typeof cell === "number" ? "number" : /^\d{4}-\d\d(-\d\d)?$/.test(cell) ? "date" : ""}, row.show &&
        row.show[i] ? row.show[i]() : String(cell))))))),
    rows.length ? "" : make("p", {class: "soft"}, "Nothing to show."),
    rows.length > limits[id] ? make("button", {type: "button", class: "more", onclick: () =>
        { limits[id] *= 5; drawTables(); }}, `Show more (${rows.length - limits[id]} left)`) : "");
}
function drawTables() {
  if (!by("pairs").hidden) table("pairs", ["Who", "Whom", "Kind", "Status", "Sources", "First", "Last", "Sentence"],
      shownEdges.filter(e => e.kind !== "role").map(edge => ({number: edge.number,
    cells: [nodes[edge.a].label, nodes[edge.b].label, edge.kind, edge.status + (edge.disputed ? ", disputed" : ""),
        edge.weight, edge.first, edge.last, edge.sentence],
    show: {0: () => link(nodes[edge.a]), 1: () => link(nodes[edge.b]), 2: () =>
        make("button", {type: "button", class: "link", title: "Show the sentences", onclick: () =>
        { openEdge(edge); by("card").focus(); }}, edge.kind)}})));
  if (!by("names").hidden) table("names", ["Name", "Type", "Edges", "Articles", "Roles"],
      shownNodes.map(node => ({number: node.number,
    cells: [node.label, node.type, node.edges.length, node.documents, node.roles.join("; ")],
        show: {0: () => link(node)}})));
  if (!by("same").hidden) table("same", ["Name", "May be", "Why", "Decide"],
      data.maybe.map((one, i) => ({number: i, cells: [nodes[one.a].label, nodes[one.b].label, one.text, ""],
    show: {0: () => link(nodes[one.a]), 1: () => link(nodes[one.b]), 3: () =>
        make("span", {class: "acts"}, act("Same", `same ${nodes[one.b].label} | ${nodes[one.a].label}`),
        act("Different", `different ${nodes[one.b].label} | ${nodes[one.a].label}`))}})));
}
const tabs = ["pairs", "names", "same"].map(id => by("tab-" + id));
tabs.forEach((tab, i) => {
  const choose = to => {
    tabs.forEach(other => {
      const on = other === to;
      other.setAttribute("aria-selected", String(on));
      other.tabIndex = on ? 0 : -1;
      by(other.getAttribute("aria-controls")).hidden = !on;
    });
    to.focus();
    drawTables();
  };
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) choose(tabs[(i + step + tabs.length) % tabs.length]);
  });
});

// ---- looks
const dark = window.matchMedia("(prefers-color-scheme: dark)");
function setDark(on) {
  document.documentElement.classList.toggle("dark", on);
  by("dark").setAttribute("aria-pressed", String(on));
  by("dark").textContent = on ? "Light" : "Dark";
  readColours();
  draw();
}
by("dark").addEventListener("click", () => setDark(!document.documentElement.classList.contains("dark")));
by("narrow").addEventListener("click", () => by("narrow").setAttribute("aria-expanded",
    String(by("filters").classList.toggle("open"))));
dark.addEventListener("change", event => setDark(event.matches));
window.addEventListener("beforeprint", () => { resize(); });
by("title").textContent = document.title;
by("legend").append(...types.map(type => make("li", {}, make("i",
    {class: "dot" + (type === "PERSON" ? "" : " box"), style: `background:var(--${type.toLowerCase()})`}),
    typeWords[type] || type)),
  ...kinds.map(kind => make("li", {}, make("i", {style: `border-top:3px solid var(--${kind}, var(--accent))`}), kind)),
  ...[["planned", "dashed"], ["possible", "dotted"]].filter(([s]) => statuses.includes(s)).map(([s, look]) =>
      make("li", {}, make("i", {style: `border-top:2px ${look} var(--ink)`}), s)),
  ...(statuses.includes("denied") ? [make("li", {}, make("i", {}, "×"), "denied or disputed")] : []));
canvas.setAttribute("aria-label",
    `Graph of ${nodes.length} names and ${edges.length} edges; the tables below have the same`);
setDark(dark.matches);
new ResizeObserver(resize).observe(canvas);
resize(); intro(); apply();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
})();
