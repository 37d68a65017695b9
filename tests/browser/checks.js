// What is wrong with the board as it stands on the page. Each check gives a list; an empty one is good.
(() => {
  const root = () => document.querySelector(".gc-root");
  const all = (selector) => [...root().querySelectorAll(selector)].filter((node) => node.checkVisibility());
  const shown = (node) => node.cloneNode(false).outerHTML + (node.innerText ?? node.textContent).trim().slice(0, 40);
  const lettered = (text) => /[\p{L}\p{N}]/u.test(text);
  const CONTROLS = ":is(input, select, textarea, button, summary)";

  // Colors as the eye gets them: WCAG's relative luminance, and the ratio of two of them.
  const light = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  // Wider than the box it stands in, or over the edge of the board.
  const spills = (node, edge) => {
    const box = node.getBoundingClientRect();
    const inside = node.matches("input, textarea, select") || getComputedStyle(node).display === "inline" ? 0 : node.scrollWidth - node.clientWidth - (node.offsetWidth - node.clientWidth);
    return box.left < edge.left - 1 || box.right > edge.right + 1 || inside > 1;
  };

  // A menu hides the end of a long choice without a word: measure what would be needed.
  const pen = document.createElement("canvas").getContext("2d");
  const shortened = (menu) => {
    const look = getComputedStyle(menu);
    pen.font = look.font;
    const arrow = 20;
    const room = menu.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight) - arrow;
    return pen.measureText(menu.selectedOptions[0].text).width > room + 1;
  };

  return {
    unlabelled: () =>
      [...root().querySelectorAll(`.gc-board ${CONTROLS}`)]
        .filter((node) => node.checkVisibility() || !node.closest("details"))
        .filter((node) => !node.checkVisibility() || !(node.labels?.length ? node.labels[0].innerText : node.innerText || node.getAttribute("aria-label") || "").trim())
        .map(shown),

    remembered: () => all(":is(input, select, textarea)").filter((node) => node.autocomplete !== "off").map(shown),

    small: () =>
      all(":is(button, select, textarea, summary, input[type=text], .gc-option)")
        .filter((node) => Math.min(node.getBoundingClientRect().height, node.getBoundingClientRect().width) < 43.5)
        .map(shown),

    // The root is as wide as a window of this width leaves it when the menus around it are put away.
    cut_off: (width) => {
      root().style.width = `${width - 40}px`;
      const edge = root().getBoundingClientRect();
      const bad = all(".gc-board, .gc-board :not(svg *)").filter((node) => getComputedStyle(node).clipPath === "none" && spills(node, edge));
      const menus = all("select").filter(shortened);
      const words = all("svg text").filter((node) => {
        const [box, frame] = [node.getBoundingClientRect(), node.closest("svg").getBoundingClientRect()];
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      });
      const found = [...bad, ...menus, ...words].map(shown);
      if (root().scrollWidth > root().clientWidth) found.push("the board scrolls sideways");
      root().style.width = "";
      return found;
    },

    // Press a key first: a browser marks the focus only for somebody who uses the keyboard.
    unseen_focus: () => {
      const paper = getComputedStyle(root()).backgroundColor;
      return all(CONTROLS)
        .filter((node) => !node.disabled)
        .filter((node) => {
          node.focus();
          const look = getComputedStyle(node);
          const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && ratio(look.outlineColor, paper) >= 3;
          const box = node.getBoundingClientRect();
          const there = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
          return document.activeElement !== node || !ring || !(node.contains(there) || there?.closest("label")?.contains(node));
        })
        .map(shown);
    },

    // axe judges no text that lies outside a box which clips, and JupyterLab's body has no height of its
    // own: without the style it would judge none at all. So what it has left out counts as found.
    axe: async () => {
      document.body.style.blockSize = "100vh";
      const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations, incomplete, passes } = await axe.run(".gc-root", { runOnly: rules, elementRef: true });
      document.body.style.blockSize = "";
      const judged = new Set([...violations, ...incomplete, ...passes].filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes.map(({ element }) => element)));
      const read = all("*").filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && lettered(child.data)));
      const left = read.filter((node) => !judged.has(node) && !node.closest("svg, option, [aria-hidden]") && getComputedStyle(node).clipPath === "none");
      // It cannot tell what lies behind a word of a picture, nor judge a sign like "+": those are drawn in our ink.
      const open = incomplete.map((one) => ({ ...one, nodes: one.nodes.filter(({ element }) => !element.closest("svg") && lettered(element.textContent)) }));
      return [
        ...[...violations, ...open].flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => `${id}: ${html.slice(0, 200)} (${[...any, ...all, ...none][0]?.message})`)),
        ...left.map((node) => `not judged: ${shown(node)}`),
      ];
    },

    // A group that has been at work: every menu chosen, every field filled, every first button pressed.
    fill: (word) => {
      const told = (node) => node.dispatchEvent(new Event("input", { bubbles: true }));
      for (const node of all(".gc-parts :is(textarea, input[type=text])")) (node.value = word), told(node);
      for (const node of all(".gc-parts select")) (node.selectedIndex = node.options.length - 1), told(node);
      for (const node of all(".gc-parts .gc-field :is(input[type=checkbox], input[type=radio]:first-of-type)")) node.click();
      for (const node of all(".gc-parts :is(.gc-pile:first-child, .gc-rows > button, .gc-branches .gc-piles button:first-child)")) node.click();
    },
  };
})();
