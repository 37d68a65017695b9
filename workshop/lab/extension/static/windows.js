// What stands over the page: buttons that do something, windows, questions. All words go in as text.

import { h } from "./tools.js";

export function button(words, press, attributes = {}) {
  const made = h("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

// A window over the page, closed by its button or by Escape. Focus goes back to where it was.
export function dialog(title, close, ...inside) {
  const id = `gc-dialog-${document.querySelectorAll("dialog").length}`;
  const made = h("dialog", { class: "gc-dialog", "aria-labelledby": id }, h("h2", { id, tabindex: "-1" }, title), inside);
  made.append(h("div", { class: "gc-bar-row" }, button(close, () => made.close(), { class: "gc-close" })));
  made.addEventListener("close", () => made.remove());
  document.body.append(made);
  made.showModal();
  made.querySelector("h2").focus();
  return made;
}

// A question with one dangerous answer: the safe one comes first and has the focus.
export function sure(title, sentence, no, yes, then) {
  const made = dialog(title, no, h("p", {}, sentence));
  made.querySelector(".gc-bar-row").append(button(yes, () => { made.close(); then(); }, { class: "gc-yes" }));
  made.querySelector(".gc-close").focus();
}
