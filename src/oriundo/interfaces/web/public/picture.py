"""The image that a messenger shows beside a link: name, origin and place, drawn by the server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
"""What messengers and networks ask for."""
_EDGE = 90
_INK, _PAPER, _JADE = "#1c2422", "#ffffff", "#0a6450"
_QUIET = "#55605c"
_MOST_LINES = 4
_FONTS = files("font_source_sans_pro") / "files"


@lru_cache(maxsize=200)
def picture(name: str, *lines: str) -> bytes:
    """A PNG of 1200 by 630 dots: a name, and a few lines under it. Same words, same bytes."""
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=_JADE)
    _symbol(draw, _EDGE, 70)
    draw.text((_EDGE + 90, 76), "Oriundo", font=_font("Semibold", 44), fill=_JADE)
    below = _name(draw, name, 190)
    for text in filter(None, lines):
        line = _cut(draw, text, _font("Regular", 40))
        draw.text((_EDGE, below), line, font=_font("Regular", 40), fill=_QUIET)
        below += 54
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _name(draw: ImageDraw.ImageDraw, name: str, top: int) -> int:
    """Write the name as large as four lines allow; return where the next line begins."""
    for size in (76, 64, 54, 46):
        font = _font("Semibold", size)
        lines = list(_lines(draw, name, font))
        if len(lines) * size * 1.2 <= 270:
            break
    lines = lines[:_MOST_LINES]
    for line in lines:
        draw.text((_EDGE, top), _cut(draw, line, font), font=font, fill=_INK)
        top += int(size * 1.2)
    return top + 28


def _lines(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and draw.textlength(longer, font=font) > SIZE[0] - 2 * _EDGE:
            yield line
            longer = word
        line = longer
    yield line


def _cut(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> str:
    room = SIZE[0] - 2 * _EDGE
    if draw.textlength(text, font=font) <= room:
        return text
    while text and draw.textlength(f"{text}…", font=font) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _symbol(draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """The ring, the seed in it, and the path to another seed, as in `symbol.svg`."""

    def disc(x: float, y: float, radius: float, **how: str | int) -> None:
        scale = 2.3
        middle = (left + x * scale, top + y * scale)
        reach = radius * scale
        box = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
        draw.ellipse(box, **how)  # type: ignore[arg-type]

    disc(14, 18, 10, outline=_JADE, width=5)
    disc(14, 18, 3.4, fill=_JADE)
    disc(26.4, 5.2, 2.6, fill=_JADE)
    draw.arc((left + 32, top + 8, left + 92, top + 76), 180, 270, fill=_JADE, width=5)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(_FONTS / f"SourceSansPro-{weight}.ttf") as path:
        return ImageFont.truetype(str(path), size)
