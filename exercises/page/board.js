// The board: draws what Python's `respond` worked out, and tells Python what the group put in.
// It decides nothing about an exercise. Words typed are kept in memory only, here and in Python:
// never in the notebook, in browser storage or in a synced trait.

const memory = (globalThis.__goodCompanyMemory ??= new Map()); // exercise id -> answers, for as long as the page is open
const count = (globalThis.__goodCompanyCount ??= { boards: 0 }); // every board gets its own copy of this file, so count on the page
const TICK = 250; // milliseconds between two looks at the clock
const WAIT = 200; // milliseconds without a key before typed words go to Python

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
    this.cards = model.get("cards");
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
      this.cards.length ? this.help() : null,
    );
    const old = this.root.firstElementChild;
    if (old) morph(old, fresh);
    else this.root.append(fresh);
    const starts = new Map(controls(view.parts));
    for (const control of this.root.querySelectorAll("[data-answer]")) this.put(control, starts);
    this.tick();
  }

  // What to do when someone is not OK: one click for the list, one for a card.
  help() {
    const { words } = this;
    return h(
      "details", { class: "gc-deck gc-notok", "data-key": "cards" },
      h("summary", {}, words.not_ok),
      h("p", {}, words.not_ok_first),
      this.cards.map(([title, steps]) => h("details", { "data-key": title }, h("summary", {}, title), h("ol", { class: "gc-steps" }, steps.map((step) => h("li", {}, rich(step)))))),
    );
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
