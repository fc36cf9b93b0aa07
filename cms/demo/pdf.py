"""Real PDF documents for the demo content: a cover block, headings, page numbers."""

import functools
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
)

FONTS = {"Vera": "normal", "VeraBd": "bold", "VeraIt": "italic", "VeraBI": "boldItalic"}
INK, SOFT, ACCENT = HexColor("#1f2a44"), HexColor("#6b7388"), HexColor("#e0a43c")
MARGIN, COVER_PADDING = 24 * mm, 18 * mm
WIDTH, HEIGHT = A4
HILLS = (
    (HexColor("#2f5f86"), ((0, 20), (60, 30), (120, 14), (210, 26))),
    (HexColor("#3d8b8f"), ((0, 11), (70, 8), (140, 20), (210, 11))),
    (HexColor("#e0a43c"), ((0, 4), (80, 8), (150, 3), (210, 6))),
)


def write_pdf(
    *,
    title: str,
    lead: str,
    author: str,
    language: str,
    sections: Sequence[tuple[str, Sequence[str]]],
) -> bytes:
    """Write an A4 document; texts are plain and may mark words with <b> and <i>."""
    styles = _styles()
    target = io.BytesIO()
    cover = [
        Paragraph(_markup(title), styles["title"]),
        Paragraph(_markup(lead), styles["lead"]),
        Paragraph(_markup(author), styles["author"]),
    ]
    document = _Document(
        target,
        cover,
        title=_plain(title),
        author=author,
        subject=_plain(lead),
        lang=language,
        creator="Municipia",
        pagesize=A4,
        # The same words give the same bytes: no clock, no random identifier.
        invariant=1,
    )
    # The spacer makes a page even where there are no sections.
    story: list[Flowable] = [NextPageTemplate("following"), Spacer(1, 1)]
    for heading, paragraphs in sections:
        story.append(_Heading(_markup(heading), styles["heading"]))
        story += [Paragraph(_markup(text), styles["body"]) for text in paragraphs]
    document.build(story)
    return target.getvalue()


class _Document(BaseDocTemplate):
    """A document whose first page carries a cover block of its own height."""

    def __init__(
        self, target: io.BytesIO, cover: Sequence[Paragraph], **options: object
    ) -> None:
        super().__init__(target, **options)
        self.cover = cover
        inner = WIDTH - 2 * MARGIN
        heights = [part.wrap(inner, HEIGHT)[1] for part in cover]
        self.cover_height = sum(heights) + 2 * COVER_PADDING + 34 * mm
        below = HEIGHT - self.cover_height - MARGIN - 6 * mm
        first = Frame(MARGIN, MARGIN, inner, below, 0, 0, 0, 0)
        later = Frame(MARGIN, MARGIN, inner, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [first], onPage=_draw_cover),
                PageTemplate("following", [later], onPage=_draw_footer),
            ]
        )


class _Heading(Paragraph):
    """A heading that enters itself in the outline a reader shows beside the pages."""

    def draw(self) -> None:
        _, height = self.canv.absolutePosition(0, 0)
        key = f"section-{self.canv.getPageNumber()}-{round(height)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.getPlainText(), key, level=0)
        self.canv.showOutline()
        super().draw()


def _draw_cover(canvas: Canvas, document: _Document) -> None:
    """Draw the coloured block with the title, and hills along its foot."""
    foot = HEIGHT - document.cover_height
    canvas.saveState()
    canvas.setFillColor(INK)
    # Starts a little high: the ink would show as a hairline below the hills.
    canvas.rect(0, foot + mm, WIDTH, document.cover_height, stroke=0, fill=1)
    canvas.setFillColor(ACCENT)
    canvas.circle(WIDTH - 40 * mm, foot + 27 * mm, 9 * mm, stroke=0, fill=1)
    for color, crest in HILLS:
        _draw_hill(canvas, foot, color, crest)
    top = HEIGHT - COVER_PADDING
    canvas.rect(MARGIN, top - 1, 16 * mm, 1.4 * mm, stroke=0, fill=1)
    top -= 8 * mm
    for part in document.cover:
        part.drawOn(canvas, MARGIN, top - part.height)
        top -= part.height + part.style.spaceAfter
    canvas.restoreState()
    _draw_footer(canvas, document)


def _draw_hill(
    canvas: Canvas, foot: float, color: Color, crest: Sequence[tuple[float, float]]
) -> None:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = [(x * mm, foot + y * mm) for x, y in crest]
    path = canvas.beginPath()
    path.moveTo(x0, foot)
    path.lineTo(x0, y0)
    path.curveTo(x1, y1, x2, y2, x3, y3)
    path.lineTo(x3, foot)
    path.close()
    canvas.setFillColor(color)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_footer(canvas: Canvas, document: _Document) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor("#d9dce4"))
    canvas.line(MARGIN, 17 * mm, WIDTH - MARGIN, 17 * mm)
    canvas.setFont("Vera", 8)
    canvas.setFillColor(SOFT)
    title = document.title if len(document.title) <= 80 else document.title[:79] + "…"
    canvas.drawString(MARGIN, 12 * mm, "".join(_drawable(letter) for letter in title))
    canvas.drawRightString(WIDTH - MARGIN, 12 * mm, str(document.page))
    canvas.restoreState()


@functools.cache
def _register_fonts() -> Mapping[int, int]:
    """Embed the fonts reportlab ships and return the letters they can draw."""
    folder = Path(reportlab.__file__).parent / "fonts"
    fonts = {name: TTFont(name, str(folder / f"{name}.ttf")) for name in FONTS}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    family = {kind: name for name, kind in FONTS.items()}
    pdfmetrics.registerFontFamily("Vera", **family)
    return fonts["Vera"].face.charToGlyph


def _styles() -> dict[str, ParagraphStyle]:
    _register_fonts()
    base = ParagraphStyle("body", fontName="Vera", fontSize=10, leading=15.5)
    base.textColor, base.spaceAfter = INK, 8
    white = HexColor("#fff6e4")

    def style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
        look = {"fontSize": size, "leading": leading, **more}
        return ParagraphStyle(name, base, **look)

    bold = {"fontName": "VeraBd", "keepWithNext": 1}
    return {
        "body": base,
        "heading": style("heading", 14, 19, spaceBefore=12, spaceAfter=6, **bold),
        "title": style("title", 25, 32, textColor=white, spaceAfter=12, **bold),
        "lead": style("lead", 12, 18, textColor=white, spaceAfter=14),
        "author": style("author", 9, 12, textColor=ACCENT, spaceAfter=0),
    }


def _markup(text: str) -> str:
    """Escape a text for a paragraph, keeping <b> and <i> where they come in pairs."""
    safe = escape("".join(_drawable(letter) for letter in text))
    pair = re.compile(r"&lt;([bi])&gt;((?:(?!&lt;/?[bi]&gt;).)*)&lt;/\1&gt;", re.DOTALL)
    # Innermost pairs first, so that wrongly nested ones stay visible as text.
    while pair.search(safe):
        safe = pair.sub(r"<\1>\2</\1>", safe)
    return safe


def _drawable(letter: str) -> str:
    """Return a letter the fonts have: a rare accented one loses its accent."""
    if letter == "\u202f":
        return "\u00a0"
    if letter == "\n" or ord(letter) in _register_fonts():
        return letter
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if ord(base) in _register_fonts() else "?"


def _plain(text: str) -> str:
    return re.sub(r"</?[bi]>", "", text)
