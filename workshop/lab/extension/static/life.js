// When things go wrong: the kernel is gone, or the line to it. One calm sentence, one click to go on.

import { start } from "./start.js";
import { h } from "./tools.js";
import { button } from "./windows.js";

const SOON = 3000; // milliseconds without a line to the kernel before the group is told
const MOMENT = 100; // milliseconds until a window that has just come up has its words
const OURS = new Set(["Kernel Restarting", "Server Connection Error"]); // what the banner says instead

// A sentence over a notebook, with at most one thing to do.
export function banner(panel, sentence, label, press) {
  panel.node.querySelector(".gc-banner")?.remove();
  const made = h("div", { class: "gc-banner", role: "alert" }, h("p", {}, sentence));
  if (label) made.append(button(label, () => { made.remove(); press(); }));
  panel.node.append(made);
}

export const quiet = (panel) => panel.node.querySelector(".gc-banner")?.remove();

export function watch(app, panel, words) {
  const session = panel.sessionContext;
  let waiting = 0;
  session.statusChanged.connect((_, status) => {
    if (panel.gcExpected || !/^(autorestarting|restarting|dead)$/.test(status)) return;
    banner(panel, words.stopped, words.go_on, async () => {
      if (session.kernelDisplayStatus === "dead" || !session.session?.kernel) await session.restartKernel();
      await start(app, panel);
    });
  });
  session.connectionStatusChanged.connect((_, status) => {
    clearTimeout(waiting);
    if (status === "connected") { if (panel.gcAway) quiet(panel); panel.gcAway = false; }
    else waiting = setTimeout(() => { if (!panel.isDisposed && !panel.node.querySelector(".gc-banner")) { panel.gcAway = true; banner(panel, words.away); } }, SOON);
  });
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
