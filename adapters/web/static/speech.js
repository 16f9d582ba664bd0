// How things said look: text with its *emphasis* and `code`, one entry of a log, the controls under a question.
// Data becomes text nodes only, never markup.

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
  node.append(speaker(entry, lang), body(entry));
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

function body(entry) {
  const text = element("div", "text");
  if (entry.lang) text.lang = entry.lang;
  if (entry.reply?.type === "plan_card") text.append(cardNode(entry.reply));
  else text.append(...marked(entry.text));
  return text;
}

function cardNode(card) {
  const rows = element("dl", "rows");
  for (const row of card.rows) rows.append(element("dt", "", row.label), element("dd", "", ...marked(row.text)));
  return element("div", "summary", element("h3", "", card.title), rows);
}

/** The buttons or the form under the open question; null when it has none. */
export function controls(reply, lang, act) {
  if (reply.type === "form") return formNode(reply, lang, act);
  if (!reply.choices?.length) return null;
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", reply.text ?? reply.title);
  for (const choice of reply.choices) {
    const button = element("button", "", spaced(choice.label, lang));
    button.type = "button";
    button.dataset.button = choice.key;
    // The second click of a double click could hit a button of the next question.
    button.addEventListener("click", (event) => event.detail > 1 || act.press(reply, choice));
    group.append(button);
  }
  return group;
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
