// Draws blocks into #root and mends what the library draws otherwise than Slack does.
// window.draw(spec): the properties of the library's Message, `time` as ISO text. Gives the number of blocks drawn.
import "slack-blocks-to-jsx/dist/style.css";
import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const SHOWN = {
  date: (value) => (value ? DATE.format(new Date(`${value}T12:00`)) : "Select a date"),
  time: (value) => value || "Select a time",
  "datetime-local": (value) => value.replace("T", " ") || "Select a date",
};

// The browser's own date fields, with its format and its calendar sign, are not what people see in Slack.
function mendDates(root) {
  for (const input of root.querySelectorAll(Object.keys(SHOWN).map((kind) => `input[type="${kind}"]`).join())) {
    const field = document.createElement("span");
    field.className = "date-field";
    field.textContent = SHOWN[input.type](input.value);
    input.replaceWith(field);
  }
}

// Slack says so under inputs that dispatch an action on enter, never under an input of many lines.
function mendHints(root) {
  for (const hint of root.querySelectorAll("p")) if (/Please 'enter' to submit/.test(hint.textContent)) hint.remove();
}

window.draw = async (spec) => {
  const root = document.getElementById("root");
  createRoot(root).render(<Message {...spec} time={new Date(spec.time)} />);
  while (!root.childElementCount) await new Promise(requestAnimationFrame);
  mendDates(root);
  mendHints(root);
  return root.querySelector(".slack_blocks_to_jsx--blocks")?.childElementCount ?? 0;
};
