"""What JupyterLab is given: a page extension, settings, the save hook, and the launcher.

This is the server extension. JupyterLab loads it by the file that installing the kit puts into
`etc/jupyter`; nothing else imports it.
"""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workshop.lab"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Guard every save, and answer the page's questions."""
    from workshop.lab.page_route import ROUTE, PageRoute  # noqa: PLC0415 - only a running server needs them
    from workshop.lab.save_hook import keep_session_out  # noqa: PLC0415
    from workshop.lab.time_routes import LATE_ROUTE, TIME_ROUTE, LateRoute, TimeRoute  # noqa: PLC0415

    app.contents_manager.register_pre_save_hook(keep_session_out)
    base = app.web_app.settings["base_url"].rstrip("/")
    app.web_app.add_handlers(
        ".*",
        [
            (f"{base}{ROUTE}", PageRoute),
            (f"{base}{TIME_ROUTE}", TimeRoute, {"times": {}}),
            (f"{base}{LATE_ROUTE}", LateRoute),
        ],
    )
