// The agenda: a timetable on which a step of 30 minutes is six times as tall as one of 5.

import { fill, h } from "./tools.js";
import { ended, moments, MINUTE, stepsOf } from "./timing.js";
import { dialog } from "./windows.js";

const SIGN = { done: "✓", now: "→", out: "–" }; // beside the word, so that color is never alone

// The time of day; where nobody said when the meeting begins, the hours and minutes since its start.
function clock(meeting, moment, first) {
  const day = new Date(moment);
  const since = meeting.start ? day.getHours() * 60 + day.getMinutes() : Math.floor((moment - first) / MINUTE);
  return `${String(Math.floor(since / 60)).padStart(meeting.start ? 2 : 1, "0")}:${String(since % 60).padStart(2, "0")}`;
}

const row = (attributes, ...cells) => h("tr", { role: "row", ...attributes }, cells);
const cell = (name, ...inside) => h("td", { role: "cell", class: `gc-${name}` }, inside);

const length = (words, n, before) => fill(n === before ? words.agenda_min : words.agenda_changed, { n, before });

function stepRow(words, step, minutes, at, state) {
  const sign = state && h("strong", { class: "gc-mark" }, h("span", { "aria-hidden": "true" }, `${SIGN[state]} `), words[`agenda_${state}`]);
  return row(
    { class: `gc-step gc-${state || "next"}`, style: state !== "out" && `--gc-n: ${minutes}`, "aria-current": state === "now" && "time" },
    cell("at", state === "out" ? "" : at),
    h("th", { role: "rowheader", scope: "row" }, step.name, sign && " ", sign),
    cell("who", step.who ?? ""),
    cell("long", state === "out" ? "" : length(words, minutes, step.planned)));
}

// The table as it stands now. It is made anew whenever something in it changes.
export function table(words, meeting, time, now) {
  const steps = stepsOf(meeting);
  const when = moments(meeting, time, now);
  const first = time.started || when[0];
  const at = (place) => clock(meeting, when[place], first);
  const state = (place) => {
    if (!time.minutes[place] || (place < time.at && !time.began[place])) return "out";
    if (!time.started || place > time.at) return "";
    return place === time.at ? "now" : "done";
  };
  const parts = meeting.blocks.map((block, part) => {
    const places = steps.map((step, place) => (step.part === part ? place : -1)).filter((place) => place >= 0);
    const led = places.filter((place) => state(place) !== "out");
    const minutes = led.reduce((all, place) => all + time.minutes[place], 0);
    const head = block.slots.length && row(
      { class: "gc-part" },
      h("th", { role: "rowheader", scope: "rowgroup", colspan: 4 },
        h("strong", {}, led.length ? fill(words.agenda_part, { at: at(led[0]), name: block.name, n: minutes }) : block.name),
        block.bring.length ? h("span", { class: "gc-bring" }, words.agenda_bring, " ", block.bring.join(" · ")) : null));
    return h("tbody", { role: "rowgroup" }, head || null, places.map((place) => stepRow(words, steps[place], time.minutes[place], at(place), state(place))));
  });
  return h(
    "table", { role: "table", class: "gc-agenda", "aria-label": words.agenda },
    h("thead", { role: "rowgroup" }, row({}, words.agenda_heads.map((head) => h("th", { role: "columnheader", scope: "col" }, head)))),
    parts,
    h("tbody", { role: "rowgroup" }, row({ class: `gc-end ${ended(time) ? "gc-now" : ""}` }, cell("at", clock(meeting, when.at(-1), first)), h("th", { role: "rowheader", scope: "row", colspan: 3 }, words.agenda_end))));
}

// One minute is as tall as it has to be for the words of every step to fit: so the heights stay exact.
export function measure(made) {
  made.style.setProperty("--gc-minute", "0px");
  const need = [...made.querySelectorAll(".gc-step:not(.gc-out)")].map((step) => Math.max(...[...step.children].map((one) => one.offsetTop + one.offsetHeight - step.offsetTop)) / step.style.getPropertyValue("--gc-n"));
  made.style.setProperty("--gc-minute", `${Math.ceil(Math.max(...need))}px`);
}

// The window. `draw` gives the table of this moment; what it says is looked at again every second.
export function agenda(words, meeting, draw) {
  const about = [...meeting.where, fill(words.agenda_about, meeting)].join(" · ");
  const made = dialog(meeting.title, words.close, h("p", {}, about));
  made.classList.add("gc-wide");
  let known = "";
  let wide = 0;
  const look = () => {
    const next = draw();
    if (next.outerHTML === known && made.clientWidth === wide) return;
    [known, wide] = [next.outerHTML, made.clientWidth];
    made.querySelector(".gc-agenda")?.remove();
    made.querySelector(".gc-bar-row").before(next);
    measure(next);
  };
  look();
  made.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  const ticking = setInterval(look, 1000);
  const sized = new ResizeObserver(look);
  sized.observe(made);
  made.addEventListener("close", () => { clearInterval(ticking); sized.disconnect(); });
}
