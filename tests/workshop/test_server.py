"""The server of a meeting: reached from this computer alone, with the key alone, and asking nobody else."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psutil
import pytest
from conftest import ROOT, TOPIC
from meeting import COMMAND, address_from, begun, held, of_the_meeting

from workshop.command import main
from workshop.lab.lean import set_up
from workshop.words import words

LOOPBACK = {"127.0.0.1", "::1"}
NAME = "a_why_relationships_matter/a1_support_rings.ipynb"
ROUTES = (
    *(
        "",
        "lab",
        f"lab/tree/{NAME}",
        "lab/workspaces/x",
        "tree",
        "login",
        "login?next=/lab",
        "custom/custom.css",
    ),
    *(f"files/{NAME}", f"view/{NAME}", f"nbconvert/handout/{NAME}", "kernelspecs/python3/logo-64x64.png"),
    *("api/status", "api/sessions", "api/kernels", "api/kernelspecs", "api/contents", f"api/contents/{NAME}"),
    *("api/me", "api/shutdown", "api/terminals", "api/nbconvert", "api/config/notebook", "metrics"),
    *(
        "lab/api/settings",
        "lab/api/workspaces",
        "lab/api/translations",
        "lab/api/themes",
        "lab/api/listings/x",
    ),
    *("good-company/page", "good-company/page?topics=1", "api/nothing", "nothing"),
    *("api/kernels/0-0-0-0-0/channels", "api/events/subscribe"),
)
"""What a stranger might ask for."""
BARE = ("api", "static/favicon.ico", "lab/extensions/good-company/static/remoteEntry.js", "logout")
"""What JupyterLab shows to everybody on this computer: its version, and files that are the same for all."""
HOSTILE = """
import pathlib
pathlib.Path({mark!r}).write_text("read")
server = c.ServerApp
server.ip, server.allow_origin, server.allow_origin_pat, server.token, server.password = "0.0.0.0", "*", ".*", "", ""
server.allow_remote_access = server.allow_credentials = server.disable_check_xsrf = True
server.allow_unauthenticated_access = server.trust_xheaders = True
server.identity_provider_class = "jupyter_server.auth.identity.IdentityProvider"
c.IdentityProvider.token = c.PasswordIdentityProvider.token = c.PasswordIdentityProvider.hashed_password = ""
"""


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    with held(tmp_path_factory.mktemp("server"), "a1") as running:
        yield running


def asked(url, method="GET", data=None, **headers):
    """The status of an answer in the end, after it has been followed wherever it leads, and its bytes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, named, method=method)) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def listening(process):
    """The addresses at which the processes of a meeting listen."""
    return {
        one.laddr.ip
        for each in [process, *of_the_meeting(process)]
        for one in psutil.Process(each.pid).net_connections(kind="inet")
        if one.status == psutil.CONN_LISTEN
    }


def test_it_listens_to_this_computer_and_nobody_else(meeting):
    assert len(of_the_meeting(meeting.process)) >= 2, "the server, and a kernel"
    assert listening(meeting.process) == {"127.0.0.1"}
    port = int(meeting.url.rsplit(":", 1)[1].strip("/"))
    others = {
        address.address
        for addresses in psutil.net_if_addrs().values()
        for address in addresses
        if address.family == socket.AF_INET and not address.address.startswith("127.")
    }
    for address in others:
        with socket.socket() as stranger:
            stranger.settimeout(1)
            assert stranger.connect_ex((address, port)) != 0, address


def test_without_the_key_every_answer_is_no(meeting, figure):
    tried = 0
    for route in ROUTES:
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            for headers in ({}, {"Authorization": "token wrong"}, {"Cookie": "username-127-0-0-1=wrong"}):
                tried += 1
                status, said = asked(
                    meeting.url + route, method, b"{}" if method != "GET" else None, **headers
                )
                assert status in {403, 405}, (method, route, status)
                assert meeting.token.encode() not in said
                assert b"support_rings" not in said
        assert asked(f"{meeting.url}{route.partition('?')[0]}?token=wrong")[0] == 403
        tried += 1
    figure("knocks", tried)


def test_who_has_no_key_reads_one_plain_sentence(meeting):
    status, said = asked(f"{meeting.url}lab/tree/{NAME}?token=wrong")
    assert status == 403
    assert words()["lab"]["no_key"] in said.decode()
    assert b"<form" not in said


def test_what_is_open_to_everybody_says_nothing_of_the_meeting(meeting):
    for route in BARE:
        status, said = asked(meeting.url + route)
        assert status == 200
        for secret in (meeting.token, "support_rings", str(meeting.process.memory)):
            assert secret.encode() not in said


def test_the_key_opens(meeting):
    for route in (
        "api/status",
        "api/sessions",
        f"lab/tree/{NAME}",
        "good-company/page",
        f"nbconvert/handout/{NAME}",
    ):
        assert asked(meeting.url + route, Authorization=f"token {meeting.token}")[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.0.2.7"])
def test_a_foreign_name_for_this_computer_is_refused_even_with_the_key(meeting, host):
    for route in ROUTES[1:]:
        status, said = asked(meeting.url + route, Authorization=f"token {meeting.token}", Host=host)
        assert status == 403, route
        assert b"support_rings" not in said


def test_another_page_in_the_browser_can_neither_read_nor_act(meeting):
    """It has the cookie, as every tab has, but neither the key nor the mark of our own pages."""
    keep = urllib.request.HTTPCookieProcessor()
    browser = urllib.request.build_opener(keep)
    browser.open(f"{meeting.url}lab?token={meeting.token}").close()
    cookie = "; ".join(f"{one.name}={one.value}" for one in keep.cookiejar)
    assert asked(f"{meeting.url}lab", Cookie=cookie)[0] == 200
    before = meeting.ask("GET", "contents")["content"]
    for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
        made = json.dumps({"type": "directory"}).encode()
        assert asked(f"{meeting.url}api/contents", "POST", made, Cookie=cookie, **headers)[0] in {403, 404}
    assert meeting.ask("GET", "contents")["content"] == before
    for route in ("api/contents", "api/sessions", "good-company/page?topics=1"):
        assert asked(meeting.url + route, Cookie=cookie, Origin="http://evil.example")[0] in {403, 404}
    with browser.open(f"{meeting.url}lab") as answer:
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(
    "way",
    ["../config/jupyter_server_config.json", "..%2fconfig%2fjupyter_server_config.json", "%2e%2e/server.log"],
)
def test_nothing_outside_the_notebooks_is_given_away_even_with_the_key(meeting, way):
    for route in ("files", "api/contents", "view", "nbconvert/handout"):
        status, said = asked(f"{meeting.url}{route}/{way}", Authorization=f"token {meeting.token}")
        assert status >= 400
        assert b"LabApp" not in said


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """Settings that would open every door, in each place where JupyterLab may look; and the mark of their being read."""
    mark = tmp_path / "read"
    for name in ("here", "home/.jupyter", "home/.local/etc/jupyter", "named", "searched"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        for kind in ("server", "lab", "notebook"):
            file = folder / f"jupyter_{kind}_config.py"
            file.write_text(HOSTILE.format(mark=str(mark)), encoding="utf-8")
        (folder / "jupyter_config.py").write_text(HOSTILE.format(mark=str(mark)), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    return mark


def shut(url, token):
    """Whether a server keeps its doors shut."""
    assert len(token) == 48
    for route in ("api/status", "api/contents", "lab"):
        assert asked(url + route)[0] == 403
        assert asked(url + route, Authorization=f"token {token}", Host="evil.example")[0] == 403
        assert asked(url + route, Authorization=f"token {token}")[0] == 200
    assert asked(f"{url}api/contents", "POST", b"{}")[0] == 403


def test_no_setting_of_this_computer_opens_a_door(tmp_path, hostile):
    told = {
        "JUPYTER_TOKEN": "",
        "JUPYTER_IP": "0.0.0.0",  # noqa: S104 - this is what must not work
        "JUPYTER_PORT": "8888",
        "JUPYTER_CONFIG_DIR": str(tmp_path / "named"),
        "JUPYTER_CONFIG_PATH": str(tmp_path / "searched"),
        "JUPYTER_SERVER_ALLOW_UNAUTHENTICATED_ACCESS": "yes",
        "JUPYTER_NO_CONFIG": "1",
    }
    with begun(tmp_path, "a1", "--no-browser", **told) as process:
        shut(*address_from(process))
        assert listening(process) == {"127.0.0.1"}
    assert not hostile.exists(), "none of these files is even read"


def test_no_setting_of_an_organization_opens_a_door(tmp_path, hostile):
    """Those lie in folders of the system: they are read, after ours, and the command line beats them."""
    folder = tmp_path / "memory" / "private"
    environment = set_up(folder, {NAME: TOPIC})
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join([str(folder / "config"), str(tmp_path / "searched")])
    serve = [sys.executable, "-P", "-m", "workshop.lab.serve", str(folder)]
    with subprocess.Popen(serve, env=environment, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        said = folder / "runtime" / f"jpserver-{server.pid}.json"
        try:
            told = eventually(lambda: json.loads(said.read_text(encoding="utf-8")))
            eventually(lambda: asked(told["url"]))
            shut(told["url"], told["token"])
            server.memory = folder
            assert listening(server) == {"127.0.0.1"}
        finally:
            server.stdin.close()
            server.wait(20)
    assert hostile.exists(), "or this test has tested nothing"


def eventually(find):
    """What is found within a moment."""
    ends = time.monotonic() + 60
    while True:
        try:
            return find()
        except (OSError, ValueError):
            assert time.monotonic() < ends
            time.sleep(0.05)


@pytest.mark.parametrize(
    "typed",
    [
        ["--ip=0.0.0.0"],
        ["--ip", "0.0.0.0"],  # noqa: S104 - as above
        ["a1", "--ServerApp.ip=0.0.0.0"],
        ["--token="],
        ["--IdentityProvider.token="],
        ["--NotebookApp.token=''"],
        ["--ServerApp.password=''"],
        ["--port=80"],
        ["--allow-root"],
        ["--ServerApp.allow_remote_access=True"],
    ],
    ids=" ".join,
)
def test_nobody_can_ask_for_an_open_door(typed, capsys):
    assert main(["open", *typed]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert next(one for one in typed if one.startswith("--")) in said.err
    assert "always has a key" in said.err


def test_the_key_goes_through_no_proxy(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        there = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        told = dict.fromkeys(("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"), there)
        with begun(tmp_path, "a1", "--no-browser", no_proxy="", NO_PROXY="", **told) as process:
            shut(*address_from(process))
        proxy.settimeout(0)
        with pytest.raises(BlockingIOError):
            proxy.accept()


CONNECTS = re.compile(
    r"(?:connect|sendto|sendmsg|sendmmsg)\(.*?sa_family=AF_INET6?.*?(?:inet_addr\(|inet_pton\(AF_INET6, )\"([^\"]+)\""
)


def reached(log):
    """Every address on the internet's side that strace saw a process turn to."""
    return set(CONNECTS.findall(log.read_text(encoding="utf-8", errors="replace")))


def traced(log, *command):
    return ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(log), *command]


@pytest.fixture
def strace(tmp_path):
    """Where strace writes; skipped where it is missing, or where it may not look."""
    log = tmp_path / "strace.log"
    outside = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.7', 9))"
    try:
        subprocess.run(traced(log, sys.executable, "-c", outside), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("strace is not installed or may not look: on Debian, apt-get install strace")
    assert reached(log) == {"192.0.2.7"}, "or it would find nothing at all"
    return log


def test_a_meeting_and_the_printer_turn_to_nobody_outside(tmp_path, strace, monkeypatch):
    monkeypatch.setattr("meeting.COMMAND", traced(strace, *COMMAND))
    with begun(tmp_path, "a1", "--no-browser") as process:
        url, token = address_from(process)
        shut(url, token)
        assert asked(f"{url}nbconvert/handout/{NAME}", Authorization=f"token {token}")[0] == 200
        time.sleep(2)  # what asks for news does so a moment after it has begun
        process.send_signal(2)
        for child in psutil.Process(process.pid).children():
            child.send_signal(2)
        process.wait(30)
    assert reached(strace) <= LOOPBACK
    assert reached(strace), "the launcher has asked its own server"
    printing = [*COMMAND[:-1], "print", str(TOPIC), "--output-dir", str(tmp_path)]
    subprocess.run(traced(strace, *printing), check=True, capture_output=True, cwd=ROOT)
    assert reached(strace) == set()
