"""Pictures and files that go along with the pages.

Pictures lie in `content/images/`. They are turned upright, made small enough for a page, and written anew,
which leaves behind everything a camera noted (place, time, owner). What was prepared once is kept in
`.timeline/images/` by the digest of its bytes. Everything in `content/static/` is copied as it is. Symbolic
links are never followed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from timeline.config import Settings
from timeline.model import Image
from timeline.problems import Problem, Severity
from timeline.yamltext import nearest

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MAX_WIDTH = 1280  # twice the width of the column, for screens with two pixels to the point
MAX_HEIGHT = 1600
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
_MAX_BYTES = 40_000_000
_MAX_PIXELS = 100_000_000
# Part of the digest that a prepared picture is kept under: raise it to make all anew.
_RECIPE = b"1"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the pages show it: its path below the site, its size in pixels, its bytes."""

    path: str
    width: int
    height: int
    data: bytes


def prepare_pictures(
    images: Iterable[Image], settings: Settings
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Prepare each picture once; those that cannot be shown are told as problems and left out."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for image in images:
        if image.src in pictures:
            continue
        found = _prepare(image, settings)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            pictures[image.src] = found
    return pictures, tuple(problems)


def check_pictures(images: Iterable[Image], settings: Settings) -> tuple[Problem, ...]:
    """Say which pictures are not there, or may not be shown; none is opened."""
    wrong = (_wrong_path(image, settings.content / "images") for image in images)
    return tuple(filter(None, wrong))


def static_files(settings: Settings) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Read `content/static/`: contents by path below the site."""
    folder = settings.content / "static"
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            hint = "put a copy of the file there"
            problems.append(_warning(f"content/static/{name} is a link and is not followed", hint, None))
        elif path.is_file():
            files[name] = path.read_bytes()
    return files, tuple(problems)


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _prepare(image: Image, settings: Settings) -> Picture | Problem:
    folder = settings.content / "images"
    wrong = _wrong_path(image, folder)
    if wrong:
        return wrong
    data = (folder / image.src).read_bytes()
    suffix = PurePosixPath(image.src).suffix.lower()
    kept = settings.project / ".timeline" / "images"
    try:
        return _kept(image.src, data, kept) or _keep(image.src, _convert(data, _FORMATS[suffix]), data, kept)
    except (OSError, ValueError, SyntaxError) as error:
        return _warning(
            f"the picture {image.src} cannot be read: {error}", "save it again as JPEG or PNG", image
        )


def _kept(src: str, data: bytes, folder: Path) -> Picture | None:
    """Return what was prepared before; its name tells the size, so that no picture needs to be opened."""
    for path in sorted(folder.glob(f"{_digest(data)}-*")):
        width, _, height = path.stem.rpartition("-")[2].partition("x")
        if not path.is_symlink() and width.isdecimal() and height.isdecimal():
            return Picture(f"images/{src}", int(width), int(height), path.read_bytes())
    return None


def _keep(src: str, prepared: bytes, data: bytes, folder: Path) -> Picture:
    width, height = _size(prepared)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{_digest(data)}-{width}x{height}{PurePosixPath(src).suffix.lower()}").write_bytes(prepared)
    return Picture(f"images/{src}", width, height, prepared)


def _digest(data: bytes) -> str:
    return hashlib.sha256(_RECIPE + data).hexdigest()[:32]


def _wrong_path(image: Image, folder: Path) -> Problem | None:
    """Say why a path cannot be used.

    Another server's, outside the folder, a link, missing, too large, not a picture.
    """
    if "://" in image.src or image.src.startswith("//"):
        hint = "save it in content/images/ (pages ask nothing of other servers) and give its name"
        return _warning(f"the picture {image.src} lies on another server", hint, image)
    path = folder / image.src
    if path.suffix.lower() not in _FORMATS:
        return _warning(
            f"the picture {image.src} is of no kind that is shown", "use JPEG, PNG, WebP or GIF", image
        )
    if not path.resolve().is_relative_to(folder.resolve()) or folder.is_symlink():
        return _warning(f"the picture {image.src} lies outside content/images", "put a copy there", image)
    if not path.is_file():
        hint = "put it there, or take the line out"
        near = nearest(image.src, (each.relative_to(folder).as_posix() for each in _walk(folder)))
        hint = f"did you mean {near}? if not, {hint}" if near else hint
        return _warning(f"there is no picture content/images/{image.src}", hint, image)
    if path.stat().st_size > _MAX_BYTES:
        return _warning(f"the picture {image.src} is larger than 40 MB", "make it smaller", image)
    return None


def _convert(data: bytes, form: str) -> bytes:
    """Write a picture anew: upright, in sRGB, no larger than needed, without what the camera noted."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    with Pillow.open(BytesIO(data), formats=tuple(set(_FORMATS.values()))) as opened:
        if opened.width * opened.height > _MAX_PIXELS:
            message = f"{opened.width} × {opened.height} pixels are too many"
            raise ValueError(message)
        upright = _in_srgb(ImageOps.exif_transpose(opened), form)
    upright.thumbnail((MAX_WIDTH, MAX_HEIGHT), Pillow.Resampling.LANCZOS)
    clean = Pillow.new(upright.mode, upright.size)
    clean.paste(upright)
    out = BytesIO()
    clean.save(out, form, **_SAVING[form])
    return out.getvalue()


_SAVING: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "method": 4},
    "GIF": {},
}


def _in_srgb(pixels: Pixels, form: str) -> Pixels:
    """Turn colours of another profile into those that screens expect, and rare modes into usual ones."""
    from PIL import ImageCms

    profile = pixels.info.get("icc_profile")
    has_alpha = pixels.mode in {"RGBA", "LA", "PA"} or "transparency" in pixels.info
    plain = pixels.convert("RGBA" if has_alpha and form != "JPEG" else "RGB")
    if not profile or pixels.mode not in {"RGB", "RGBA"}:
        return plain
    try:
        own, common = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(plain, own, common) or plain
    except (ImageCms.PyCMSError, OSError):
        return plain


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(data)) as opened:
        return opened.size


def _warning(message: str, hint: str, image: Image | None) -> Problem:
    where = image.where if image and image.where.path else None
    return Problem(message, where, hint, Severity.WARNING)
