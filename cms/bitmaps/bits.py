"""A row of bits that grows; bit 0 is the lowest one of the first byte."""


class Bits(bytearray):
    """Bits as they are stored, to be set and unset one at a time."""

    def set(self, bit: int) -> None:
        """Set one bit."""
        place = bit >> 3
        if place >= len(self):
            self.extend(bytes(place + 1 - len(self)))
        self[place] |= 1 << (bit & 7)

    def unset(self, bit: int) -> bool:
        """Unset one bit; return whether it was set."""
        place, mask = bit >> 3, 1 << (bit & 7)
        if place >= len(self) or not self[place] & mask:
            return False
        self[place] &= ~mask
        return True


def as_number(bits: bytes | bytearray | memoryview) -> int:
    """Return stored bits as one whole number, which Python compares and counts fast."""
    return int.from_bytes(bits, "little")
