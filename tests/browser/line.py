"""A line between the browser and the server that a test can cut: what is on it is lost, and nothing new begins."""

from __future__ import annotations

import socket
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit


class Line(ThreadingTCPServer):
    """Carries every byte to the server and back, until it is cut."""

    daemon_threads = True
    whole = True

    def __init__(self, url):
        super().__init__(("127.0.0.1", 0), Carried)
        self.there = urlsplit(url)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"
        self.carried = set()

    def swallow(self):
        """Carry nothing any more. Nobody can tell yet: so it is for a moment, when Wi-Fi goes away."""
        self.whole = False

    def cut(self):
        """Break off what is on the line, so that both ends know."""
        self.whole = False
        for end in list(self.carried):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self):
        """Let everything through again."""
        self.whole = True


class Carried(BaseRequestHandler):
    """One connection of the browser."""

    def handle(self):
        """Carry it both ways."""
        line = self.server
        if not line.whole:
            return
        with socket.create_connection((line.there.hostname, line.there.port)) as there:
            ends = {self.request, there}
            line.carried |= ends
            back = Thread(target=carry, args=(line, there, self.request), daemon=True)
            back.start()
            carry(line, self.request, there)
            back.join()
            line.carried -= ends


def carry(line, one, other):
    """Hand on what comes from one end, and then that nothing more comes."""
    with suppress(OSError):
        while data := one.recv(65536):
            if line.whole:
                other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


@contextmanager
def line_to(url):
    """A line to a server, for as long as the block."""
    with Line(url) as line:
        Thread(target=line.serve_forever, daemon=True).start()
        try:
            yield line
        finally:
            line.cut()
            line.shutdown()
