// The plan taking shape: which stage the talk is at, what is noted, each step with its verdict, what is still open.

import { element, marked } from "./speech.js";
import { WORDS, spaced } from "./words.js";

export function drawStages(list, stage, lang) {
  const words = WORDS[lang];
  list.replaceChildren(
    ...words.stage.map((name, index) => {
      const item = element("li", "", name);
      const state = index + 1 < stage ? "done" : index + 1 === stage ? "now" : "";
      if (state) item.append(element("span", "hidden", ` (${words[`stage_${state}`]})`));
      if (state === "now") item.setAttribute("aria-current", "step");
      item.dataset.state = state;
      return item;
    }),
  );
}

export function drawPlan(card, label, { plan, stage }, lang) {
  const words = WORDS[lang];
  const saved = stage > words.stage.length;
  const reviewer = plan?.reviewer ? ` · ${words.reviewer(plan.reviewer)}` : "";
  label.textContent = plan ? words.state[saved ? plan.state : "draft"] + reviewer : "";
  label.dataset.saved = String(saved);
  if (!plan) {
    card.replaceChildren(element("p", "empty", spaced(words.plan_empty, lang)));
    return;
  }
  card.replaceChildren(
    element("h3", "", plan.title),
    rows(plan.rows.filter((row) => row.place === "above")),
    steps(plan.steps, words),
    rows(plan.rows.filter((row) => row.place === "below")),
    openPoints(plan.open, words),
  );
}

function rows(shown) {
  const list = element("dl", "rows");
  for (const row of shown) list.append(element("dt", "", row.label), element("dd", "", ...marked(row.text)));
  return shown.length ? list : "";
}

function steps(all, words) {
  if (!all.length) return "";
  const list = element("ol", "steps");
  for (const step of all) {
    const item = element("li", "", element("p", "what", step.text));
    if (step.about) item.append(element("p", "about", step.about));
    if (step.verdict) item.append(verdict(step.verdict, words));
    list.append(item);
  }
  return element("section", "", element("h4", "", words.steps), list);
}

function verdict(kind, words) {
  const chip = element("p", "verdict", words.verdict[kind]);
  chip.dataset.kind = kind;
  return chip;
}

function openPoints(points, words) {
  const list = points.length ? element("ul", "open") : element("p", "about", words.open_none);
  for (const point of points) list.append(element("li", "", ...marked(point)));
  return element("section", "", element("h4", "", words.open_points), list);
}
