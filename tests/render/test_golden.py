"""The site of the made-up story, file by file, as it is kept in `golden/`.

After a change that is meant, write it anew with `TIMELINE_REWRITE_GOLDEN=1 pytest
tests/render/test_golden.py` and read the difference. Pictures are not compared by their bytes, which change
with the library that writes them, but by what they show.
"""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
import sample

GOLDEN = Path(__file__).parent / "golden"
PICTURES = {".png", ".jpg"}
LEFT_OUT = {
    "style.css",
    "script.js",
    "icon.svg",
    "404.html",
    *sample.FILES,
}  # the theme itself, and what others made


def kept(folder: Path) -> dict[str, bytes]:
    paths = (p for p in sorted(folder.rglob("*")) if p.is_file())
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths}
    return {name: data for name, data in found.items() if name not in LEFT_OUT}


def test_the_site_is_as_it_was(site: Path) -> None:
    if os.environ.get("TIMELINE_REWRITE_GOLDEN"):
        _rewrite(site)
    made, golden = kept(site), kept(GOLDEN)
    assert made.keys() == golden.keys()
    for name, data in golden.items():
        if Path(name).suffix in PICTURES:
            assert _seen(made[name]) == pytest.approx(_seen(data), abs=2), name
        else:
            assert made[name].decode() == data.decode(), name


def _seen(data: bytes) -> tuple[float, ...]:
    """Size and colours of a picture, in a coarse grid."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        small = picture.convert("L").resize((8, 8), Image.Resampling.BOX)
        return (*picture.size, *small.tobytes())


def _rewrite(site: Path) -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, data in kept(site).items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(data)
