from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import sample
from PIL import Image as Pillow

from timeline.model import Image
from timeline.problems import Severity
from timeline.render.assets import prepare_pictures
from timeline.render.card import card


def prepare(project: Path, src: str) -> tuple[dict[str, object], list[str]]:
    pictures, problems = prepare_pictures([Image(src)], sample.settings(project))
    assert all(p.severity is Severity.WARNING for p in problems)
    return dict(pictures), [p.message for p in problems]


def test_a_picture_is_made_small_and_forgets_the_camera(tmp_path: Path) -> None:
    sample.put_picture(tmp_path)
    pictures, problems = prepare_pictures([Image("alma.jpg")], sample.settings(tmp_path))
    made = pictures["alma.jpg"]
    assert problems == ()
    assert (made.path, made.width, made.height) == ("images/alma.jpg", 1280, 720)
    assert b"SecretCamera" in (tmp_path / "content" / "images" / "alma.jpg").read_bytes()
    assert b"SecretCamera" not in made.data
    assert b"Exif" not in made.data


def test_a_picture_taken_on_its_side_is_turned(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "images"
    folder.mkdir(parents=True)
    exif = Pillow.Exif()
    exif[0x0112] = 6
    Pillow.new("RGB", (40, 20), "red").save(folder / "side.jpg", exif=exif)
    pictures, _ = prepare_pictures([Image("side.jpg")], sample.settings(tmp_path))
    assert (pictures["side.jpg"].width, pictures["side.jpg"].height) == (20, 40)


MODES = [
    (".png", "RGB"), (".png", "RGBA"), (".png", "P"), (".png", "L"), (".png", "1"), (".png", "I;16"),
    (".jpg", "RGB"), (".jpg", "L"), (".jpg", "CMYK"),
    (".webp", "RGB"), (".webp", "RGBA"), (".webp", "P"), (".webp", "L"),
    (".gif", "RGB"), (".gif", "RGBA"), (".gif", "P"), (".gif", "L"), (".gif", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "mode"), MODES)
def test_every_kind_of_picture_is_read_twice_alike(tmp_path: Path, suffix: str, mode: str) -> None:
    folder = tmp_path / "content" / "images"
    folder.mkdir(parents=True)
    Pillow.new(mode, (30, 20)).save(folder / f"a{suffix}")
    first, problems = prepare_pictures([Image(f"a{suffix}")], sample.settings(tmp_path))
    second, _ = prepare_pictures([Image(f"a{suffix}")], sample.settings(tmp_path))
    assert problems == ()
    assert first == second
    assert first[f"a{suffix}"].width == 30


WRONG = [
    ("https://evil.example/pixel.gif", "lies on another server"),
    ("../../secret.jpg", "lies outside content/images"),
    ("missing.jpg", "there is no picture"),
    ("drawing.svg", "of no kind that is shown"),
    ("broken.jpg", "cannot be read"),
    ("link.jpg", "lies outside content/images"),
]


@pytest.mark.parametrize(("src", "message"), WRONG)
def test_what_cannot_be_shown_is_said_and_left_out(tmp_path: Path, src: str, message: str) -> None:
    folder = tmp_path / "content" / "images"
    folder.mkdir(parents=True)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff no picture")
    (folder / "drawing.svg").write_text("<svg onload='alert(1)'/>", "utf-8")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    pictures, said = prepare(tmp_path, src)
    assert pictures == {}
    assert [message in text for text in said] == [True]


def test_a_card_is_the_same_every_time_and_needs_no_known_letters(tmp_path: Path) -> None:
    first = card(
        "The ferry of the sound", ("10 events",), ((1, "1998"), (0, ""), (8, "2024")), tmp_path / "a"
    )
    again = card(
        "The ferry of the sound", ("10 events",), ((1, "1998"), (0, ""), (8, "2024")), tmp_path / "b"
    )
    assert first == again
    assert card("عبّارة المضيق", (), ((1, ""), (8, "")), tmp_path / "a") != first
    with Pillow.open(BytesIO(first)) as picture:
        assert picture.size == (1200, 630)
    assert len(first) < 100_000
    assert card("word " * 60, ("10 events",), (), tmp_path / "a")


@pytest.mark.parametrize(
    "title",
    ["L’été « perdu » – ça suffit…", "¿Qué pasó en Núñez?", "Größe: “Øresund” — Łódź", "Δίκη", "Київ"],
)
def test_a_card_has_the_letters_of_european_titles(tmp_path: Path, title: str) -> None:
    """A title that the font could not write would be left out, and the card be that of no title."""
    assert card(title, (), (), tmp_path) != card("", (), (), tmp_path)
