// How a measure moves: the straight way to the target, dashed, and the figures read so far. Its figures stand in the
// text beside it too, so a screen reader hears only what it is a picture of.

import { WORDS } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const HEIGHT = 156;
const LEFT = 10;
const RIGHT = WIDTH - 10;
const TOP = 24;
const FLOOR = HEIGHT - 22; // below it stand the days
const BOTTOM = FLOOR - 24; // a figure has room between the lowest point and the floor
const ABOVE = -9;
const BELOW = 17;

/**
 * The chart of a progress card: {measure, line, readings}; a point is {on: "2026-03-02", value}. The line has its two
 * ends, or is empty where nobody knows from when to when.
 */
export function chart({ measure, line, readings }, lang) {
  const read = [...line.slice(0, 1), ...readings];
  const at = scale([...line, ...readings]);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": WORDS[lang].chart(measure) });
  picture.append(
    svg("line", { class: "floor", x1: LEFT, x2: RIGHT, y1: FLOOR, y2: FLOOR }),
    svg("polyline", { class: "planned", points: path(line.map(at)) }),
    svg("polyline", { class: "measured", points: path(read.map(at)) }),
    ...readings.map(at).map(([x, y]) => svg("circle", { class: "measured", cx: x, cy: y, r: 4 })),
    ...figures(line, readings, at, lang),
    ...days(line.length ? line : readings, at, lang),
  );
  return picture;
}

/** Points to the place where they stand in the picture. */
function scale(points) {
  const times = points.map((point) => Date.parse(point.on));
  const values = points.map((point) => point.value);
  const [first, low] = [Math.min(...times), Math.min(...values)];
  const span = Math.max(...times) - first || 1;
  const height = Math.max(...values) - low || 1;
  return ({ on, value }) => [
    Math.round(LEFT + ((RIGHT - LEFT) * (Date.parse(on) - first)) / span),
    Math.round(BOTTOM - ((BOTTOM - TOP) * (value - low)) / height),
  ];
}

/** The figures of the start, of the target, and of the last reading; where two would cover each other, the later one. */
function figures(line, readings, at, lang) {
  const shown = [...ends(line), ...readings.slice(-1).map((last) => [last, lies(last, line), "last"])];
  const placed = shown.map(([point, beside, name]) => ({ x: at(point)[0], y: at(point)[1] + beside, point, name }));
  return placed
    .filter((one, index) => !placed.slice(index + 1).some((later) => covers(one, later)))
    .map(({ x, y, point, name }) => label(x, y, number(point.value, lang), `figure ${name}`));
}

function ends([start, target]) {
  if (!start) return [];
  const falls = start.value > target.value;
  return [
    [start, falls ? ABOVE : BELOW, "end"],
    [target, falls ? BELOW : ABOVE, "end"],
  ];
}

const covers = (one, other) => Math.abs(one.x - other.x) < 44 && Math.abs(one.y - other.y) < 15;

/** On which side of the straight way a reading lies. */
function lies({ on, value }, [from, to]) {
  if (!from) return ABOVE;
  const gone = (Date.parse(on) - Date.parse(from.on)) / (Date.parse(to.on) - Date.parse(from.on) || 1);
  return value >= from.value + gone * (to.value - from.value) ? ABOVE : BELOW;
}

function days(points, at, lang) {
  const written = new Intl.DateTimeFormat(lang === "fr" ? "fr" : "en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  const ends = points.length > 1 ? [points[0], points.at(-1)] : points;
  return ends.map((point) => label(at(point)[0], HEIGHT - 6, written.format(new Date(point.on)), "day"));
}

function label(x, y, text, name) {
  const anchor = x < WIDTH / 4 ? "start" : x > (WIDTH * 3) / 4 ? "end" : "middle";
  const node = svg("text", { class: name, x, y, "text-anchor": anchor });
  node.textContent = text;
  return node;
}

const number = (value, lang) => new Intl.NumberFormat(lang === "fr" ? "fr" : "en-GB", { maximumFractionDigits: 2 }).format(value);
const path = (places) => places.map((place) => place.join(",")).join(" ");

function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
