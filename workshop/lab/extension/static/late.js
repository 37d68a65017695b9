// Running late: what may go, one sentence each, with one button to do it and one to leave it.

import { ask } from "./server.js";
import { LATE, shorten } from "./timing.js";
import { fill, h } from "./tools.js";
import { button } from "./windows.js";

// Look whether there is something to say. It is said again only when as much again was lost.
export function advise(keeper, late) {
  const { time } = keeper;
  if (time.calm && late < LATE) keeper.time = { ...time, calm: 0 };
  const worth = time.since && late >= LATE && late >= time.calm + LATE; // in a pause there are other things to think of
  const asked = worth ? JSON.stringify([time.at, time.minutes, late]) : "";
  if (asked === keeper.asked) return;
  keeper.asked = asked;
  if (worth) find(keeper, late, asked);
  else show(keeper, [], []);
}

async function find(keeper, late, asked) {
  const { path, time, page } = keeper;
  const answer = await ask(page.base, "good-company/late", "POST", { path, at: time.at, minutes: time.minutes, behind: late }).catch(() => null);
  if (!answer?.ok || asked !== keeper.asked) return; // the server is away, or things have changed meanwhile
  const { changes, then } = await answer.json();
  const { words } = keeper;
  const head = { true: then ? words.late_some : words.late, false: words.late_none }[changes.length > 0];
  show(
    keeper,
    [h("p", {}, fill(head, { n: late })), changes.length ? h("ul", {}, changes.map(({ says }) => h("li", {}, says))) : null, then ? h("p", {}, then) : null],
    [changes.length ? button(words.late_do, () => keeper.set({ ...shorten(keeper.time, changes), calm: then ? late : 0 }), { class: "gc-press" }) : null,
      button(words.late_leave, () => keeper.set({ ...keeper.time, calm: late }))]);
}

// The sentences stand in a status: a screen reader says them when they come, and not again with each minute.
// The focus stays where it is, on the same button.
function show({ advice, run }, sentences, buttons) {
  const [said, row] = advice.children;
  const focused = [...row.children].indexOf(document.activeElement);
  said.setAttribute("aria-live", said.firstChild ? "off" : "polite");
  said.replaceChildren(...sentences.filter(Boolean));
  row.replaceChildren(...buttons.filter(Boolean));
  if (focused >= 0) (row.children[focused] ?? row.lastElementChild ?? run).focus();
}
