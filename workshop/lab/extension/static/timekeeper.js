// The timekeeper: one calm line in the bar. The page counts; the server remembers, for a reload or a second window.

import { agenda, table } from "./agenda.js";
import { advise } from "./late.js";
import { ask } from "./server.js";
import { behind, beside, each, ended, fits, fresh, go, goOn, left, longer, MINUTE, pause, shown, start, stepsOf } from "./timing.js";
import { fill, h } from "./tools.js";
import { button } from "./windows.js";

const TICK = 250; // milliseconds between two looks at the clock
const ROUND = 5; // seconds to which a fair share is rounded
const still = matchMedia("(prefers-reduced-motion: reduce)");

export const meetingOf = (panel) => {
  const { version, blocks } = panel.content.model.getMetadata("good_company")?.meeting ?? {};
  return version === 1 && Array.isArray(blocks) ? panel.content.model.getMetadata("good_company").meeting : null;
};

const say = (node, text) => { if (node.textContent !== text) node.textContent = text; };

export class Timekeeper {
  constructor(panel, meeting, page, sections, changed) {
    Object.assign(this, { panel, meeting, page, sections, changed, words: page.words });
    this.path = panel.context.path;
    this.steps = stepsOf(meeting);
    this.time = fresh(this.steps);
    this.make();
    this.channel = new BroadcastChannel("good-company-time"); // to the other windows of this meeting, in memory only
    this.channel.onmessage = ({ data }) => { if (data.path === this.path) this.take({ ...data.time, hidden: this.time.hidden }); };
    this.ticking = setInterval(() => this.draw(), TICK);
    panel.disposed.connect(() => { clearInterval(this.ticking); this.channel.close(); });
    this.draw();
    this.remember();
  }

  make() {
    const { words } = this;
    const press = (label, does, attributes) => button(label, () => this.set(does(this.time, Date.now())), attributes);
    this.step = h("strong", {});
    this.digits = h("span", { class: "gc-digits", role: "timer", "aria-live": "off" });
    this.news = h("strong", { class: "gc-news", role: "status" });
    this.pace = h("span", { class: "gc-pace" });
    this.share = h("span", { class: "gc-share" });
    this.track = h("div", { class: "gc-track", "aria-hidden": "true" }, h("div", {}));
    this.run = press("", (time, now) => (time.started ? (time.since ? pause : goOn)(time, now) : start(time, now)));
    this.later = press(words.time_longer, longer);
    this.former = press(words.time_before, (time, now) => go(time, beside(time, -1), now));
    this.next = press(words.time_next, (time, now) => go(time, beside(time, 1), now));
    this.here = press(words.time_here, (time, now) => go(time, this.place, now), { class: "gc-press" });
    this.fold = button(words.time_menu, () => this.open(this.fold.getAttribute("aria-expanded") !== "true"), { class: "gc-fold", "aria-expanded": "false", "aria-controls": "gc-time-do" });
    this.all = h(
      "div", { class: "gc-time-do", id: "gc-time-do" },
      this.later, this.former,
      button(words.agenda, () => this.agenda()),
      button(words.time_hide, () => this.hide(true)));
    this.advice = h("div", { class: "gc-advice" }, h("div", { role: "status" }), h("div", { class: "gc-bar-row" }));
    this.node = h(
      "div", { class: "gc-time", role: "region", "aria-label": words.time },
      h("div", { class: "gc-time-line" },
        h("div", { class: "gc-time-where" }, this.step, this.digits, this.news, this.pace, this.share),
        h("div", { class: "gc-time-do-first" }, this.here, this.next, this.run, this.fold), this.all),
      this.track, this.advice);
    this.all.addEventListener("click", () => this.open(false));
    this.node.addEventListener("keydown", (event) => { if (event.key === "Escape") this.open(false); });
  }

  open(on) {
    if (!on && this.all.contains(document.activeElement) && this.fold.checkVisibility()) this.fold.focus();
    this.fold.setAttribute("aria-expanded", String(on));
  }

  // What the list under More has for it.
  list() {
    const { words, time } = this;
    return [[words.agenda, () => this.agenda()], [time.hidden ? words.time_show : words.time_hide, () => this.hide(!this.time.hidden)]];
  }

  hide(on) {
    this.set({ ...this.time, hidden: on });
    this.changed();
    (on ? document.querySelector(".gc-more > summary") : this.run).focus();
  }

  agenda() {
    agenda(this.words, this.meeting, () => table(this.words, this.meeting, this.time, Date.now()));
  }

  // A new time from somebody's press: here, on the server, and in the other windows.
  set(time) {
    this.time = { ...time, changed: Date.now() };
    this.draw();
    this.keepFocus();
    const told = { path: this.path, time: this.time };
    this.channel.postMessage(told);
    ask(this.page.base, "good-company/time", "PUT", told).catch(() => {}); // this window goes on counting
  }

  // The button that was pressed may be gone or of no use now.
  keepFocus() {
    const pressed = document.activeElement;
    if (pressed !== document.body && !(this.node.contains(pressed) && (pressed.disabled || !pressed.checkVisibility()))) return;
    [this.run, this.former, this.fold].find((one) => !one.disabled && one.checkVisibility())?.focus();
  }

  // A time from elsewhere, unless we know a newer one.
  take(time) {
    if (!fits(time, this.steps) || time.changed <= this.time.changed) return;
    this.time = time;
    this.draw();
    this.changed();
  }

  async remember() {
    const answer = await ask(this.page.base, `good-company/time?path=${encodeURIComponent(this.path)}`).catch(() => null);
    if (answer?.ok) this.take(await answer.json());
  }

  // The step that the screen shows, where it is a later one than ours: one press takes us there.
  get place() {
    const cell = this.panel.node.querySelector(".gc-here");
    const place = shown(this.meeting, this.steps, this.sections.here, cell?.querySelector(".gc-parts")?.dataset.key);
    return this.time.minutes[place] && place > this.time.at ? place : -1;
  }

  draw() {
    const { words, time } = this;
    const now = Date.now();
    const over = ended(time);
    const step = this.steps[time.at];
    const rest = left(time, now);
    const seconds = Math.ceil(rest / 1000);
    const late = behind(this.meeting, time, now);
    this.node.hidden = time.hidden;
    say(this.step, over ? words.agenda_end : time.started ? step.name : fill(words.time_first, { step: step.name, n: time.minutes[0] }));
    say(this.digits, time.started && rest ? fill(words.time_left, { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` }) : "");
    this.digits.hidden = !time.started || rest === 0;
    say(this.news, this.word(step, rest));
    say(this.pace, time.started ? this.howLate(late) : this.meeting.start ? fill(words.time_starts, { at: this.meeting.start }) : "");
    say(this.share, over ? "" : this.fair(each(step, time.minutes[time.at])));
    say(this.run, time.started ? (time.since ? words.time_pause : words.time_go_on) : words.time_start);
    this.run.disabled = over;
    this.run.classList.toggle("gc-press", !time.since && !over);
    this.next.hidden = !time.started;
    this.later.disabled = this.next.disabled = !time.started || over;
    this.former.disabled = !time.started || beside(time, -1) < 0;
    this.here.hidden = !time.started || this.place < 0;
    this.node.classList.toggle("gc-over", Boolean(time.started) && !over && rest === 0);
    const calm = still.matches ? Math.ceil(rest / MINUTE) * MINUTE : seconds * 1000; // the bar moves once a minute for who wants no motion
    this.track.firstElementChild.style.inlineSize = `${over ? 0 : Math.min(100, (100 * calm) / (time.minutes[time.at] * MINUTE))}%`;
    advise(this, over ? 0 : late);
  }

  word(step, rest) {
    const { time, words } = this;
    if (!time.started || ended(time)) return "";
    if (rest === 0) return words.time_over;
    if (!time.since) return words.time_paused;
    return rest <= MINUTE && time.minutes[time.at] > 1 ? words.time_minute : "";
  }

  howLate(late) {
    const { words } = this;
    const n = Math.abs(late);
    const name = late < 0 ? "ahead" : "behind";
    return n ? fill(n === 1 ? words[`${name}_one`] : words[name], { n }) : words.on_time;
  }

  fair(seconds) {
    const { words } = this;
    const halves = Math.floor(seconds / 30);
    if (!seconds) return "";
    if (halves < 2) return fill(words.each_seconds, { n: Math.max(ROUND, Math.floor(seconds / ROUND) * ROUND) });
    return halves === 2 ? words.each_minute : fill(words.each_minutes, { n: `${Math.floor(halves / 2)}${halves % 2 ? "½" : ""}` });
  }
}
