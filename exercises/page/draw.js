// Drawing: one function for each kind of part. It gets the part and the board, and returns an element.

const PRIVATE = { autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false" };
const SHAPES = ["●", "▲", "■", "◆"]; // a sign for each role, so that color is never alone
const WIDE = 36; // letters in a row of a grid, above which it needs a wide screen to be a table

function button(given, look = "") {
  return given && h("button", { type: "button", class: `gc-button ${look}`, "data-sets": JSON.stringify(given.sets), "aria-label": given.of ? `${given.label}: ${given.of}` : null }, given.label);
}

function table(rows, caption) {
  const [heads, ...body] = rows;
  return h(
    "table", {}, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, body.map((row) => h("tr", {}, row.map((cell, place) => h(place ? "td" : "th", place ? {} : { scope: "row" }, String(cell)))))),
  );
}

const draw = {
  text: ({ text }) => h("p", {}, rich(text)),
  steps: ({ items }) => h("ol", { class: "gc-steps" }, items.map((item) => h("li", {}, rich(item)))),
  legend: ({ signs }) => h("dl", { class: "gc-legend" }, signs.map(([sign, meaning]) => h("div", {}, h("dt", {}, sign), h("dd", {}, meaning)))),
  section: ({ title, parts }, board) => h("section", {}, h("h4", {}, title), parts.map(board.part)),
  beside: ({ left, right, left_share }, board) => h("div", { class: "gc-beside", style: `--gc-left: ${left_share}fr; --gc-right: ${100 - left_share}fr` }, h("div", {}, left.map(board.part)), h("div", {}, right.map(board.part))),
  sentence: ({ text }) => h("p", { class: "gc-sentence", role: "status" }, text),
  help_lines: ({ lines }) => h("ul", { class: "gc-lines" }, lines.map(([name, how]) => h("li", {}, h("strong", {}, name), h("span", {}, how)))),

  write: (part, board) => {
    const id = board.id(part.id);
    const shared = { id, "data-answer": part.id, "aria-describedby": `${id}-help`, ...PRIVATE };
    return h(
      "div", { class: "gc-field", "data-key": part.id },
      h("label", { for: id }, part.label),
      h("span", { class: "gc-help", id: `${id}-help` }, [part.help, part.own ? "" : board.words.group_words].filter(Boolean).join(" ")),
      part.lines > 1 ? h("textarea", { ...shared, rows: part.lines }) : h("input", { ...shared, type: "text" }),
    );
  },

  choice: (part, board) => {
    const id = board.id(part.id);
    if (part.menu) {
      const options = part.options.map((option, place) => h("option", { value: place }, option));
      return h(
        "div", { class: "gc-field", "data-key": part.id },
        h("label", { for: id }, part.label),
        h("select", { id, "data-answer": part.id, "data-number": true, autocomplete: "off" }, h("option", { value: -1 }, part.empty ?? board.words.choose), options),
      );
    }
    return h(
      "fieldset", { class: "gc-field", "data-key": part.id },
      h("legend", {}, part.label),
      h("div", { class: "gc-options" }, part.options.map((option, place) =>
        h("label", { class: "gc-option" }, h("input", { type: "radio", name: id, value: place, "data-answer": part.id, "data-number": true, autocomplete: "off" }), h("span", {}, option)))),
    );
  },

  ticks: (part) => h(
    "fieldset", { class: "gc-field", "data-key": part.id },
    h("legend", {}, part.label),
    h("div", { class: "gc-options" }, part.options.map((option) =>
      h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": option.id, autocomplete: "off" }), h("span", {}, option.label)))),
  ),

  scale: (part, board) => {
    const id = board.id(part.id);
    const step = (by, word, sign) => h(
      "button", { type: "button", class: "gc-button gc-nudge", "data-nudge": part.id, "data-by": by, "aria-label": fill(word, { label: part.label }) }, sign);
    return h(
      "div", { class: "gc-field gc-scale", "data-key": part.id },
      h("label", { for: id }, part.label),
      h(
        "div", { class: "gc-slide" },
        step(-1, board.words.scale_less, "−"),
        h("input", { id, type: "range", min: part.low, max: part.high, step: 1, "data-answer": part.id, "data-number": true, autocomplete: "off", "aria-describedby": part.low_word ? `${id}-ends` : null }),
        step(1, board.words.scale_more, "+"),
        h("output", { for: id }, String(board.answer(part))),
      ),
      part.low_word ? h("p", { class: "gc-help gc-ends", id: `${id}-ends` }, h("span", {}, `${part.low}: ${part.low_word}`), h("span", {}, `${part.high}: ${part.high_word}`)) : null,
    );
  },

  rows: (part, board) => h(
    "section", { class: "gc-rows" },
    h("h4", {}, part.label),
    part.rows.map((row) => h(
      "fieldset", { "data-key": row.cells[0]?.id },
      h("legend", {}, row.name),
      h("div", { class: "gc-cells" }, row.cells.map(board.part), button(row.remove, "gc-quiet")),
    )),
    button(part.add),
  ),

  sort: (part, board) => h(
    "section", { class: "gc-sort" },
    h("p", { class: "gc-place" }, part.place),
    part.card && h(
      "blockquote", { class: "gc-card" },
      h("p", {}, h("span", { class: "gc-who" }, part.card.heads[0]), h("span", {}, part.card.said)),
      h("p", {}, h("span", { class: "gc-who" }, part.card.heads[1]), h("span", {}, part.card.reply)),
    ),
    part.card && h("p", { class: "gc-ask" }, part.label),
    h("div", { class: "gc-piles" }, part.piles.map((pile) => {
      const node = button(pile, "gc-pile");
      node.setAttribute("aria-pressed", String(pile.on));
      return node;
    })),
    h("p", { class: "gc-sentence", role: "status" }, part.reply),
    h("div", { class: "gc-moves" }, button(part.earlier, "gc-quiet"), button(part.later, "gc-main")),
    h("dl", { class: "gc-tally", "aria-label": board.words.so_far }, part.tally.map(([pile, many]) => h("div", {}, h("dt", {}, pile), h("dd", {}, String(many))))),
  ),

  hints: (part) => h(
    "section", { class: "gc-hints", role: "status" },
    part.items.length ? h("h4", {}, part.label) : null,
    part.items.length ? h("ul", {}, part.items.map((item) => h("li", {}, rich(item)))) : null,
  ),

  // As wide as the longest name of a row; on a wide screen the rows stand below each other like a table.
  grid: (part, board) => {
    const longest = (words) => Math.max(...words.map((word) => word.length));
    const cells = part.rows[0].cells;
    const wide = cells.length * longest(cells.flatMap((cell) => cell.options ?? [])) > WIDE;
    return h(
      "section", { class: `gc-rows gc-grid ${wide ? "gc-wide" : ""}`, style: `--gc-names: ${longest(part.rows.map((row) => row.name))}ch; --gc-columns: ${cells.length}` },
      h("h4", {}, part.label),
      part.rows.map((row) => h(
        "fieldset", { "data-key": row.cells[0]?.id },
        h("legend", {}, row.name),
        h("div", { class: "gc-cells" }, row.cells.map(board.part)),
      )),
    );
  },

  rank: (part, board) => h(
    "section", { class: "gc-rank" },
    h("h4", {}, part.label),
    part.rows.length
      ? h("ol", {}, part.rows.map((row, place) => h(
          "li", { class: place < part.rungs ? "gc-top" : "" },
          h("span", {}, row.label), h("span", { class: "gc-moves" }, button(row.up, "gc-quiet"), button(row.down, "gc-quiet")))))
      : h("p", { class: "gc-help" }, board.words.nothing_yet),
  ),

  vote: (part, board) => h(
    "section", { class: "gc-sort" },
    h("p", { class: "gc-place" }, part.place),
    part.text && h("blockquote", { class: "gc-card" }, h("p", {}, part.text)),
    part.text && h("p", { class: "gc-ask" }, part.label),
    h("div", { class: "gc-votes" }, part.counts.map(board.part)),
    part.chart && board.part(part.chart),
    part.reasons.length ? h("dl", { class: "gc-reasons", role: "status" }, part.reasons.map(([option, reason]) => h("div", {}, h("dt", {}, option), h("dd", {}, reason)))) : null,
    h("div", { class: "gc-moves" }, button(part.earlier, "gc-quiet"), button(part.later, "gc-main")),
  ),

  branches: (part) => h(
    "section", { class: "gc-branches" },
    part.crumbs.length ? h("ol", { class: "gc-crumbs", "aria-label": part.label }, part.crumbs.map((crumb) => h("li", {}, crumb))) : null,
    h("p", { class: "gc-sentence", role: "status" }, part.note),
    h("blockquote", { class: "gc-card" }, h("p", {}, rich(part.text))),
    h("div", { class: "gc-piles" }, part.options.map((option) => button(option))),
    h("div", { class: "gc-moves" }, button(part.back, "gc-quiet"), button(part.again, "gc-quiet")),
    part.notes?.items.length ? h("section", {}, h("h4", {}, part.notes.label), h("ul", {}, part.notes.items.map((item) => h("li", {}, item)))) : null,
  ),

  round: (part, board) => h(
    "section", { class: "gc-round" },
    h("h4", {}, part.label),
    board.part(part.seats),
    h("p", { class: "gc-place" }, part.place),
    h("p", { class: "gc-seat", role: "status" }, part.seat),
    h("div", { class: "gc-moves gc-even" }, button(part.spoke), button(part.passed)),
    h("div", { class: "gc-moves" }, button(part.again, "gc-quiet")),
  ),

  blanks: (part) => h(
    "section", {},
    h("h4", {}, part.label),
    h("blockquote", { class: "gc-card" }, part.lines.map(([prompt, text]) => h("p", {}, h("span", { class: "gc-who" }, prompt), h("span", {}, text || "…")))),
  ),

  deck: (part) => h(
    "section", { class: "gc-deck" },
    h("h4", {}, part.label),
    part.leaves.map((leaf) => h("details", { "data-key": leaf.title }, h("summary", {}, leaf.title), h("ol", { class: "gc-steps" }, leaf.items.map((item) => h("li", {}, rich(item)))))),
  ),

  poster: (part) => h("div", { class: "gc-moves" }, h("button", { type: "button", class: "gc-button", "data-print": "ask", "data-what": part.id }, part.label)),
  act: (part) => h(
    "div", { class: "gc-act" },
    h("div", { class: "gc-moves" }, h("button", { type: "button", class: "gc-button gc-main", "data-do": part.id }, part.label)),
    h("p", { class: "gc-said", role: "status", "data-live": true, "data-done": part.id }),
  ),

  picture: (part, board) => h(
    "figure", { class: "gc-picture" },
    h("div", { role: "img", "aria-label": part.alt }, picture(part.svg)),
    part.table.length ? h("details", { "data-key": part.id }, h("summary", {}, board.words.picture_words), table(part.table, part.alt)) : null,
  ),

  // The block beside each row is as high as the row is long.
  timetable: (part, board) => h(
    "section", { class: "gc-timetable" },
    part.rows.length ? h(
      "table", {}, h("caption", {}, part.label),
      h("thead", {}, h("tr", {}, part.heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, part.rows.map(([at, minutes, what, who]) => h("tr", {},
        h("td", {}, h("span", { class: "gc-block", style: `--gc-minutes: ${minutes}` }, at)), h("td", {}, String(minutes)), h("th", { scope: "row" }, what), h("td", {}, who))))) : h("p", {}, `${part.label}: ${board.words.nothing_yet}`),
  ),

  tally: (part, board) => h(
    "section", { class: "gc-count" },
    part.rows.length ? table([part.heads, ...part.rows], part.label) : h("p", {}, `${part.label}: ${board.words.nothing_yet}`),
  ),

  timer: (part, board) => {
    const turn = part.turns[part.turn];
    const set = (sets, label, look = "gc-quiet") => button({ label, sets }, look);
    const go = (to) => ({ [`${part.id}.turn`]: to, [`${part.id}.ends`]: 0, [`${part.id}.left`]: part.turns[to]?.seconds ?? 0 });
    const many = part.turns.length;
    return h(
      "section", { class: "gc-timer", "data-timer": JSON.stringify(part), "aria-label": part.label },
      h("h4", {}, many > 1 ? `${turn.name} · ${fill(board.words.timer_turn, { n: part.turn + 1, m: many })}` : turn.name),
      h("div", { class: "gc-clock", role: "timer", "aria-live": "off", "data-live": true }),
      h("div", { class: "gc-track", "aria-hidden": "true", "data-live": true }, h("div", {})),
      h("p", { class: "gc-said", role: "status", "data-live": true }),
      turn.roles.length ? h("ul", { class: "gc-roles" }, turn.roles.map(([who, role], place) =>
        h("li", { class: `gc-role gc-role-${place}` }, h("span", { "aria-hidden": "true" }, SHAPES[place] ?? ""), h("strong", {}, who), h("span", {}, role)))) : null,
      h(
        "div", { class: "gc-moves" },
        h("button", { type: "button", class: "gc-button gc-main", "data-run": part.id, "data-live": true }, board.words.timer_start),
        h("button", { type: "button", class: "gc-button", "data-more": part.id }, board.words.timer_more),
        set(go(part.turn), board.words.timer_again),
        part.turn > 0 ? set(go(part.turn - 1), board.words.timer_before) : null,
        part.turn < many - 1 ? set(go(part.turn + 1), board.words.timer_next, "") : null,
      ),
      h("div", { class: "gc-options" },
        h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": `${part.id}.sound`, "data-default": "true", autocomplete: "off" }), h("span", {}, board.words.timer_sound)),
        many > 1 ? h("label", { class: "gc-option" }, h("input", { type: "checkbox", "data-answer": `${part.id}.auto`, autocomplete: "off" }), h("span", {}, board.words.timer_auto)) : null),
    );
  },
};
