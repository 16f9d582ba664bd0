"""The app's two icons, drawn here: three steps of a plan, the first one ticked off. Capsules on a grid of 24 by 24.

Teams wants PNG: colour 192 x 192 with its mark in the middle 120 x 120, outline 32 x 32 white on nothing.
Source: learn.microsoft.com, "Design your app's color and outline icons".
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from typing import Final, NamedTuple

COLOUR: Final = (0x2D, 0x6A, 0x4F)  # red, green, blue
WHITE: Final = (0xFF, 0xFF, 0xFF)

_GRID: Final = 24.0
_MARK: Final = 120 / 192  # of the colour icon's side; Teams cuts its corners


class Stroke(NamedTuple):
    """All points not farther than `radius` from the line between two points; a dot where both are the same."""

    x: float
    y: float
    to_x: float
    to_y: float
    radius: float


_STEPS: Final = (
    Stroke(2.2, 5.2, 4.2, 7.2, 1.2),
    Stroke(4.2, 7.2, 8.2, 3.2, 1.2),
    Stroke(12.0, 5.2, 22.6, 5.2, 1.2),
    Stroke(5.0, 12.4, 5.0, 12.4, 2.0),
    Stroke(12.0, 12.4, 22.6, 12.4, 1.2),
    Stroke(5.0, 19.6, 5.0, 19.6, 2.0),
    Stroke(12.0, 19.6, 18.2, 19.6, 1.2),
)


def colour() -> bytes:
    """White on green, as PNG."""
    rows = ([_blend(covered) for covered in row] for row in _drawn(192, _MARK))
    return _png(192, rows)


def outline() -> bytes:
    """White on nothing, as PNG."""
    rows = ([(*WHITE, round(255 * covered)) for covered in row] for row in _drawn(32, 1.0))
    return _png(32, rows)


def _drawn(side: int, share: float) -> Iterator[list[float]]:
    """How much of each pixel the mark covers, 0 to 1, row by row. `share` of the side is the mark's."""
    pixels = side * share / _GRID  # of one step of the grid
    start = side * (1 - share) / 2
    at = [(i + 0.5 - start) / pixels for i in range(side)]
    for y in at:
        yield [max(_cover(stroke, x, y, pixels) for stroke in _STEPS) for x in at]


def _cover(stroke: Stroke, x: float, y: float, pixels: float) -> float:
    """Soft over one pixel at the edge."""
    along_x, along_y = stroke.to_x - stroke.x, stroke.to_y - stroke.y
    length = along_x**2 + along_y**2
    share = ((x - stroke.x) * along_x + (y - stroke.y) * along_y) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    distance = hypot(x - stroke.x - share * along_x, y - stroke.y - share * along_y)
    return min(1.0, max(0.0, (stroke.radius - distance) * pixels + 0.5))


def _blend(covered: float) -> tuple[int, ...]:
    shades = (round(of + (white - of) * covered) for of, white in zip(COLOUR, WHITE, strict=True))
    return (*shades, 255)


def _png(side: int, rows: Iterable[Sequence[tuple[int, ...]]]) -> bytes:
    """Eight bits a channel, with transparency, no filter."""
    lines = b"".join(b"\0" + bytes(value for pixel in row for value in pixel) for row in rows)
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(lines, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
