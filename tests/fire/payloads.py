"""Notebooks that mean harm, each by a way of its own, written afresh after what has been tried on notebooks before."""

from __future__ import annotations

import base64
import json
import os
import struct
import zlib
from pathlib import Path

from exercises import load
from exercises.paper import MIME

SECRET = "the-secret-41c7"  # noqa: S105 - nobody's
"""Words in files beside and above, which no paper may hold."""
SIZE = (7, 3)
"""The dots of the secret picture: no other picture has this size."""


def png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" * (1 + width * 3)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def text(source: str, **more) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source, **more}


def shown(data: dict, **more) -> dict:
    output = {"output_type": "display_data", "data": data, "metadata": {}, **more}
    return {"cell_type": "code", "metadata": {}, "source": "", "outputs": [output]}


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def svg(inside: str, before: str = "") -> bytes:
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
    )
    return f'{before}{head} onload="alert(1)">{inside}<rect width="9" height="9"/></svg>'.encode()


def sheet(**changes) -> dict:
    return shown({MIME: load("support_rings").worksheet() | changes})


def payloads(above: Path) -> dict[str, dict]:
    """Notebooks by name. `above` is the folder above theirs; the secrets lie there, and must stay there."""
    secret, picture = above / "secret.txt", above / "secret.png"
    return {
        "script": {"cells": [text("# A\n\n<script>alert('x')</script><style>@import 'http://198.51.100.7/'</style>")]},
        "handlers": {"cells": [text("# A\n\n<img src=x onerror=alert(1)> <body onload=alert(1)> <a onclick=alert(1)>b</a>")]},
        "links": {"cells": [text("# A\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](file:///etc/passwd) [e](JaVaScRiPt:x)")]},
        "frames": {"cells": [text(f"# A\n\n<iframe src='{secret}'></iframe><object data='{secret}'></object><embed src='{secret}'><link rel=stylesheet href='http://198.51.100.7/'>")]},
        "outputs": {"cells": [text("# A"), shown({"text/html": "<script>alert(1)</script><b>c</b>"}), shown({"application/javascript": "alert(1)"}), shown({"text/markdown": f"![m]({picture})"})]},
        "formula": {"cells": [text(f"# A\n\n$$\\input{{{secret}}}$$ $\\write18{{touch owned}}$ \\begin{{align}}\\include{{{secret}}}\\end{{align}}")]},
        "typst": {"cells": [text(f'# A #read("{secret}")\n\n#read("{secret}") #import "{secret}" #panic() `#eval("1")` \\u{{23}}read'), {"cell_type": "raw", "source": f'#include "{secret}"'}]},
        "attached": {"cells": [text("# A\n\n![a](attachment:../../owned.png) ![b](attachment:/owned.png) ![c](attachment:..\\owned.png)", attachments={name: {"image/png": encoded(png(2, 2))} for name in ("../../owned.png", f"{above}/owned.png", "..\\owned.png", "C:owned.png", "CON", "x" * 300)})]},
        "names": {"cells": [text("# A"), shown({"image/png": encoded(png(2, 2))}, metadata={"filenames": {"image/png": "../../owned.png"}}, filename="../../owned.png")]},
        "above": {"cells": [text("# A\n\n![a](../secret.png) ![b](x/../../secret.png) ![c](..%2Fsecret.png) <img src='../secret.png'>")]},
        "absolute": {"cells": [text(f"# A\n\n![a]({picture}) ![b](file://{picture}) ![c](//{picture}) ![d](\\\\\\\\host\\\\a.png)")]},
        "symlinks": {"cells": [text("# A\n\n![a](link.png) ![b](folder/secret.png) ![c](loop.png) ![d](dangling.png)")]},
        "pipe": {"cells": [text("# A\n\n![a](pipe.png) ![b](.) ![c](/dev/zero) ![d](/dev/random)")]},
        "network": {"cells": [text("# A\n\n![a](http://198.51.100.7/a.png) ![b](https://[::1]/a.png) ![c](ftp://198.51.100.7/a.png)")]},
        "vector": {"cells": [text("# A\n\n![a](attachment:a) ![b](attachment:b) ![c](attachment:c)", attachments={
            "a": {"image/svg+xml": encoded(svg(f'<image href="{picture}" width="9" height="9"/><script>alert(1)</script>'))},
            "b": {"image/svg+xml": encoded(svg('<image xlink:href="../secret.png" width="9" height="9"/>'))},
            "c": {"image/svg+xml": encoded(svg("<text>&x;</text>", f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{secret}">]>'))},
        })]},
        "worksheet": {"cells": [text("# A"), sheet(title=f'#read("{secret}")', sheet=[
            {"kind": "picture", "id": "a", "alt": "a", "width": 50, "table": [], "to_write": [], "across": 1, "typed": [], "svg": svg("").decode()},
            {"kind": "text", "text": f'#include "{secret}" $x$ @b <c>'},
        ])]},
        "titles": {"metadata": {"title": "../../owned", "name": "../owned", "authors": [{"name": SECRET[::-1]}], "kernelspec": {"name": "../../owned"}}, "cells": [text("# ../../owned\n\n{line:../secret}")]},
        "code": {"cells": [text("# A"), {"cell_type": "code", "source": "import os; os.system('touch ../owned')", "outputs": []}, {"cell_type": "code", "source": "!touch ../owned\n%run ../owned", "outputs": []}]},
    }  # fmt: skip


def laid_out(above: Path) -> Path:
    """The folder with all of them, and with what they reach for; their secrets are above it."""
    theirs = above / "theirs"
    theirs.mkdir(parents=True)
    (above / "secret.txt").write_text(SECRET)
    (above / "secret.png").write_bytes(png(*SIZE))
    (theirs / "link.png").symlink_to(above / "secret.png")
    (theirs / "folder").symlink_to(above)
    (theirs / "loop.png").symlink_to("loop.png")
    (theirs / "dangling.png").symlink_to("nothing.png")
    os.mkfifo(theirs / "pipe.png")
    for name, notebook in payloads(above).items():
        (theirs / f"{name}.ipynb").write_text(json.dumps(notebook))
    return theirs
