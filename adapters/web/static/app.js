// The page: a team channel, the private talk with the coach, the plan taking shape. This file holds what they share
// and decides what happens. How things look is in speech.js and plan.js, how they travel in line.js.

import { Line } from "./line.js";
import { flag, reveal, show } from "./panes.js";
import { drawPlan, drawStages } from "./plan.js";
import { keep, recall, whoAmI } from "./session.js";
import { controls, element, entryNode, standing } from "./speech.js";
import { WORDS, spaced, translate } from "./words.js";
import { backToWriting, focus, isEmpty, listen, write } from "./writing.js";

const byId = (id) => document.getElementById(id);
const logs = { channel: document.querySelector("#channel .log"), talk: document.querySelector("#talk .log") };

const person = await whoAmI();
const entries = { channel: recall("channel", []), talk: recall("talk", []) };
const state = { open: null, plan: recall("plan", null), stage: recall("stage", 0) };
const words = () => WORDS[person.lang];

const line = new Line({
  greet: () => ({ person: person.id, name: person.name, lang: person.lang, zone: person.zone }),
  prompt: () => state.open,
  hear,
  status: (online) => (byId("line").hidden = online),
});

// ---- what comes in -------------------------------------------------------------------------------------------

const takes = {
  state: takeState,
  told: takeTold,
  withdrawn: takeBack,
  answered: takeAnswered,
  plan: takePlan,
  channel: takePost,
  error: takeError,
};

function hear(message, answered) {
  if (answered) settle(answered);
  takes[message.type]?.(message, answered);
}

function takeState(message) {
  byId("channel-name").textContent = message.channel;
  speak(message.lang);
  presentAll();
  open(message.open);
  takePlan(message);
  if (message.open && !known(message.open) && !line.busy) line.send({ type: "say", where: "direct", text: words().repeat });
}

/** Something the coach says. It is kept before it is confirmed, and what is kept already is not shown twice. */
function takeTold({ key, reply, about }) {
  if (about && find((entry) => entry.key === about)) exchange(about, (entry) => Object.assign(entry, { text: reply.text, reply }));
  else if (!find((entry) => entry.key === (about ?? key))) addReply(reply, about ?? key);
  line.confirm(key);
  if (!line.busy) introduce(); // somebody else's doing, or its time had come: what is open may be another question now
}

function takeBack({ key, about }) {
  exchange(about, (entry) => Object.assign(entry, { gone: true }));
  line.confirm(key);
}

/** Change what the coach said under that key, in place. */
function exchange(key, change) {
  for (const where of ["channel", "talk"]) {
    entries[where].filter((entry) => entry.key === key).forEach(change);
    entries[where] = entries[where].filter((entry) => !entry.gone);
    keep(where, entries[where]);
    redraw(where);
  }
}

function takeAnswered(message) {
  unseen.forEach(([, entry]) => (entry.lang = message.lang));
  speak(message.lang);
  presentAll();
  open(message.open);
}

function takePlan({ plan, stage }) {
  Object.assign(state, { plan, stage });
  keep("plan", plan);
  keep("stage", stage);
  drawOverview();
}

function takePost({ name, text }) {
  add("channel", { by: "other", name, text, at: clock() });
}

/** Nothing was changed: the question is open again, and what was typed to the coach is back in its box. */
function takeError({ reason }, answered) {
  presentAll();
  notify(words()[reason] ?? words().error);
  if (!answered || answered.where === "channel") return;
  if (answered.type === "say" && isEmpty("direct")) write("direct", answered.text);
  entries.talk = entries.talk.filter((entry) => entry.id !== answered.id);
  entries.channel.forEach((entry) => entry.reply?.token === answered.token && delete entry.chosen);
  state.open = answered.open;
  redraw("channel");
  redraw("talk");
}

function addReply(reply, key) {
  const [offer, posted] = [reply.audience === "only_you", reply.audience === "channel"];
  const entry = { by: "coach", text: reply.text, reply, offer, key };
  if (offer || posted) entry.name = "Planfirst";
  if (!posted) entry.lang = person.lang; // what is posted is in its author's language
  add(entry.name ? "channel" : "talk", entry);
}

const find = (wanted) => [...entries.channel, ...entries.talk].find(wanted);
const known = (token) => Boolean(find((entry) => entry.reply?.token === token));

// ---- what goes out -------------------------------------------------------------------------------------------

/** False when the message is too long to travel: then nothing happened. */
function say(where, text) {
  const id = send({ type: "say", where, text });
  if (!id) return false;
  if (where === "channel") add("channel", { by: "me", name: person.name, text, at: clock(), id });
  else add("talk", { by: "me", text, id });
  return true;
}

function send(message) {
  if (!line.fits(message)) {
    notify(words().too_long);
    return null;
  }
  byId("notice").hidden = true;
  return line.send(message);
}

function press(reply, choice) {
  const id = send({ type: "press", button: choice.key, token: reply.token || null });
  if (reply.token) open(null);
  if (reply.audience === "only_you") choose(reply.token, choice.label);
  else add("talk", { by: "me", text: choice.label, id });
  if (choice.key === "btn.start" || !reply.token) show("talk");
  backToWriting();
}

/** The offer keeps the answer it got, in place: the talk begins beside it. */
function choose(token, label) {
  entries.channel.find((entry) => entry.reply?.token === token).chosen = label;
  keep("channel", entries.channel);
  redraw("channel");
}

function submit(reply, filled) {
  const id = send({ type: "form", token: reply.token, fields: Object.fromEntries(filled) });
  if (!id) return;
  const labels = Object.fromEntries(reply.fields.map((field) => [field.slot, field.label]));
  const text = filled.filter(([, value]) => value).map(([slot, value]) => `*${labels[slot]}* ${value}`).join("\n");
  open(null);
  add("talk", { by: "me", text, id });
  backToWriting();
}

/** The server has it: the entry waits no more. */
function settle(answered) {
  for (const node of document.querySelectorAll(`[data-waiting="${answered.id}"]`)) delete node.dataset.waiting;
}

// ---- drawing -------------------------------------------------------------------------------------------------

// The replies to what the person just said come one by one and are shown together, when the turn is over.
const unseen = [];

function add(where, entry) {
  entries[where].push(entry);
  keep(where, entries[where]);
  if (entry.by === "coach" && line.busy) unseen.push([where, entry]);
  else present(where, entry);
}

const presentAll = () => unseen.splice(0).forEach(([where, entry]) => present(where, entry));

function present(where, entry) {
  if (!entries[where].includes(entry)) return;
  draw(where, entry);
  reveal(logs[where]);
  if (entry.by !== "me") flag(where, person.lang);
  guide();
}

function draw(where, entry) {
  const node = entryNode(entry, person.lang);
  if (entry.reply?.token) node.dataset.token = entry.reply.token;
  if (line.holds(entry.id)) node.dataset.waiting = entry.id;
  node.append(standing(entry.reply, person.lang, { press }) ?? "");
  logs[where].append(node);
}

function redraw(where) {
  const log = logs[where];
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  if (where === "channel") seeds().forEach((entry) => draw("channel", entry));
  const later = new Set(unseen.map(([, entry]) => entry));
  entries[where].filter((entry) => !later.has(entry)).forEach((entry) => draw(where, entry));
  log.setAttribute("aria-busy", "false");
  open(state.open);
  reveal(log);
  guide();
}

const seeds = () => words().seeds.map(([name, at, text]) => ({ by: "other", name, at, text: spaced(text, person.lang) }));

/** Only the open question has controls; those of earlier ones are gone. */
function open(token) {
  state.open = token;
  for (const node of document.querySelectorAll(".choices:not(.standing), .log .form")) {
    if (node.closest(".entry").dataset.token !== token) node.remove();
  }
  for (const where of token ? ["channel", "talk"] : []) attach(where, token);
  guide();
}

function attach(where, token) {
  const entry = entries[where].find((one) => one.reply?.token === token);
  const node = logs[where].querySelector(`[data-token="${CSS.escape(token)}"]`);
  if (!entry || !node || node.querySelector(".choices:not(.standing), .form")) return;
  const shown = controls(entry.reply, person.lang, { press, submit });
  if (!shown) return;
  node.append(shown);
  reveal(logs[where]);
  if (shown.matches(".form") && document.hasFocus()) shown.querySelector("textarea").focus();
}

function drawOverview() {
  drawStages(byId("stages"), state.stage, person.lang);
  drawPlan(byId("card"), byId("plan-state"), state, person.lang);
  guide();
}

/** What helps at this moment: examples before the first message, a welcome before the talk, shortcuts in it. */
function guide() {
  const posted = entries.channel.some((entry) => entry.by === "me");
  byId("try").hidden = entries.channel.some((entry) => entry.by === "coach");
  byId("examples").hidden = posted;
  byId("try-title").textContent = spaced(posted ? words().manners : words().try, person.lang);
  byId("welcome").hidden = entries.talk.length > 0;
  shorten();
}

/** What is often said: wishes while the talk goes on, commands after it. "…" waits for a name. */
function shorten() {
  const talking = state.open !== null && state.stage >= 1 && state.stage <= words().stage.length;
  const texts = talking ? words().wishes : words().commands;
  byId("shortcuts").hidden = !talking && !entries.talk.length;
  if (byId("shortcuts").textContent === texts.join("")) return;
  const act = (text) => (text.endsWith("…") ? begin(text.slice(0, -1)) : (say("direct", text), backToWriting()));
  byId("shortcuts").replaceChildren(...buttonsFor(texts, act));
}

function begin(text) {
  write("direct", text);
  focus("direct");
}

function buttonsFor(texts, act) {
  return texts.map((text) => {
    const button = element("button", "", spaced(text, person.lang));
    button.type = "button";
    button.addEventListener("click", () => act(text));
    return button;
  });
}

/** Everything in the person's language; what was said before stays as it was said. */
function speak(lang) {
  if (lang === document.documentElement.lang && byId("examples").children.length) return;
  person.lang = lang;
  keep("person", person);
  translate(lang);
  byId("line").textContent = words().offline;
  byId("examples").replaceChildren(...buttonsFor(words().examples, (text) => (write("channel", text), focus("channel"))));
  redraw("channel");
  redraw("talk");
  drawOverview();
}

function notify(text) {
  byId("notice").textContent = spaced(text, person.lang);
  byId("notice").hidden = false;
}

function clock() {
  return new Date().toLocaleTimeString(person.lang === "fr" ? "fr" : "en-GB", { hour: "numeric", minute: "2-digit" });
}

/** Tell the server the name or the language that changed; without a line, the next hello says it. */
function introduce() {
  if (line.online) line.hello();
}

const begun = () => [...entries.channel, ...entries.talk].some((entry) => entry.by === "coach");

// ---- the start -----------------------------------------------------------------------------------------------

for (const button of document.querySelectorAll("button[data-lang]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.lang);
    if (begun()) line.send({ type: "lang", lang: button.dataset.lang });
    else introduce();
  });
}
byId("start").addEventListener("click", () => (say("direct", "/plan start"), backToWriting()));
byId("name").value = person.name;
byId("name").addEventListener("change", (event) => {
  person.name = event.target.value.trim() || person.name;
  event.target.value = person.name;
  keep("person", person);
  introduce();
});
listen(say);
speak(person.lang);
show(entries.talk.length ? "talk" : "channel");
line.open();
