// How things said look: text with its *emphasis* and `code`, one entry of a log, the controls under a question.
// Data becomes text nodes only, never markup.

import { chart } from "./chart.js";
import { WORDS, spaced } from "./words.js";

// A mark stands at the edge of words, so that 2*3*4 stays a product.
const MARKS = /(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])|`([^`\n]+)`/g;

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** Text with *strong* and `code` as nodes; line breaks are kept by the style sheet. */
export function marked(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(MARKS)) {
    nodes.push(text.slice(from, found.index));
    nodes.push(element(found[1] ? "strong" : "code", "", found[1] ?? found[2]));
    from = found.index + found[0].length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** One entry of a log: {by, name, at, text, lang, reply, chosen}. `by` is "me", "coach" or "other". */
export function entryNode(entry, lang) {
  const node = element("article", `entry ${entry.by}`);
  if (entry.offer) node.classList.add("offer");
  if (entry.reply) node.dataset.key = entry.reply.key;
  node.append(speaker(entry, lang), body(entry, lang));
  if (entry.chosen) node.append(element("p", "chosen", entry.chosen));
  return node;
}

function speaker(entry, lang) {
  const words = WORDS[lang];
  const name = entry.name ?? (entry.by === "me" ? words.you_said : words.coach_said);
  const line = element("p", "speaker", element("span", "name", name));
  if (entry.at) line.append(" ", element("time", "", entry.at));
  if (entry.offer) line.append(" ", element("span", "private", words.only_you));
  const face = element("span", "face", entry.by === "coach" ? "" : name.slice(0, 1).toUpperCase());
  face.setAttribute("aria-hidden", "true");
  face.dataset.tone = String([...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6);
  line.prepend(face);
  return line;
}

function body(entry, lang) {
  const text = element("div", "text");
  if (entry.lang) text.lang = entry.lang;
  const draw = CARDS[entry.reply?.type];
  text.append(...(draw ? [draw(entry.reply, lang)] : marked(entry.text)));
  return text;
}

const CARDS = { plan_card: cardNode, progress_card: progressNode, digest_card: digestNode };

function cardNode(card) {
  const rows = element("dl", "rows");
  for (const row of card.rows) rows.append(element("dt", "", row.label), element("dd", "", ...marked(row.text)));
  const notes = (card.notes ?? []).map(paragraph);
  return element("div", "summary", card.intro ? paragraph(card.intro) : null, element("h3", "", card.title), rows, ...notes);
}

/** A chart in place of the bar, and all its figures in words. */
function progressNode(card, lang) {
  const legend = ["planned", "measured"].map((name) => element("span", name, WORDS[lang][name]));
  const figure = element("figure", "chart", chart(card, lang), element("figcaption", "", ...legend));
  const figures = card.text.replace(`*${card.title}*\n`, "").replace(/[▓░]+ */g, "");
  return element("div", "summary", element("h3", "", card.title), figure, paragraph(figures));
}

function digestNode(card) {
  const sections = card.sections.flatMap((part) => [
    element("h4", "", [part.title, part.more].filter(Boolean).join(" ")),
    element("ul", "", ...part.lines.map((line) => element("li", "", ...marked(line.replace(/^• /, ""))))),
  ]);
  const below = [card.totals, card.foot].filter(Boolean).map(paragraph);
  return element("div", "summary", element("h3", "", card.title), paragraph(card.headline), ...sections, ...below);
}

const paragraph = (text) => element("p", "note", ...marked(text));

/** The buttons or the form under the open question; null when it has none. */
export function controls(reply, lang, act) {
  if (reply.type === "form") return formNode(reply, lang, act);
  return buttons(reply, lang, (choice) => !stands(reply, choice), act);
}

/** The buttons about a plan, and the links, which stay whatever is asked; null when there are none. */
export function standing(reply, lang, act) {
  const group = buttons(reply, lang, (choice) => stands(reply, choice), act);
  group?.classList.add("standing");
  return group;
}

/** Whether it can be pressed at any time: its key names its plan, and belongs to no question. */
export const stands = (reply, choice) => Boolean(choice.url) || !reply.token;

function buttons(reply, lang, wanted, act) {
  const choices = reply?.choices?.filter(wanted) ?? [];
  if (!choices.length) return null;
  const group = element("div", "choices", ...choices.map((choice) => (choice.url ? link : button)(choice, reply, lang, act)));
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", reply.title ?? reply.text);
  return group;
}

function button(choice, reply, lang, act) {
  const node = element("button", "", spaced(choice.label, lang));
  node.type = "button";
  node.dataset.button = choice.key;
  // The second click of a double click could hit a button of the next question.
  node.addEventListener("click", (event) => event.detail > 1 || act.press(reply, choice));
  return node;
}

function link(choice, _reply, lang) {
  const node = element("a", "", spaced(choice.label, lang));
  node.href = choice.url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  return node;
}

function formNode(reply, lang, act) {
  const form = element("form", "form");
  const boxes = reply.fields.map((field) => {
    const box = element("textarea");
    box.name = field.slot;
    box.rows = 2;
    box.value = field.value;
    form.append(element("label", "", element("span", "", field.label), box));
    return box;
  });
  const submit = element("button", "", WORDS[lang].send);
  form.append(submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act.submit(reply, boxes.map((box) => [box.name, box.value.trim()]));
  });
  return form;
}
