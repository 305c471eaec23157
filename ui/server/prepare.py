"""Does ahead what a first start would wait for; a container's build runs ``python -m ui.server.prepare``."""

from __future__ import annotations

from corridor.search.compile import warm_kernels
from ui.map.layers import layers
from ui.serving.assets import assets


def prepare() -> None:
    """Compile the kernels; compress every file that browsers load, map layers among them."""
    warm_kernels()
    assets()
    layers()


if __name__ == "__main__":
    prepare()
