"""The drawing surface: logical 1600 x 1000 units, supersampled, covering any size."""

import functools
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from cms.demo.pictures.palette import Color, mix

Point = tuple[float, float]


Box = tuple[float, float, float, float]


WIDTH = 1600


HEIGHT = 1000


SUPERSAMPLING = 2


# A row of street lamps asks for the same two masks again and again.
@functools.lru_cache(maxsize=4)
def _glow_mask(size: tuple[int, int], alpha: float) -> Image.Image:
    """Return a soft disc, brightest in the middle and nothing at its rim."""
    fall = [max(0, 255 - round(value * 2**0.5)) for value in range(256)]
    disc = Image.radial_gradient("L").point([round(v * v / 255 * alpha) for v in fall])
    return disc.resize(size, Image.Resampling.BILINEAR)


def _paint_rows(
    draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], stops: Sequence[Color]
) -> None:
    """Fill a box of pixels with a gradient, as many rows at once as melt together."""
    left, top, right, bottom = box
    last = len(stops) - 1
    height = max(bottom - top - 1, 1)
    for row in range(0, bottom - top, SUPERSAMPLING):
        place = row / height * last
        index = min(int(place), max(last - 1, 0))
        color = mix(stops[index], stops[min(index + 1, last)], place - index)
        y = top + row
        end = min(y + SUPERSAMPLING, bottom) - 1
        draw.rectangle((left, y, right - 1, end), fill=color)


class Canvas:
    """Draws shapes in logical units and hands back an antialiased picture."""

    def __init__(
        self, size: tuple[int, int], logical: tuple[int, int] = (WIDTH, HEIGHT)
    ) -> None:
        """Cover the whole size with the logical area, cropping evenly at the edges."""
        self.size = size
        large = (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING)
        self.scale = max(large[0] / logical[0], large[1] / logical[1])
        self.left = (large[0] - logical[0] * self.scale) / 2
        self.top = (large[1] - logical[1] * self.scale) / 2
        self.image = Image.new("RGB", large)
        self._solid = ImageDraw.Draw(self.image)
        self._blend = ImageDraw.Draw(self.image, "RGBA")

    def _at(self, x: float, y: float) -> Point:
        return x * self.scale + self.left, y * self.scale + self.top

    def _points(self, points: Sequence[Point]) -> list[Point]:
        scale, left, top = self.scale, self.left, self.top
        return [(x * scale + left, y * scale + top) for x, y in points]

    def _pen(
        self, color: Color, alpha: float
    ) -> tuple[ImageDraw.ImageDraw, tuple[int, ...]]:
        # Blending is slower than filling, so opaque shapes take the other road.
        if alpha >= 1:
            return self._solid, color
        return self._blend, (*color, round(255 * alpha))

    def polygon(
        self, points: Sequence[Point], color: Color, alpha: float = 1.0
    ) -> None:
        """Fill a polygon."""
        pen, fill = self._pen(color, alpha)
        pen.polygon(self._points(points), fill=fill)

    def rect(
        self, box: Box, color: Color, alpha: float = 1.0, *, radius: float = 0.0
    ) -> None:
        """Fill a rectangle given as x, y, width, height."""
        x, y, width, height = box
        pen, fill = self._pen(color, alpha)
        (x0, y0), (x1, y1) = self._at(x, y), self._at(x + width, y + height)
        # At thumbnail size a rectangle may be thinner than a pixel.
        x1, y1 = max(x1 - 1, x0), max(y1 - 1, y0)
        if radius * self.scale > 1:
            rounding = min(radius * self.scale, (x1 - x0) / 2, (y1 - y0) / 2)
            pen.rounded_rectangle((x0, y0, x1, y1), rounding, fill=fill)
        else:
            pen.rectangle((x0, y0, x1, y1), fill=fill)

    def ellipse(
        self, center: Point, radii: Point, color: Color, alpha: float = 1.0
    ) -> None:
        """Fill an ellipse."""
        (x, y), (rx, ry) = center, radii
        pen, fill = self._pen(color, alpha)
        pen.ellipse((*self._at(x - rx, y - ry), *self._at(x + rx, y + ry)), fill=fill)

    def circle(
        self, center: Point, radius: float, color: Color, alpha: float = 1.0
    ) -> None:
        """Fill a circle."""
        self.ellipse(center, (radius, radius), color, alpha)

    def line(
        self,
        points: Sequence[Point],
        width: float,
        color: Color,
        alpha: float = 1.0,
        *,
        caps: bool = False,
    ) -> None:
        """Stroke a line, with round ends where asked (opaque lines only)."""
        pen, fill = self._pen(color, alpha)
        thick = max(1, round(width * self.scale))
        pen.line(self._points(points), fill=fill, width=thick, joint="curve")
        if caps:
            for end in (points[0], points[-1]):
                self.circle(end, width / 2, color)

    def gradient(self, box: Box, stops: Sequence[Color]) -> None:
        """Fill a rectangle with a gradient from top to bottom."""
        x, y, width, height = box
        left, top = (round(v) for v in self._at(x, y))
        right, bottom = (round(v) for v in self._at(x + width, y + height))
        _paint_rows(self._solid, (left, top, right + 1, bottom + 1), stops)

    def shade(self, shapes: Sequence[Sequence[Point]], stops: Sequence[Color]) -> None:
        """Fill polygons with one gradient that runs over all of them."""
        outlines = [self._points(shape) for shape in shapes]
        xs = [x for outline in outlines for x, _ in outline]
        ys = [y for outline in outlines for _, y in outline]
        left, right = max(0, int(min(xs))), min(self.image.width, int(max(xs)) + 2)
        top, bottom = int(min(ys)), int(max(ys)) + 2
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        pen = ImageDraw.Draw(mask)
        for outline in outlines:
            pen.polygon([(x - left, y - top) for x, y in outline], fill=255)
        # Every pixel is painted next, so there is no need to clear the paper first.
        paper = Image.new("RGB", mask.size, None)
        _paint_rows(ImageDraw.Draw(paper), (0, 0, *mask.size), stops)
        self.image.paste(paper, (left, top), mask)

    def glow(
        self, center: Point, radii: Point, color: Color, alpha: float = 1.0
    ) -> None:
        """Add a soft round glow, or a soft shadow when the colour is dark."""
        (x, y), (rx, ry) = center, radii
        size = (max(2, round(rx * 2 * self.scale)), max(2, round(ry * 2 * self.scale)))
        left, top = (round(v) for v in self._at(x - rx, y - ry))
        self.image.paste(color, (left, top), _glow_mask(size, alpha))

    def veil(self, box: Box, color: Color, alphas: tuple[float, float]) -> None:
        """Lay a colour over a rectangle, from one strength at the top to another."""
        x, y, width, height = box
        (x0, y0), (x1, y1) = self._at(x, y), self._at(x + width, y + height)
        bounds = (max(0, round(x0)), max(0, round(y0)), round(x1), round(y1))
        width_px = min(self.image.width, bounds[2]) - bounds[0]
        height_px = bounds[3] - bounds[1]
        if width_px <= 0 or height_px <= 0:
            return
        start, end = alphas
        ramp = [round(255 * (start + (end - start) * v / 255)) for v in range(256)]
        strip = Image.linear_gradient("L").crop((0, 0, 1, 256)).point(ramp)
        tall = strip.resize((1, height_px), Image.Resampling.BILINEAR)
        mask = tall.resize((width_px, height_px), Image.Resampling.NEAREST)
        self.image.paste(color, bounds[:2], mask)

    def reflect(self, line: float, height: float, color: Color, share: float) -> None:
        """Mirror what stands above a waterline into the water below it."""
        middle = min(max(round(self._at(0, line)[1]), 1), self.image.height)
        depth = min(round(height * self.scale), self.image.height - middle, middle)
        if depth <= 0:
            return
        above = self.image.crop((0, middle - depth, self.image.width, middle))
        mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        water = Image.new("RGB", mirrored.size, color)
        self.image.paste(Image.blend(mirrored, water, share), (0, middle))

    def finish(self, *, mirrored: bool = False) -> Image.Image:
        """Scale the picture down to its size."""
        picture = self.image.resize(self.size, Image.Resampling.LANCZOS)
        if mirrored:
            return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        return picture


def as_jpeg(picture: Image.Image) -> bytes:
    """Encode a photograph-sized picture."""
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=88, progressive=True, optimize=True)
    return target.getvalue()


def as_png(picture: Image.Image) -> bytes:
    """Encode a small picture with sharp edges."""
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()
