"""Does ahead what the first start would wait for; a container's build runs ``python -m ui.prepare``."""

from __future__ import annotations

from corridor.warm_kernels import warm_kernels
from ui.assets import assets
from ui.layers import layers


def prepare() -> None:
    """Compile the kernels; compress every file that browsers load, map layers among them."""
    warm_kernels()
    assets()
    layers()


if __name__ == "__main__":
    prepare()
