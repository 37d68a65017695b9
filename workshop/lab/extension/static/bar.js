// The bar of a meeting: one section at a time, bigger words, help for a hard moment, and a few more.

import { Sections } from "./sections.js";
import { ask } from "./server.js";
import { start } from "./start.js";
import { meetingOf, Timekeeper } from "./timekeeper.js";
import { fill, h, rich } from "./tools.js";
import { button, dialog, sure } from "./windows.js";

const SIZES = [16, 18, 20, 22, 26, 30, 36, 44]; // pixels

export class Bar {
  constructor(app, page) {
    this.app = app;
    this.asked = page;
    this.size = 3;
    this.notes = false;
    this.all = new Map(); // panel -> its sections
    this.keepers = new Map(); // panel -> its timekeeper, where it holds a meeting
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("popstate", () => setTimeout(() => this.sections?.stay()));
    app.restored.then(() => this.clear());
    app.shell.currentChanged?.connect((_, { newValue }) => { if (this.all.has(newValue)) this.show(newValue); });
  }

  // Take a notebook that has just opened.
  async lead(panel) {
    this.page = await this.asked;
    if (!this.node) this.make();
    this.all.set(panel, new Sections(panel, () => this.draw()));
    const meeting = meetingOf(panel);
    if (meeting) this.keepers.set(panel, new Timekeeper(panel, meeting, this.page, this.all.get(panel), () => this.draw()));
    panel.disposed.connect(() => { this.all.delete(panel); this.keepers.delete(panel); });
    document.body.classList.add("gc-ready");
    // After a reload JupyterLab brings back every topic of the meeting: only one of them is in sight.
    if (!this.panel || this.app.shell.currentWidget === panel) this.show(panel);
  }

  // JupyterLab's own bars at the sides.
  clear() {
    const { shell } = this.app;
    shell.collapseLeft();
    shell.collapseRight();
    for (const side of ["left", "right"]) if (shell.isSideTabBarVisible(side)) shell.toggleSideTabBarVisibility(side);
  }

  show(panel) {
    this.panel = panel;
    this.sections = this.all.get(panel);
    this.keeper = this.keepers.get(panel);
    this.node.querySelector(".gc-time")?.remove();
    if (this.keeper) this.node.append(this.keeper.node);
    this.sections.show(this.notes);
  }

  make() {
    const { words } = this.page;
    this.backward = button("", () => this.sections.go(-1), { class: "gc-go" });
    this.forward = button("", () => this.sections.go(1), { class: "gc-go gc-on" });
    this.place = h("span", { class: "gc-where", role: "status" });
    this.more = h("details", { class: "gc-more" }, h("summary", {}, words.more), h("div", { class: "gc-list" }));
    this.node = h(
      "div", { class: "gc-bar", role: "region", "aria-label": words.bar },
      h("div", { class: "gc-bar-row" }, this.backward, this.place, this.forward),
      h("div", { class: "gc-bar-row" },
        button("A−", () => this.resize(-1), { "aria-label": words.smaller, title: words.smaller }),
        button("A+", () => this.resize(1), { "aria-label": words.bigger, title: words.bigger }),
        button(words.not_ok, () => this.cards(), { class: "gc-help-now" }),
        this.more));
    document.body.prepend(this.node);
    document.addEventListener("click", ({ target }) => {
      if (!this.more.contains(target)) this.more.open = false;
      if (!this.keeper?.node.contains(target)) this.keeper?.open(false);
    });
    new ResizeObserver(() => this.fit()).observe(this.node);
    new MutationObserver(() => this.entitle()).observe(document.querySelector("title"), { childList: true });
    this.resize(0);
  }

  // JupyterLab begins below the bar, however high it is.
  fit() {
    document.documentElement.style.setProperty("--gc-bar", `${this.node.offsetHeight}px`);
    window.dispatchEvent(new Event("resize"));
  }

  draw() {
    const { words } = this.page;
    const { at, titles } = this.sections;
    this.entitle();
    this.place.textContent = fill(words.place, { n: at + 1, m: titles.length, title: titles[at] });
    this.backward.textContent = words.back;
    this.backward.disabled = at === 0;
    this.forward.textContent = titles[at + 1] ? fill(words.next, { title: titles[at + 1] }) : words.last;
    this.forward.disabled = !titles[at + 1];
    const list = [
      ...(this.keeper ? this.keeper.list() : []),
      [words.topics, () => this.topics()],
      ...(this.sections.handout ? [[words.print, () => this.print("handout")]] : []),
      [words.print_guide, () => this.print("guide")],
      [this.notes ? words.notes_off : words.notes_on, () => this.toggle()],
      [words.start_again, () => sure(words.start_again, words.start_again_sure, words.no, words.start_again_yes, () => this.again())],
      [words.end, () => sure(words.end, words.end_sure, words.no, words.end, () => this.end())],
    ];
    this.more.lastElementChild.replaceChildren(...list.map(([label, press]) => button(label, () => { this.more.open = false; press(); })));
  }

  // On the window and in the list of windows, in place of the file's name that JupyterLab puts there.
  entitle() {
    const title = this.sections?.titles[0];
    if (title && document.title !== title) document.title = title;
  }

  resize(by) {
    this.size = Math.min(SIZES.length - 1, Math.max(0, this.size + by));
    document.documentElement.style.setProperty("--kit-size", `${SIZES[this.size]}px`);
  }

  // A clicker for slides sends Page Down and Page Up: to the end of a long section first, then on.
  key(event) {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by || !this.sections || event.target.closest("textarea, select, dialog")) return;
    event.preventDefault();
    if (!this.sections.scroll(by)) this.sections.go(by);
  }

  print(edition) {
    const path = this.panel.context.path.split("/").map(encodeURIComponent).join("/");
    window.open(`${this.page.base}nbconvert/${edition}/${path}`, "_blank", "noopener");
  }

  toggle() {
    this.notes = !this.notes;
    document.body.classList.toggle("gc-notes", this.notes);
    this.sections.show(this.notes);
  }

  cards() {
    const { words, cards } = this.page;
    dialog(words.not_ok, words.close, h("p", {}, words.not_ok_first),
      cards.map(([title, steps]) => h("details", {}, h("summary", {}, title), h("ol", {}, steps.map((step) => h("li", {}, rich(step)))))));
  }

  topics() {
    const { words, topics } = this.page;
    const made = dialog(words.topics, words.close, h("div", { class: "gc-list" }, topics.map(({ path, code, title }) =>
      button(`${code} ${title}`.trim(), () => { made.close(); this.app.commands.execute("docmanager:open", { path }); }))));
  }

  // Forget everything of this notebook: here in the page, and in the kernel.
  async again() {
    const { panel } = this;
    globalThis.__goodCompanyMemory?.clear();
    panel.gcExpected = true;
    try {
      await panel.sessionContext.restartKernel();
      await start(this.app, panel);
    } finally {
      panel.gcExpected = false;
    }
    globalThis.__goodCompanyMemory?.clear();
    this.sections.to(0);
  }

  async end() {
    await ask(this.page.base, "api/shutdown", "POST");
    window.onbeforeunload = null;
    document.body.replaceChildren(h("p", { class: "gc-ended", role: "status" }, this.page.words.ended));
    window.close();
  }
}
