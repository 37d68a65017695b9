"""One place for everything that a meeting could write, and the search through every byte of it.

Where the system lets us, the place is a disk of its own: an ext4 image, mounted so that each write
goes to it at once and nothing that is deleted is cleared. All other disks are locked for what runs
there. Else it is one folder, and only the files that are still in it can be searched.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import psutil
from conftest import ROOT

SIZE = 1_500_000_000
"""Bytes of the disk. Only what is written to takes room."""
MEMORY = Path("/dev/shm")  # noqa: S108 - the image is kept in memory where there is room, as it is quicker
LOCK = """
mount --make-rprivate / || exit
while read -r _ target kind _; do
  case $kind in
    ext*|xfs|btrfs|overlay|zfs|f2fs|9p|virtiofs|nfs*) [ "$target" = "$0" ] || mount -o remount,bind,ro "$target" || exit;;
  esac
done < /proc/self/mounts
exec "$@"
"""
"""Makes every disk but one read-only for a command, and for nobody else."""
CHUNK, LONGEST = 1 << 26, 1 << 10
"""Bytes that are read at once, and some more, so that nothing is missed where one piece ends."""
NOT_OURS = {".venv", ".git", ".uv"}
PREFIX, MOUNTED = "canary-disk-", "mounted"
"""How the folder of a disk is called, and the file in it that says where the disk is mounted."""
ENCODINGS = ("utf-8", "utf-16-le")


@dataclass(frozen=True)
class Place:
    """Where everything lies. Without an image it is a plain folder."""

    folder: Path
    image: Path | None = None
    within: tuple[str, ...] = ()
    """What stands before a command, so that it can write nowhere else."""

    @property
    def searched(self) -> str:
        """What is searched here, in words."""
        if self.image is None:
            return (
                "all files in one folder were searched: this system does not let us mount a disk of our own"
            )
        other = "all other disks were locked" if self.within else "other disks could not be locked"
        return f"every byte of a disk of its own was searched, deleted files too; {other}"

    def environment(self, **more: object) -> dict[str, str]:
        """What a program is told so that it keeps everything here."""
        named = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "runtime", "XDG_CONFIG_HOME": "config",
                 "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}  # fmt: skip
        for name in named.values():
            (self.folder / name).mkdir(exist_ok=True, mode=0o700)
        told = {name: self.folder / where for name, where in named.items()} | more
        left_out = ("JUPYTER", "IPYTHON", "XDG_")
        usual = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        return {**usual, **{name: str(value) for name, value in told.items()}}

    def found(self, *secrets: str | bytes) -> list[str]:
        """Where one of the secrets, or half of one, was ever written: files, and places on the raw disk."""
        sought = [form for secret in secrets for form in forms(secret)]
        files = [f"{path}" for path in chain(_below(self.folder), _below(ROOT)) if _holds(path, sought)]
        if self.image is None:
            return files
        subprocess.run(["sync", "-f", self.folder], check=True)
        return files + [f"byte {at:,} of the disk" for at in _raw(self.image, sought)]


def forms(secret: str | bytes) -> list[bytes]:
    """What is looked for: both halves of a word, in both ways that programs write words; bytes as they are."""
    if isinstance(secret, bytes):
        return [secret]
    half = len(secret) // 2
    return [part.encode(code) for part, code in product((secret[:half], secret[half:]), ENCODINGS)]


def _below(folder: Path) -> Iterator[Path]:
    """Everything in a folder, but for what belongs to Python and git."""
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        yield from (Path(above, name) for name in (*folders, *files))


def _holds(path: Path, sought: list[bytes]) -> bool:
    """Whether a file has one of them in its name or its bytes. It may be gone the next moment."""
    if any(one in os.fsencode(path.name) for one in sought):
        return True
    with suppress(OSError):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            return any(one in data for one in sought)
    return False


def _raw(image: Path, sought: list[bytes]) -> Iterator[int]:
    """Where on the disk they are. What was never written to is skipped; read, not mapped, or it would be made."""
    disk = os.open(image, os.O_RDONLY)
    end = 0
    try:
        while True:
            start = os.lseek(disk, end, os.SEEK_DATA)
            end = os.lseek(disk, start, os.SEEK_HOLE)
            for here in range(start, end, CHUNK):
                data = os.pread(disk, min(CHUNK + LONGEST, end - here), here)
                for one in sought:
                    at = data.find(one)
                    while 0 <= at < CHUNK:
                        yield here + at
                        at = data.find(one, at + 1)
    except OSError as error:
        if error.errno != errno.ENXIO:  # nothing more was written
            raise
    finally:
        os.close(disk)


@contextmanager
def one_place(folder: Path) -> Iterator[Place]:
    """A disk of its own, mounted below a folder; or the folder, where that is not allowed."""
    folder.mkdir()
    room = _room()
    _sweep(room)
    with TemporaryDirectory(dir=room, prefix=f"{PREFIX}{os.getpid()}-") as holder:
        (Path(holder) / MOUNTED).write_text(str(folder), encoding="utf-8")
        image = Path(holder) / "disk.ext4"
        mounted = _mounted(image, folder)
        within = ("unshare", "--mount", "sh", "-c", LOCK, str(folder)) if mounted else ()
        if mounted and subprocess.run([*within, "true"], capture_output=True, check=False).returncode:
            within = ()
        try:
            yield Place(folder, image if mounted else None, within)
        finally:
            if mounted:
                subprocess.run(["umount", "--lazy", folder], check=True)


def _room() -> Path:
    """Where the image lies: in memory, if that has room."""
    with suppress(OSError):
        if shutil.disk_usage(MEMORY).free > 2 * SIZE:
            return MEMORY
    return Path(gettempdir())


def _sweep(room: Path) -> None:
    """Take away the disks of runs that were killed."""
    for left in room.glob(f"{PREFIX}*"):
        if not psutil.pid_exists(int(left.name.removeprefix(PREFIX).partition("-")[0])):
            with suppress(OSError):
                subprocess.run(
                    ["umount", "--lazy", (left / MOUNTED).read_text(encoding="utf-8")], check=False
                )
            shutil.rmtree(left, ignore_errors=True)


def _mounted(image: Path, folder: Path) -> bool:
    """Make the disk and mount it, if this system lets us."""
    if (
        os.name != "posix"
        or os.geteuid() != 0
        or not all(map(shutil.which, ("mkfs.ext4", "mount", "unshare")))
    ):
        return False
    with image.open("wb") as file:
        file.truncate(SIZE)
    make = ["mkfs.ext4", "-q", "-m", "0", "-E", "nodiscard", image]
    mount = ["mount", "-o", "loop,sync,nodiscard", image, folder]
    return all(
        subprocess.run(step, capture_output=True, check=False).returncode == 0 for step in (make, mount)
    )
