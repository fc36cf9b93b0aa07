"""What authors may do in rich text; nothing that translators or readers could lose."""

INLINE = ["bold", "italic", "link", "document-link", "superscript", "subscript"]
PARAGRAPH = [*INLINE, "ol", "ul"]
