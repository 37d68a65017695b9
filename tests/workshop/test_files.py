"""Files: whole or not at all, and nothing from outside the notebook's own folder."""

from __future__ import annotations

import errno
import os

import pytest

from workshop.errors import KitError
from workshop.files import picture_beside, read_notebook, write_whole


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
    (inside / "other.png").symlink_to(inside / "pictures" / "a.png")
    (inside / "round.png").symlink_to("round.png")
    notebook = inside / "n.ipynb"
    assert picture_beside(notebook, "pictures/a.png") == b"a"
    for name in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "link.png",
        "folder/secret.png",
        "other.png",
        "round.png",
        "none.png",
        "pictures",
        "a\0b",
        "x" * 5000,
    ):
        assert picture_beside(notebook, name) is None, name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.png")
    os.mkfifo(tmp_path / "n.ipynb")
    assert picture_beside(tmp_path / "mine.ipynb", "a.png") is None
    with pytest.raises(KitError, match=r"n\.ipynb cannot be read: it is no plain file\."):
        read_notebook(tmp_path / "n.ipynb")


@pytest.mark.parametrize("name", ["a\0b.pdf", "x" * 300])
def test_a_name_that_no_file_can_have_gets_a_sentence(tmp_path, name):
    with pytest.raises(KitError, match="Nothing changed"):
        write_whole(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_replaced_and_never_followed(tmp_path):
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "theirs")
    write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
