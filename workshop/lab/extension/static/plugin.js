// The extension: kit notebooks start by themselves. In a window of `workshop open` there is also
// the bar to lead with; in plain JupyterLab everything else stays as it is.

import { Bar } from "./bar.js";
import { nameExports } from "./exports.js";
import { banner, keepAsking, keepCalm, watch } from "./life.js";
import { start, state } from "./start.js";
import { h } from "./tools.js";

const here = new URL(".", import.meta.url);
const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
const led = config.goodCompanyLed === "true";
const base = config.baseUrl;

async function ask() {
  const answer = await fetch(`${base}good-company/page${led ? "?topics=1" : ""}`);
  if (!answer.ok) throw new Error(`The kit's words did not come (${answer.status}).`);
  return { ...(await answer.json()), base, led };
}

// JupyterLab's one-letter commands would cut and paste cells under somebody who presses a stray key.
function keepKeys() {
  const guarded = led ? "body" : ".gc-root, .gc-bar";
  window.addEventListener("keydown", (event) => {
    if (event.target.closest?.(guarded) && !event.target.closest(".jp-Dialog, dialog")) event.target.setAttribute("data-lm-suppress-shortcuts", "true");
  }, true);
  // The browser would offer to save the page, and the group's words with it.
  if (led) window.addEventListener("keydown", (event) => { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") event.preventDefault(); }, true);
  if (led) window.addEventListener("contextmenu", (event) => event.stopPropagation(), true); // the browser's own menu
}

async function opened(app, panel, context, page, bar) {
  await context.ready;
  const now = state(panel);
  if (now === "other" && !led) return;
  panel.addClass("gc-notebook");
  const { words } = await page;
  await bar?.lead(panel);
  watch(app, panel, words);
  if (now === "changed") banner(panel, words.changed, words.changed_start, () => start(app, panel));
  else await start(app, panel);
}

export const plugin = {
  id: "good-company:plugin",
  autoStart: true,
  activate: (app) => {
    document.head.append(h("link", { rel: "stylesheet", href: new URL("look.css", here).href }));
    document.body.classList.toggle("gc-led", led);
    const page = ask();
    const bar = led ? new Bar(app, page) : null;
    keepKeys();
    if (led) keepCalm();
    else nameExports(app.serviceManager.nbconvert, page.then(({ words }) => words.exports, () => ({}))); // there is no menu in a meeting
    keepAsking(base);
    app.docRegistry.addWidgetExtension("Notebook", {
      createNew: (panel, context) => {
        opened(app, panel, context, page, bar);
        return { dispose() {}, isDisposed: false };
      },
    });
  },
};
