// Starting by itself: only where every code cell is the kit's own one line, which can do nothing else.

// The same form as in workshop/calls.py; a test compares them.
const CALL = /^from workshop import show; show\("([a-z0-9_]+)"\)$/;

export const cellsOf = (panel) => [...panel.content.model.cells];

// What stands in the code cells: "safe" to start, "changed" by somebody, or a notebook of another kind.
export function state(panel) {
  const code = cellsOf(panel).filter((cell) => cell.type === "code");
  const ours = code.filter((cell) => CALL.test(cell.sharedModel.getSource().trim()));
  if (ours.length === code.length && code.length) return "safe";
  return ours.length ? "changed" : "other";
}

export async function start(app, panel) {
  if (!cellsOf(panel).some((cell) => cell.type === "code")) return;
  await panel.sessionContext.ready;
  await app.commands.execute("notebook:run-all-cells", { semanticWidgetId: panel.id, activate: false });
  panel.content.activeCellIndex = 0; // running leaves the last cell active and scrolled to
  panel.content.node.querySelector(".jp-WindowedPanel-outer")?.scrollTo(0, 0);
}
