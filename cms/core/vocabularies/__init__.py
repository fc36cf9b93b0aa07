"""Vocabularies that standards own; they are code, not rows (docs/adr/0004)."""
