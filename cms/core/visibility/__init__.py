"""The one gate: what a reader may see."""

from cms.core.visibility.gate import Gate

__all__ = ["Gate"]
