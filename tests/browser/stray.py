"""Stray keys and clicks: a thousand of them, the same for the same seed; and what they have changed."""

from __future__ import annotations

import random

from workshop.files import read_notebook

LETTERS = [*"abcdfhijklmoqrvxyz0189", "Shift+m", "Shift+v", "Shift+l", "Shift+o"]
"""What JupyterLab takes for commands: cut, delete, insert, merge, make it text, restart ..."""
WITH = ["Control+s", "Control+z", "Control+a", "Control+x", "Control+v", "Control+b", "Control+m", "Control+f", "Control+h",
        "Control+/", "Control+,", "Control+Enter", "Shift+Enter", "Alt+Enter", "Alt+w", "Control+Shift+-", "Control+Shift+c",
        "Control+Shift+d", "Control+Shift+f", "Control+Shift+l", "Control+Shift+m", "Control+Shift+q", "Control+Shift+s",
        "Control+Shift+z", "Control+Shift+ArrowUp", "Control+Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp"]  # fmt: skip
PLAIN = ["Delete", "Backspace", "Escape", "Enter", "Space", "Tab", "Tab", "Shift+Tab", "ArrowUp", "ArrowDown", "ArrowLeft",
         "ArrowRight", "PageDown", "PageUp", "Home", "End", "F1", "F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10"]  # fmt: skip
"""F5, F11 and F12 are the browser's own, as are the keys that go back a page."""
KINDS = ((LETTERS, 8), (WITH, 4), (PLAIN, 5), (None, 4))
"""What is pressed, and how often of 21 times; the last is a click somewhere."""
GUARDS = """
window.gcSaves = 0;
window.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's')
    setTimeout(() => { if (!event.defaultPrevented) window.gcSaves += 1; });
}, true);
"""
"""Counts how often the browser would have offered to save the page, and the words on it."""
MODELS = """() => Object.fromEntries([...window.jupyterapp.shell.widgets('main')].filter((one) => one.content?.model?.cells)
  .map((one) => [one.context.path, [...one.content.model.cells].map((cell) => [cell.id, cell.type, cell.sharedModel.getSource()])]))"""


def stray(page, name, seed, many):
    """Press and click that often; gives what was done, for the one who looks for what went wrong.

    The one press that ends a meeting by design comes to nothing here; what opens in a tab is closed, and
    where another topic has come up, this one comes back.
    """
    dice = random.Random(seed)  # noqa: S311 - the same each time
    page.route("**/api/shutdown", lambda route: route.abort())
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    there, done = list(page.context.pages), []
    for turn in range(many):
        (keys,) = dice.choices([kind for kind, _ in KINDS], [often for _, often in KINDS])
        if keys:
            done.append(dice.choice(keys))
            page.keyboard.press(done[-1])
        else:
            x, y, button, times = (
                dice.randrange(width),
                dice.randrange(height),
                dice.choice(["left", "left", "right"]),
                dice.choice([1, 1, 2]),
            )
            done.append((x, y, button, times))
            page.mouse.click(x, y, button=button, click_count=times)
        if turn % 50 == 49:
            for tab in page.context.pages:
                if tab not in there:
                    tab.close(run_before_unload=False)
            page.bring_to_front()
            page.evaluate(
                "path => { window.jupyterapp.commands.execute('docmanager:open', { path }); }", name
            )
    page.unroute("**/api/shutdown")
    return done


def cells(notebook):
    """What must not change: which cells there are, of which kind, and what stands in them."""
    return [[cell["id"], cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]


def harm(page, stored, name, file=None):
    """What has changed in the page's own model of every notebook that is open, and in the file of one.

    Args:
        page: the page.
        stored: the cells of each notebook as they were.
        name: the notebook that was opened first.
        file: where it lies, if that is to be looked at.
    """
    open_now = page.evaluate(MODELS)
    found = [] if name in open_now else [f"{name} is closed"]
    for path, now in open_now.items():
        was = stored[path]
        found += [f"{path} lost {one}" for one in was if one not in now]
        found += [f"{path} got {one}" for one in now if one not in was]
        if sorted(now) == sorted(was) and now != was:
            found.append(f"the cells of {path} stand in another order")
    if file and (now := cells(read_notebook(file))) != stored[name]:
        found.append(f"the file of {name} has {now}")
    if often := page.evaluate("() => window.gcSaves"):
        found.append(f"the browser would have offered {often} times to save the page, and the words on it")
    return found
