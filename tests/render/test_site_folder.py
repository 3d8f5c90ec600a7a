from __future__ import annotations

from pathlib import Path

import pytest

from timeline.problems import CannotStart
from timeline.render import site_folder


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_no_longer_made_goes_away(tmp_path: Path) -> None:
    out = tmp_path / "site"
    site_folder.write_folder(out, {"a.html": b"1", "e/b.html": b"2"})
    written = site_folder.write_folder(out, {"a.html": b"1"})
    assert written.changed == ("e/b.html",)
    assert set(tree(out)) == {"a.html", site_folder.MANIFEST}
    assert not (out / "e").exists()


def test_what_others_put_there_is_carried_over(tmp_path: Path) -> None:
    out = tmp_path / "site"
    site_folder.write_folder(out, {"a.html": b"1", "e/b.html": b"2"})
    (out / "CNAME").write_text("story.example", "utf-8")
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_text("ref", "utf-8")
    (out / "e" / "own.txt").write_text("mine", "utf-8")
    (out / "link").symlink_to("a.html")
    site_folder.write_folder(out, {"a.html": b"other"})
    assert tree(out)["CNAME"] == b"story.example"
    assert tree(out)[".git/HEAD"] == b"ref"
    assert tree(out)["e/own.txt"] == b"mine"
    assert (out / "link").is_symlink()
    assert tree(out)["a.html"] == b"other"


def test_a_file_that_somebody_put_in_our_way_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    site_folder.write_folder(out, {"a.html": b"1"})
    (out / "robots.txt").write_text("theirs", "utf-8")
    written = site_folder.write_folder(out, {"a.html": b"1", "robots.txt": b"ours"})
    assert tree(out)["robots.txt"] == b"theirs"
    assert ["robots.txt" in p.message for p in written.problems] == [True]


@pytest.mark.parametrize("kind", ["foreign folder", "file", "link", "spoilt manifest"])
def test_a_folder_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "site"
    if kind == "file":
        out.write_text("x", "utf-8")
    elif kind == "link":
        (tmp_path / "real").mkdir()
        out.symlink_to(tmp_path / "real")
    else:
        out.mkdir()
        (out / ("thesis.txt" if kind == "foreign folder" else site_folder.MANIFEST)).write_text("x", "utf-8")
    with pytest.raises(CannotStart):
        site_folder.write_folder(out, {"a.html": b"1"})
    assert not (out / "a.html").exists()


def test_a_manifest_cannot_point_outside(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (tmp_path / "precious.txt").write_text("keep", "utf-8")
    (out / site_folder.MANIFEST).write_text(
        '{"files": ["../precious.txt", "/etc/passwd", "a.html"]}', "utf-8"
    )
    (out / "a.html").write_text("old", "utf-8")
    site_folder.write_folder(out, {"b.html": b"1"})
    assert (tmp_path / "precious.txt").read_text("utf-8") == "keep"
    assert set(tree(out)) == {"b.html", site_folder.MANIFEST}


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    site_folder.write_folder(out, {"a.html": b"1"})
    with pytest.raises(OSError):  # noqa: PT011 (a file cannot be a folder as well: each system says so in its own words)
        site_folder.write_folder(out, {"a.html": b"2", "b": b"x", "b/c.html": b"y"})
    assert tree(out)["a.html"] == b"1"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_run_that_was_killed_while_swapping_is_mended(tmp_path: Path) -> None:
    out = tmp_path / "site"
    site_folder.write_folder(out, {"a.html": b"1"})
    (out / "CNAME").write_text("story.example", "utf-8")
    left = tmp_path / ".timeline-tmp-site-abc"
    left.mkdir()
    out.rename(left / "old")
    site_folder.write_folder(out, {"a.html": b"2"})
    assert tree(out)["a.html"] == b"2"
    assert tree(out)["CNAME"] == b"story.example"
    assert not left.exists()
