// Small tools for the bar: elements, buttons, questions. All words go in as text, never as markup.

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

export function button(words, press, attributes = {}) {
  const made = h("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

// `**bold**` is the only markup that the kit's own words may hold.
export function rich(text) {
  return text.split(/\*\*(.+?)\*\*/).map((piece, place) => (place % 2 ? h("strong", {}, piece) : piece));
}

export const fill = (sentence, places) => sentence.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);

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
