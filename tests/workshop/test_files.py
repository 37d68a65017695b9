"""Files: whole or not at all, and nothing from outside the notebook's own folder."""

from __future__ import annotations

import errno
import os

import pytest

from workshop.errors import KitError
from workshop.files import picture_beside, write_whole


@pytest.mark.parametrize("broken", ["fsync", "replace", "open"])
def test_a_full_disk_leaves_the_old_file_and_no_crumbs(tmp_path, monkeypatch, broken):
    target = tmp_path / "a.pdf"
    write_whole(target, b"old")

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(f"os.{broken}" if broken == "fsync" else f"pathlib.Path.{broken}", full)
    with pytest.raises(
        KitError, match=r"a\.pdf could not be written .*: No space left on device\. Nothing changed\."
    ):
        write_whole(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_a_file_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KitError, match="Nothing changed"):
        write_whole(tmp_path / "file" / "a.pdf", b"new")


def test_everyone_who_may_read_the_folder_may_read_the_file(tmp_path):
    write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644


def test_pictures_come_from_beside_the_notebook_only(tmp_path):
    inside = tmp_path / "kit"
    (inside / "pictures").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"secret")
    (inside / "pictures" / "a.png").write_bytes(b"a")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "folder").symlink_to(tmp_path)
    notebook = inside / "n.ipynb"
    assert picture_beside(notebook, "pictures/a.png") == b"a"
    for name in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "link.png",
        "folder/secret.png",
        "none.png",
        "pictures",
        "a\0b",
        "x" * 5000,
    ):
        assert picture_beside(notebook, name) is None, name
