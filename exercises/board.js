// The board: draws what Python's `respond` worked out, and tells Python what the group put in.
// It decides nothing about an exercise. Words typed are kept in memory only, here and in Python:
// never in the notebook, in browser storage or in a synced trait. All text goes in as text nodes,
// so nothing typed is ever markup.

const memory = (globalThis.__goodCompanyMemory ??= new Map()); // exercise id -> answers, for as long as the page is open
const count = (globalThis.__goodCompanyCount ??= { boards: 0 }); // every board gets its own copy of this file, so count on the page

const SVG_TAGS = new Set(["svg", "g", "circle", "rect", "line", "polyline", "path", "text", "tspan"]);
const PRIVATE = { autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false" };
const TICK = 250; // milliseconds between two looks at the clock
const WAIT = 200; // milliseconds without a key before typed words go to Python
const SHAPES = ["●", "▲", "■", "◆"]; // a sign for each role, so that color is never alone

// --- small tools -------------------------------------------------------------------------

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  // JupyterLab's one-letter commands would cut and paste cells under somebody who presses a key here.
  if (node.matches("button, input, select, textarea, summary, h3")) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

// `**bold**` is the only markup that an exercise's own words may hold.
function rich(text) {
  return text.split(/\*\*(.+?)\*\*/).map((piece, place) => (place % 2 ? h("strong", {}, piece) : piece));
}

function fill(sentence, places) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

// Pictures are made by the kit, but they carry words: keep known shapes, drop everything else.
function picture(source) {
  const drawn = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  for (const node of [drawn, ...drawn.querySelectorAll("*")]) {
    if (!SVG_TAGS.has(node.localName)) node.remove();
    for (const { name } of [...node.attributes]) if (/^on|href/i.test(name)) node.removeAttribute(name);
  }
  drawn.setAttribute("aria-hidden", "true");
  drawn.removeAttribute("width");
  drawn.removeAttribute("height");
  return document.importNode(drawn, true);
}

// The name and the starting value of every control in a view.
function controls(part) {
  if (!part || typeof part !== "object") return [];
  const own = part.id !== undefined && part.value !== undefined ? [[part.id, part.value]] : [];
  return [...own, ...Object.values(part).flatMap(controls)];
}

// Make `old` look like `fresh` while keeping the elements, so that focus and caret stay put.
function morph(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.hasAttribute("data-live")) return;
  const wanted = [...fresh.childNodes];
  wanted.forEach((child, place) => {
    const there = old.childNodes[place];
    if (!there) old.append(child);
    else if (there.nodeType === 3 && child.nodeType === 3) {
      if (there.data !== child.data) there.data = child.data;
    } else if (there.nodeName === child.nodeName && there.dataset?.key === child.dataset?.key && there.nodeName !== "svg") {
      morph(there, child);
    } else there.replaceWith(child);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function chime() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = 528;
  loud.gain.setValueAtTime(0.12, audio.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 1.6);
  tone.connect(loud).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1.6);
  tone.onended = () => audio.close();
}

// --- drawing: one function for each kind of part ---------------------------------------------

function button(given, look = "") {
  return given && h("button", { type: "button", class: `gc-button ${look}`, "data-sets": JSON.stringify(given.sets), "aria-label": given.of ? `${given.label}: ${given.of}` : null }, given.label);
}

function table(rows, caption) {
  const [heads, ...body] = rows;
  return h(
    "table", {}, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, body.map((row) => h("tr", {}, row.map((cell, place) => h(place ? "td" : "th", place ? {} : { scope: "row" }, String(cell)))))),
  );
}

const draw = {
  text: ({ text }) => h("p", {}, rich(text)),
  steps: ({ items }) => h("ol", { class: "gc-steps" }, items.map((item) => h("li", {}, rich(item)))),
  legend: ({ signs }) => h("dl", { class: "gc-legend" }, signs.map(([sign, meaning]) => h("div", {}, h("dt", {}, sign), h("dd", {}, meaning)))),
  section: ({ title, parts }, board) => h("section", {}, h("h4", {}, title), parts.map(board.part)),
  beside: ({ left, right, left_share }, board) => h("div", { class: "gc-beside", style: `--gc-left: ${left_share}fr; --gc-right: ${100 - left_share}fr` }, h("div", {}, left.map(board.part)), h("div", {}, right.map(board.part))),
  sentence: ({ text }) => h("p", { class: "gc-sentence", role: "status" }, text),
  help_lines: ({ lines }) => h("ul", { class: "gc-lines" }, lines.map(([name, how]) => h("li", {}, h("strong", {}, name), h("span", {}, how)))),

  write: (part, board) => {
    const id = board.id(part.id);
    const shared = { id, "data-answer": part.id, "aria-describedby": `${id}-help`, ...PRIVATE };
    return h(
      "div", { class: "gc-field", "data-key": part.id },
      h("label", { for: id }, part.label),
      h("span", { class: "gc-help", id: `${id}-help` }, part.help ? `${part.help} ${board.words.group_words}` : board.words.group_words),
      part.lines > 1 ? h("textarea", { ...shared, rows: part.lines }) : h("input", { ...shared, type: "text" }),
    );
  },

  choice: (part, board) => {
    const id = board.id(part.id);
    if (part.menu) {
      const options = part.options.map((option, place) => h("option", { value: place }, option));
      return h(
        "div", { class: "gc-field", "data-key": part.id },
        h("label", { for: id }, part.label),
        h("select", { id, "data-answer": part.id, "data-number": true, autocomplete: "off" }, h("option", { value: -1 }, board.words.choose), options),
      );
    }
    return h(
      "fieldset", { class: "gc-field", "data-key": part.id },
      h("legend", {}, part.label),
      h("div", { class: "gc-options" }, part.options.map((option, place) =>
        h("label", { class: "gc-option" }, h("input", { type: "radio", name: id, value: place, "data-answer": part.id, "data-number": true, autocomplete: "off" }), h("span", {}, option)))),
    );
  },

  ticks: (part) => h(
    "fieldset", { class: "gc-field", "data-key": part.id },
    h("legend", {}, part.label),
    h("div", { class: "gc-options" }, part.options.map((option) =>
      h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": option.id, autocomplete: "off" }), h("span", {}, option.label)))),
  ),

  scale: (part, board) => {
    const id = board.id(part.id);
    const step = (by, word, sign) => h(
      "button", { type: "button", class: "gc-button gc-nudge", "data-nudge": part.id, "data-by": by, "aria-label": fill(word, { label: part.label }) }, sign);
    return h(
      "div", { class: "gc-field gc-scale", "data-key": part.id },
      h("label", { for: id }, part.label),
      h(
        "div", { class: "gc-slide" },
        step(-1, board.words.scale_less, "−"),
        h("input", { id, type: "range", min: part.low, max: part.high, step: 1, "data-answer": part.id, "data-number": true, autocomplete: "off", "aria-describedby": part.low_word ? `${id}-ends` : null }),
        step(1, board.words.scale_more, "+"),
        h("output", { for: id }, String(board.answer(part))),
      ),
      part.low_word ? h("p", { class: "gc-help gc-ends", id: `${id}-ends` }, h("span", {}, `${part.low}: ${part.low_word}`), h("span", {}, `${part.high}: ${part.high_word}`)) : null,
    );
  },

  rows: (part, board) => h(
    "section", { class: "gc-rows" },
    h("h4", {}, part.label),
    part.rows.map((row) => h(
      "fieldset", { "data-key": row.cells[0]?.id },
      h("legend", {}, row.name),
      h("div", { class: "gc-cells" }, row.cells.map(board.part), button(row.remove, "gc-quiet")),
    )),
    button(part.add),
  ),

  sort: (part, board) => h(
    "section", { class: "gc-sort" },
    h("p", { class: "gc-place" }, part.place),
    part.card && h(
      "blockquote", { class: "gc-card" },
      h("p", {}, h("span", { class: "gc-who" }, part.card.heads[0]), h("span", {}, part.card.said)),
      h("p", {}, h("span", { class: "gc-who" }, part.card.heads[1]), h("span", {}, part.card.reply)),
    ),
    part.card && h("p", { class: "gc-ask" }, part.label),
    h("div", { class: "gc-piles" }, part.piles.map((pile) => {
      const node = button(pile, "gc-pile");
      node.setAttribute("aria-pressed", String(pile.on));
      return node;
    })),
    h("p", { class: "gc-sentence", role: "status" }, part.reply),
    h("div", { class: "gc-moves" }, button(part.earlier, "gc-quiet"), button(part.later, "gc-main")),
    h("dl", { class: "gc-tally", "aria-label": board.words.so_far }, part.tally.map(([pile, many]) => h("div", {}, h("dt", {}, pile), h("dd", {}, String(many))))),
  ),

  picture: (part, board) => h(
    "figure", { class: "gc-picture" },
    h("div", { role: "img", "aria-label": part.alt }, picture(part.svg)),
    part.table.length ? h("details", { "data-key": part.id }, h("summary", {}, board.words.picture_words), table(part.table, part.alt)) : null,
  ),

  tally: (part, board) => h(
    "section", { class: "gc-count" },
    part.rows.length ? table([part.heads, ...part.rows], part.label) : h("p", {}, `${part.label}: ${board.words.nothing_yet}`),
  ),

  timer: (part, board) => {
    const turn = part.turns[part.turn];
    const set = (sets, label, look = "gc-quiet") => button({ label, sets }, look);
    const go = (to) => ({ [`${part.id}.turn`]: to, [`${part.id}.ends`]: 0, [`${part.id}.left`]: part.turns[to]?.seconds ?? 0 });
    const many = part.turns.length;
    return h(
      "section", { class: "gc-timer", "data-timer": JSON.stringify(part), "aria-label": part.label },
      h("h4", {}, many > 1 ? `${turn.name} · ${fill(board.words.timer_turn, { n: part.turn + 1, m: many })}` : turn.name),
      h("div", { class: "gc-clock", role: "timer", "aria-live": "off", "data-live": true }),
      h("div", { class: "gc-track", "aria-hidden": "true", "data-live": true }, h("div", {})),
      h("p", { class: "gc-said", role: "status", "data-live": true }),
      turn.roles.length ? h("ul", { class: "gc-roles" }, turn.roles.map(([who, role], place) =>
        h("li", { class: `gc-role gc-role-${place}` }, h("span", { "aria-hidden": "true" }, SHAPES[place] ?? ""), h("strong", {}, who), h("span", {}, role)))) : null,
      h(
        "div", { class: "gc-moves" },
        h("button", { type: "button", class: "gc-button gc-main", "data-run": part.id, "data-live": true }, board.words.timer_start),
        h("button", { type: "button", class: "gc-button", "data-more": part.id }, board.words.timer_more),
        set(go(part.turn), board.words.timer_again),
        part.turn > 0 ? set(go(part.turn - 1), board.words.timer_before) : null,
        part.turn < many - 1 ? set(go(part.turn + 1), board.words.timer_next, "") : null,
      ),
      h("div", { class: "gc-options" },
        h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": `${part.id}.sound`, "data-default": "true", autocomplete: "off" }), h("span", {}, board.words.timer_sound)),
        many > 1 ? h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": `${part.id}.auto`, autocomplete: "off" }), h("span", {}, board.words.timer_auto)) : null),
    );
  },
};

// --- the board itself ------------------------------------------------------------------------

class Board {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.words = model.get("words");
    this.name = model.get("exercise_id");
    this.me = `gc${++count.boards}`;
    this.sent = 0;
    this.unsent = {}; // changed here, not yet sent
    this.pending = []; // sent, not yet said back
    this.asking = false;
    this.view = model.get("opening");
    this.answers = memory.get(this.name) ?? {};
    this.part = this.part.bind(this);
  }

  id(name) {
    return `${this.me}-${name}`;
  }

  answer(part) {
    return this.answers[part.id] ?? part.value;
  }

  part(part) {
    const kind = draw[part.kind];
    if (!kind) throw new Error(`The board cannot draw a part of the kind "${part.kind}".`);
    return kind(part, this);
  }

  // Draw the view, then give every control the value it stands for, but not the one in use.
  show() {
    const { view, words } = this;
    if (view.trouble) {
      if (!this.root.firstElementChild) this.root.append(h("p", { class: "gc-trouble", role: "alert" }));
      this.root.querySelector(".gc-trouble").textContent = view.trouble;
      return;
    }
    const fresh = h(
      "div", { class: "gc-board", role: "group", "aria-label": view.title },
      h("p", { class: "gc-trouble", role: "alert", "data-live": true }),
      h("p", { class: "gc-place" }, view.step.place),
      h("h3", { tabindex: "-1", id: this.id("heading") }, view.step.name),
      h("div", { class: "gc-parts", "data-key": view.step.id }, view.parts.map(this.part)),
      h("p", { class: "gc-optout" }, view.opt_out),
      h("nav", { class: "gc-moves", "aria-label": view.title }, button(view.back, "gc-quiet"), button(view.next, "gc-main")),
      h("div", { class: "gc-clear" },
        this.asking ? h("p", { id: this.id("sure") }, words.clear_sure) : null,
        this.asking
          ? h("div", { class: "gc-moves" },
              h("button", { type: "button", class: "gc-button", "data-clear": "no", "aria-describedby": this.id("sure") }, words.clear_no),
              h("button", { type: "button", class: "gc-button gc-quiet", "data-clear": "yes" }, words.clear_yes))
          : h("button", { type: "button", class: "gc-button gc-quiet", "data-clear": "ask" }, words.clear)),
      h("p", { class: "gc-said", role: "status", "data-live": true, "data-cleared": true }),
    );
    const old = this.root.firstElementChild;
    if (old) morph(old, fresh);
    else this.root.append(fresh);
    const starts = new Map(controls(view.parts));
    for (const control of this.root.querySelectorAll("[data-answer]")) this.put(control, starts);
    this.tick();
  }

  put(control, starts) {
    if (control === document.activeElement && control.matches("textarea, input[type=text]")) return;
    const name = control.dataset.answer;
    const value = this.answers[name] ?? starts.get(name) ?? control.dataset.default === "true";
    if (control.type === "checkbox") control.checked = value === true;
    else if (control.type === "radio") control.checked = Number(control.value) === value;
    else if (control.value !== String(value)) control.value = value;
  }

  set(sets, soon = false) {
    Object.assign(this.answers, sets);
    Object.assign(this.unsent, sets);
    memory.set(this.name, this.answers);
    clearTimeout(this.later);
    if (soon) this.later = setTimeout(() => this.tell(), WAIT);
    else this.tell();
  }

  // Send what has changed. Until Python has said it back, it stands on top of what Python says.
  tell(more = {}) {
    clearTimeout(this.later);
    this.pending.push({ seq: ++this.sent, sets: this.unsent });
    this.model.send({ changes: this.unsent, from: this.me, seq: this.sent, ...more });
    this.unsent = {};
  }

  hear(message) {
    const mine = message.from === this.me;
    if (mine) this.pending = this.pending.filter(({ seq }) => seq > message.seq);
    this.answers = Object.assign({}, message.answers, ...this.pending.map(({ sets }) => sets), this.unsent);
    memory.set(this.name, this.answers);
    if (this.pending.length) return; // a newer view is on its way
    const before = this.view.step?.id;
    this.view = message.view;
    this.show();
    if (mine && !message.hello && this.view.step && this.view.step.id !== before) {
      const heading = this.root.querySelector("h3");
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "start" });
    }
  }

  // --- the clock: worked out from the answers, so that a second window shows the same time
  tick() {
    for (const node of this.root.querySelectorAll("[data-timer]")) {
      const part = JSON.parse(node.dataset.timer);
      const turn = part.turns[part.turn];
      const ends = this.answers[`${part.id}.ends`] || 0;
      const kept = this.answers[`${part.id}.left`] ?? turn.seconds;
      const left = Math.max(0, Math.round(ends ? (ends - Date.now()) / 1000 : kept));
      const clock = node.querySelector(".gc-clock");
      const face = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (clock.textContent !== face) clock.textContent = face;
      node.querySelector(".gc-track > div").style.inlineSize = `${Math.min(100, (100 * left) / Math.max(turn.seconds, 1))}%`;
      node.classList.toggle("gc-over", left === 0);
      const said = node.querySelector(".gc-said");
      const news = left === 0 ? this.words.timer_over : left <= 60 && ends && turn.seconds > 60 ? this.words.timer_minute : "";
      if (said.textContent !== news) said.textContent = news;
      const run = node.querySelector("[data-run]");
      const word = ends && left ? this.words.timer_pause : kept < turn.seconds && kept > 0 && !ends ? this.words.timer_go_on : this.words.timer_start;
      if (run.textContent !== word) run.textContent = word;
      if (ends && left === 0) this.over(part);
    }
  }

  over(part) {
    const sets = { [`${part.id}.ends`]: 0, [`${part.id}.left`]: 0 };
    if (this.answers[`${part.id}.sound`] !== false) chime();
    const following = part.turns[part.turn + 1];
    if (this.answers[`${part.id}.auto`] === true && following) {
      sets[`${part.id}.turn`] = part.turn + 1;
      sets[`${part.id}.left`] = following.seconds;
      sets[`${part.id}.ends`] = Date.now() + following.seconds * 1000;
    }
    this.set(sets);
  }

  run(name, more = 0) {
    const part = JSON.parse([...this.root.querySelectorAll("[data-timer]")].find((node) => JSON.parse(node.dataset.timer).id === name).dataset.timer);
    const ends = this.answers[`${name}.ends`] || 0;
    const kept = this.answers[`${name}.left`] ?? part.turns[part.turn].seconds;
    if (more) this.set(ends ? { [`${name}.ends`]: ends + more * 1000 } : { [`${name}.left`]: kept + more });
    else if (ends) this.set({ [`${name}.ends`]: 0, [`${name}.left`]: Math.max(0, Math.round((ends - Date.now()) / 1000)) });
    else this.set({ [`${name}.ends`]: Date.now() + (kept || part.turns[part.turn].seconds) * 1000 });
  }

  clear(answer) {
    this.asking = answer === "ask";
    if (answer === "yes") {
      this.answers = {};
      this.unsent = {};
      this.pending = [];
      memory.delete(this.name);
      this.tell({ clear: true });
    }
    this.show();
    const focus = { ask: '[data-clear="no"]', no: '[data-clear="ask"]', yes: "h3" }[answer];
    this.root.querySelector("[data-cleared]").textContent = answer === "yes" ? this.words.cleared : "";
    this.root.querySelector(focus)?.focus();
  }

  click(event) {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const { sets, nudge, by, run, more, clear } = pressed.dataset;
    if (clear) this.clear(clear);
    else if (run) this.run(run);
    else if (more) this.run(more, 30);
    else if (nudge) this.nudge(nudge, Number(by));
    else if (sets) this.set(JSON.parse(sets));
  }

  nudge(name, by) {
    const slider = [...this.root.querySelectorAll("input[type=range]")].find((control) => control.dataset.answer === name);
    const value = Math.min(Number(slider.max), Math.max(Number(slider.min), Number(slider.value) + by));
    this.set({ [name]: value });
  }

  input(event) {
    const control = event.target;
    const name = control.dataset?.answer;
    if (!name) return;
    const typed = control.matches("textarea, input[type=text], input[type=range]");
    const value = control.type === "checkbox" ? control.checked : control.dataset.number !== undefined ? Number(control.value) : control.value;
    this.set({ [name]: value }, typed && event.type === "input");
  }
}

function render({ model, el }) {
  const root = h("div", { class: "gc-root" });
  el.append(root);
  const board = new Board(model, root);
  const hear = (message) => board.hear(message);
  model.on("msg:custom", hear);
  root.addEventListener("click", (event) => board.click(event));
  root.addEventListener("input", (event) => board.input(event));
  const clock = setInterval(() => board.tick(), TICK);
  board.show();
  board.unsent = { ...board.answers };
  board.tell({ hello: true });
  return () => {
    clearInterval(clock);
    clearTimeout(board.later);
    model.off("msg:custom", hear);
  };
}

export default { render };
