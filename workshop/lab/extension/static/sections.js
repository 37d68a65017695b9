// The sections of one notebook: one at a time, the place in the address, so that a reload comes home.

const MIME = "application/vnd.good-company.worksheet+json";
let came = decodeURIComponent(location.hash.slice(1)); // before JupyterLab tidies the address

const tagged = (cell) => (cell.model.getMetadata("tags") ?? []).includes("facilitator");

// What a section is called: its first heading, or its exercise.
function titleOf(cell) {
  if (cell.model.type === "code") {
    const outputs = cell.model.sharedModel.getOutputs?.() ?? [];
    return outputs.map((output) => output.data?.[MIME]?.title).find(Boolean) ?? "";
  }
  return /^#+\s*(.+)$/m.exec(cell.model.sharedModel.getSource())?.[1] ?? cell.model.sharedModel.getSource().replace(/[>*#]/g, "").trim().split(/[.\n]/)[0];
}

export class Sections {
  constructor(panel, changed) {
    this.panel = panel;
    this.changed = changed;
    this.here = "";
    const cells = panel.content.widgets;
    this.handout = cells.some((cell) => !tagged(cell)); // participants get something of it
    this.names = new Map(cells.map((cell) => [cell, titleOf(cell)])); // a run takes the stored outputs away
  }

  get cells() {
    return this.panel.content.widgets.filter((cell) => this.notes || !this.handout || !tagged(cell));
  }

  get at() {
    return Math.max(0, this.cells.findIndex((cell) => cell.model.id === this.here));
  }

  get titles() {
    return this.cells.map((cell) => this.names.get(cell));
  }

  // Draw the section we are in, with or without what is for the facilitator.
  show(notes) {
    this.notes = notes;
    this.here ||= came;
    came = "";
    const cell = this.cells[this.at];
    for (const one of this.panel.content.widgets) one.node.classList.toggle("gc-here", one === cell);
    this.here = cell?.model.id;
    if (location.pathname.endsWith(".ipynb")) this.home = location.pathname;
    this.stay();
    this.scroller?.scrollTo(0, 0);
    this.changed();
  }

  // The address says where we are, so that a reload comes home, even after the browser's Back.
  stay() {
    history.replaceState(history.state, "", `${this.home ?? ""}#${encodeURIComponent(this.here)}`);
  }

  get scroller() {
    return this.panel.content.node.querySelector(".jp-WindowedPanel-outer") ?? this.panel.content.node;
  }

  // Scroll on within a long section; false where it is at its end, so that Page Down means "next".
  scroll(by) {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const more = by > 0 ? scrollTop + clientHeight < scrollHeight - 4 : scrollTop > 4;
    if (more) this.scroller.scrollBy({ top: by * clientHeight * 0.8 });
    return more;
  }

  go(by) {
    this.to(this.at + by);
  }

  to(place) {
    const cell = this.cells[place];
    if (!cell) return;
    this.here = cell.model.id;
    this.show(this.notes);
    const head = cell.node.querySelector("h1, h2, h3");
    head?.setAttribute("tabindex", "-1");
    head?.focus({ preventScroll: true });
  }
}
