// The three panes. On a phone one is in sight; the others say when something new is in them.

import { element } from "./speech.js";
import { WORDS } from "./words.js";

const tabs = [...document.querySelectorAll(".panes button")];

export function show(pane) {
  document.body.dataset.pane = pane;
  for (const tab of tabs) {
    const current = tab.dataset.pane === pane;
    tab.setAttribute("aria-current", String(current));
    if (current) tab.querySelector(".fresh")?.remove();
  }
  const log = document.querySelector(`#${pane} .log`);
  if (log) reveal(log);
}

export function flag(pane, lang) {
  const tab = tabs.find((one) => one.dataset.pane === pane);
  if (document.body.dataset.pane === pane || tab.querySelector(".fresh")) return;
  tab.append(element("span", "fresh", element("span", "hidden", ` (${WORDS[lang].fresh})`)));
}

/** Bring the end of a log into view, but never push the start of its last entry out at the top. */
export function reveal(log) {
  const last = log.lastElementChild;
  log.scrollTop = last ? Math.min(log.scrollHeight, last.offsetTop - log.offsetTop - 12) : 0;
}

for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.pane));
