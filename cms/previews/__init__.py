"""Tokens through which a frontend shows what an editor is writing."""
