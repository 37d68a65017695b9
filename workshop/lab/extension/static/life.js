// When things go wrong: the kernel is gone, or the line to it. One calm sentence, one click to go on.

import { cellsOf, start } from "./start.js";
import { h } from "./tools.js";
import { button } from "./windows.js";

const LOOK = 1000; // milliseconds between two looks at whether the line is there
const TOLD = 3; // looks without it before the group is told
const ALONE = 60; // looks without it before the group hears how to go on without the kit
const AGAIN = 5; // looks between two tries to have the line to a kernel back
const PATIENCE = 3000; // milliseconds that the server has for an answer
const MOMENT = 100; // milliseconds until a window that has just come up has its words
const OURS = new Set(["Kernel Restarting", "Server Connection Error"]); // what the banner says instead

// A sentence over a notebook, with at most one thing to do.
export function banner(panel, sentence, label, press) {
  panel.node.querySelector(".gc-banner")?.remove();
  const made = h("div", { class: "gc-banner", role: "alert" }, h("p", {}, sentence));
  if (label) made.append(button(label, () => { made.remove(); press(); }));
  panel.node.append(made);
  return made;
}

// A kernel that is gone says so; what it said last is still on the screen. Only an exercise needs one.
export function watch(app, panel, words) {
  const session = panel.sessionContext;
  session.statusChanged.connect((_, status) => {
    if (panel.gcExpected || !/^(autorestarting|restarting|dead)$/.test(status) || !exercises(panel)) return;
    banner(panel, words.stopped, words.go_on, async () => {
      if (session.kernelDisplayStatus === "dead" || !session.session?.kernel) await session.restartKernel();
      await start(app, panel);
    });
  });
  const looking = () => look(panel, words);
  looks.add(looking);
  panel.disposed.connect(() => looks.delete(looking));
}

const exercises = (panel) => cellsOf(panel).some((cell) => cell.type === "code");

// A server that hangs closes no line, so it is asked. We count looks, not time: while the lid of the
// laptop is shut nobody looks, and nothing is missed.
const looks = new Set();
let unanswered = 0;
let asking = false;

export function keepAsking(base) {
  setInterval(async () => {
    unanswered += 1;
    for (const one of looks) one();
    if (asking) return;
    asking = true;
    const answer = await fetch(`${base}api`, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
    asking = false;
    if (answer?.ok) unanswered = 0;
  }, LOOK);
}

// JupyterLab tries a few times to have a lost line back, each time later, then gives up for good. We
// try as soon as the server answers again.
function look(panel, words) {
  const kernel = panel.sessionContext.session?.kernel;
  const cut = kernel && kernel.connectionStatus !== "connected";
  panel.gcMet ||= kernel && !cut; // before that it is only starting
  panel.gcCut = cut && panel.gcMet ? (panel.gcCut ?? 0) + 1 : 0;
  const back = panel.gcMissed > TOLD && unanswered < 2;
  panel.gcTried = panel.gcCut ? (panel.gcTried ?? 0) + 1 : 0;
  if (panel.gcCut && unanswered < 2 && (back || panel.gcTried > AGAIN) && !kernel.isDisposed) {
    panel.gcTried = 0;
    kernel.reconnect().catch(() => {});
  }
  panel.gcMissed = unanswered;
  const missed = Math.max(unanswered, panel.gcCut);
  const sentence = missed > ALONE ? words.gone : missed > TOLD ? words.away : "";
  const shown = panel.node.querySelector(".gc-banner");
  const said = shown ? shown.dataset.away : "";
  if (said === undefined || said === sentence) return; // one that has something to press stays
  shown?.remove();
  if (sentence) banner(panel, sentence).dataset.away = sentence;
}

// JupyterLab puts two windows of its own over the group's screen. The banner has said it already.
// What a window says comes a moment after the window, so it stays unseen for that moment.
export function keepCalm() {
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!node.classList?.contains("jp-Dialog")) continue;
      node.style.visibility = "hidden";
      setTimeout(() => {
        if (OURS.has(node.querySelector(".jp-Dialog-header")?.textContent)) node.querySelector(".jp-Dialog-button")?.click();
        else node.style.visibility = "";
      }, MOMENT);
    }
  }).observe(document.body, { childList: true });
}
