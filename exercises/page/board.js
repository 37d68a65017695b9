// The board: draws what Python's `respond` worked out, and tells Python what the group put in.
// It decides nothing about an exercise. Words typed are kept in memory only, here and in Python:
// never in the notebook, in browser storage or in a synced trait.

const memory = (globalThis.__goodCompanyMemory ??= new Map()); // exercise id -> answers, for as long as the page is open
const count = (globalThis.__goodCompanyCount ??= { boards: 0 }); // every board gets its own copy of this file, so count on the page
const TICK = 250; // milliseconds between two looks at the clock
const WAIT = 200; // milliseconds without a key before typed words go to Python
const AGAIN = 4000; // milliseconds until what Python has not answered is sent once more
const PATIENCE = 30_000; // milliseconds until a PDF that has not come is given up

class Board {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.words = model.get("words");
    this.name = model.get("exercise_id");
    this.me = `gc${++count.boards}-${Math.random().toString(36).slice(2)}`; // no other window has the same name
    this.sent = 0;
    this.unsent = {}; // changed here, not yet sent
    this.pending = {}; // sent, not yet said back
    this.clearing = false; // so is the wish to forget everything
    this.last = null; // the message that Python has yet to answer
    this.asking = ""; // the name of the question that is open: clear or print
    this.what = ""; // what is to be printed: a poster, or the whole board where it is empty
    this.known = ""; // the answers as Python last told them
    this.paper = null; // the PDF last made: its address in this page, and the answers it holds
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
      h("aside", { class: "gc-script", "aria-label": words.script }, view.script.map(([head, lines]) => [h("h4", {}, head), h("ul", {}, lines.map((line) => h("li", {}, rich(line))))])),
      h("p", { class: "gc-optout" }, view.opt_out),
      h("nav", { class: "gc-moves", "aria-label": view.title }, button(view.back, "gc-quiet"), button(view.next, "gc-main")),
      this.foot(),
      h("p", { class: "gc-said", role: "status", "data-live": true, "data-news": true }),
      h("div", { class: "gc-moves gc-paper" }, this.links()),
      this.cards.length ? this.help() : null,
    );
    const old = this.root.firstElementChild;
    if (old) morph(old, fresh);
    else this.root.append(fresh);
    const starts = new Map(controls(view.parts));
    for (const control of this.root.querySelectorAll("[data-answer]")) this.put(control, starts);
    this.tick();
  }

  // What can be done with the whole board. Each asks first, and the calm answer comes first.
  foot() {
    const { words, asking } = this;
    const press = (name, answer, look, more = {}) => h(
      "button", { type: "button", class: `gc-button ${look}`, [`data-${name}`]: answer, ...more }, words[answer === "ask" ? name : `${name}_${answer}`]);
    if (asking) return h(
      "div", { class: "gc-clear", "data-key": asking },
      h("p", { id: this.id("sure") }, words[`${asking}_sure`]),
      h("div", { class: "gc-moves" }, press(asking, "no", "", { "aria-describedby": this.id("sure") }), press(asking, "yes", "gc-quiet")));
    return h("div", { class: "gc-clear gc-moves" }, press("clear", "ask", "gc-quiet"), this.model.get("prints") ? press("print", "ask", "gc-quiet", { "data-what": "" }) : null);
  }

  // The PDF, once it is made. Only the second link puts it on the disk, under a name that says nothing.
  links() {
    const { words, paper } = this;
    return paper ? [
      h("a", { class: "gc-button gc-main", href: paper.url, target: "_blank" }, words.print_open),
      h("a", { class: "gc-button gc-quiet", href: paper.url, download: `${this.name}.board.pdf` }, words.print_save),
    ] : [];
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

  // Send what Python has not said back yet. Until it has, that stands on top of what Python says.
  tell(more = {}) {
    clearTimeout(this.later);
    Object.assign(this.pending, this.unsent);
    this.unsent = {};
    this.clearing ||= more.clear === true;
    this.last = { changes: { ...this.pending }, from: this.me, seq: ++this.sent, hello: more.hello, clear: this.clearing };
    this.model.send({ ...this.last, ...more });
    this.told = Date.now();
  }

  // What was under way when a line broke is lost. Said twice, it is the same answer.
  repeat() {
    if (!this.last || Date.now() - this.told < AGAIN) return;
    this.model.send(this.last);
    this.told = Date.now();
  }

  hear(message, buffers) {
    const mine = message.from === this.me;
    if (message.printed) return mine && this.printed(buffers[0]);
    if (message.done !== undefined) return mine && this.done(message);
    this.known = JSON.stringify(message.answers);
    if (this.paper && this.paper.holds !== this.known) this.dropPaper(); // changed or cleared, here or in another window
    if (mine && message.seq === this.sent) Object.assign(this, { pending: {}, clearing: false, last: null });
    this.answers = { ...(this.clearing ? {} : message.answers), ...this.pending, ...this.unsent };
    memory.set(this.name, this.answers);
    if (this.last) return; // a newer view is on its way
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

  // Open a question, or take its answer: what to say then, and where the focus goes.
  ask(name, answer, said, focus) {
    this.asking = answer === "ask" ? name : "";
    this.show();
    this.say(answer === "yes" ? said : "");
    this.root.querySelector({ ask: `[data-${name}="no"]`, no: name === "print" ? focus : `[data-${name}="ask"]`, yes: focus }[answer])?.focus();
  }

  // What came of an action stands beside its button.
  done({ done, act }) {
    const said = this.root.querySelector(`[data-done="${act}"]`);
    if (said) said.textContent = done;
  }

  say(news) {
    const said = this.root.querySelector("[data-news]");
    if (said) said.textContent = news;
  }

  clear(answer) {
    if (answer === "yes") {
      this.answers = {};
      this.unsent = {};
      this.pending = {};
      memory.delete(this.name);
      this.dropPaper();
      this.tell({ clear: true });
    }
    this.ask("clear", answer, this.words.cleared, "h3");
  }

  // The PDF is made by Python, from what it has just been told, and lives in this page only.
  print(answer, what) {
    this.what = what ?? this.what;
    if (answer === "yes") {
      this.dropPaper();
      this.tell({ print: this.what || true });
      this.waiting = setTimeout(() => this.printed(), PATIENCE);
    }
    this.ask("print", answer, this.words.printing, `[data-print="ask"][data-what="${this.what}"]`);
  }

  printed(pdf) {
    if (!this.waiting) return; // given up, or cleared
    this.dropPaper();
    if (pdf) this.paper = { url: URL.createObjectURL(new Blob([pdf], { type: "application/pdf" })), holds: this.known };
    this.show();
    this.say(pdf ? this.words.printed : this.words.print_trouble);
    const link = this.root.querySelector(".gc-paper a");
    link?.focus();
    link?.click(); // a browser that opens no tab by itself leaves the link
  }

  // Forget the PDF, and the one that is on its way.
  dropPaper() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    if (!this.paper) return;
    URL.revokeObjectURL(this.paper.url);
    this.paper = null;
    this.say("");
  }

  click(event) {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const { sets, nudge, by, run, more, clear, print, what } = pressed.dataset;
    if (clear) this.clear(clear);
    else if (print) this.print(print, what);
    else if (pressed.dataset.do) this.tell({ do: pressed.dataset.do });
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
  const hear = (message, buffers) => board.hear(message, buffers);
  model.on("msg:custom", hear);
  root.addEventListener("click", (event) => board.click(event));
  root.addEventListener("input", (event) => board.input(event));
  const clock = setInterval(() => { board.tick(); board.repeat(); }, TICK);
  board.show();
  board.unsent = { ...board.answers };
  board.tell({ hello: true });
  return () => {
    clearInterval(clock);
    clearTimeout(board.later);
    board.dropPaper();
    model.off("msg:custom", hear);
  };
}

export default { render };
