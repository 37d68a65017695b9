"""The server of one meeting: JupyterLab, started quicker, and ended with the launcher whatever happens.

Run as `python -P -m workshop.lab.serve FOLDER` by the launcher, which holds the other end of our input.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

DOORS = {
    "ServerApp.ip": "127.0.0.1",
    "ServerApp.sock": "",
    "ServerApp.allow_remote_access": False,
    "ServerApp.allow_unauthenticated_access": False,
    "ServerApp.allow_origin": "",
    "ServerApp.allow_origin_pat": "",
    "ServerApp.allow_credentials": False,
    "ServerApp.disable_check_xsrf": False,
    "ServerApp.trust_xheaders": False,
    "ServerApp.identity_provider_class": "jupyter_server.auth.identity.PasswordIdentityProvider",
    "PasswordIdentityProvider.hashed_password": "",
    "PasswordIdentityProvider.login_handler_class": "workshop.lab.door.Door",
    "PasswordIdentityProvider.allow_password_change": False,
}
"""Every door is shut, and in the words of the command line, which beat each file of settings that an
organization may have put on this computer. The key itself stands in a file of the private folder:
command lines can be read by everybody who uses the computer."""


def main() -> None:
    """Serve until the launcher says stop, or is gone."""
    # Measured: this grammar costs a second in every Jupyter process, and serves only one check of
    # the form of addresses, which jsonschema leaves out when it is missing.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    no_core_dump()
    threading.Thread(target=end_with_launcher, daemon=True).start()

    from jupyterlab.labapp import main as serve  # noqa: PLC0415 - after the first line above

    from workshop.lab.private_folder import wipe  # noqa: PLC0415

    try:
        serve(argv=[f"--{name}={value}" for name, value in DOORS.items()])
    finally:
        wipe(Path(sys.argv[1]))


def no_core_dump() -> None:
    """A kernel that crashes must not leave its memory, with the group's words, in a file."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows, which writes none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_launcher() -> None:
    """Wait for the end of our input: the launcher closed it, or was killed. Then stop the server."""
    sys.stdin.buffer.read()
    from jupyter_server.serverapp import ServerApp  # noqa: PLC0415 - loaded by now

    ServerApp.instance().stop(from_signal=True)


if __name__ == "__main__":
    main()
