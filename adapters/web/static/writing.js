// The two boxes to write in: Enter sends, Shift+Enter makes a new line, a draft survives a reload.

import { keep, recall } from "./session.js";

const boxes = { channel: document.getElementById("channel-text"), direct: document.getElementById("talk-text") };

export function write(where, text) {
  boxes[where].value = text;
  keep(`draft.${where}`, text);
}

export const isEmpty = (where) => boxes[where].value === "";
export const focus = (where) => boxes[where].focus();

/** After a press the focus goes back to the box; on a touch screen that would open the keyboard unasked. */
export function backToWriting() {
  if (!matchMedia("(pointer: coarse)").matches) focus("direct");
}

/** say(where, text) gets what is sent; when it gives false, the text stays in its box. */
export function listen(say) {
  const send = (where) => {
    const text = boxes[where].value.trim();
    if (text && say(where, text)) write(where, "");
    focus(where);
  };
  for (const form of document.querySelectorAll(".composer")) attend(form, form.dataset.where, send);
}

function attend(form, where, send) {
  const box = boxes[where];
  box.value = recall(`draft.${where}`, "");
  box.addEventListener("input", () => keep(`draft.${where}`, box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(where);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(where);
  });
}
