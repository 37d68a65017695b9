// Small tools for the page: elements, pictures, keeping focus while the page changes, a soft sound.
// All text goes in as text nodes, so nothing typed is ever markup.

const SVG_TAGS = new Set(["svg", "g", "circle", "rect", "line", "polyline", "polygon", "path", "text", "tspan"]);

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  // JupyterLab's one-letter commands would cut and paste cells under somebody who presses a key here.
  if (node.matches("a, button, input, select, textarea, summary, h3")) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

// `**bold**` is the only markup that an exercise's own words may hold.
function rich(text) {
  return text.split(/\*\*(.+?)\*\*/).map((piece, place) => (place % 2 ? h("strong", {}, piece) : piece));
}

function fill(sentence, places) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

// Pictures are made by the kit, but they carry words: keep known shapes, drop everything else.
function picture(source) {
  const drawn = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  for (const node of [drawn, ...drawn.querySelectorAll("*")]) {
    if (!SVG_TAGS.has(node.localName)) node.remove();
    for (const { name } of [...node.attributes]) if (/^on|href/i.test(name)) node.removeAttribute(name);
  }
  drawn.setAttribute("aria-hidden", "true");
  drawn.removeAttribute("width");
  drawn.removeAttribute("height");
  return document.importNode(drawn, true);
}

// The name and the starting value of every control in a view.
function controls(part) {
  if (!part || typeof part !== "object") return [];
  const own = part.id !== undefined && part.value !== undefined ? [[part.id, part.value]] : [];
  return [...own, ...Object.values(part).flatMap(controls)];
}

// Make `old` look like `fresh` while keeping the elements, so that focus and caret stay put.
function morph(old, fresh) {
  if (old.localName === "details" && old.open) fresh.setAttribute("open", ""); // what somebody opened stays open
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.hasAttribute("data-live")) return;
  const wanted = [...fresh.childNodes];
  wanted.forEach((child, place) => {
    const there = old.childNodes[place];
    if (!there) old.append(child);
    else if (there.nodeType === 3 && child.nodeType === 3) {
      if (there.data !== child.data) there.data = child.data;
    } else if (there.nodeName === child.nodeName && there.dataset?.key === child.dataset?.key && there.nodeName !== "svg") {
      morph(there, child);
    } else there.replaceWith(child);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function chime() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = 528;
  loud.gain.setValueAtTime(0.12, audio.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 1.6);
  tone.connect(loud).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1.6);
  tone.onended = () => audio.close();
}

export { fill, h, rich }; // for the bar of a meeting, in workshop/lab/extension
