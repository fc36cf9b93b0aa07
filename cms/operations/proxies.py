"""Which proxies are believed when they say whom they forward for."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address


class TrustedProxies:
    """The addresses and networks that TRUSTED_PROXIES lists."""

    def __init__(self, words: Sequence[str]) -> None:
        self.networks = [ip_network(word, strict=False) for word in words]

    def trusts(self, peer: str) -> bool:
        """Say whether the peer, given as text, is one of ours."""
        address = parse_address(peer)
        return address is not None and any(address in net for net in self.networks)

    def client(self, peer: str, forwarded_for: str) -> str:
        """Return the nearest address of the chain that is not one of our proxies."""
        nearest = peer
        for hop in reversed(forwarded_for.split(",")):
            address = parse_address(hop)
            if address is None or not self.trusts(nearest):
                break
            nearest = str(address)
        return nearest


def parse_address(word: str) -> Address | None:
    """Return the address in ``192.0.2.1:80``, ``[2001:db8::1]:80`` and the like."""
    word = word.strip()
    if word.startswith("["):
        word = word[1:].partition("]")[0]
    elif word.count(":") == 1:
        word = word.partition(":")[0]
    try:
        address = ip_address(word)
    except ValueError:
        return None
    # A server that listens on IPv6 sees IPv4 peers in this form.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
