"""What the page Connectivity shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.sections.connectivity import frames as pair_frames

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ui.link.view import View
from ui.evidence.shown import Shown


def connectivity(view: View, place: str) -> Shown:
    """Give pairs of cities and countries, the index with what stands behind it, reach, critical parts."""
    data, state = view.dataset, view.state

    def tables() -> dict[str, pd.DataFrame]:
        given = {
            "connectivity": pair_frames.cities(data),
            "country_pairs": pair_frames.countries(data),
            "parts": pair_frames.parts(data),
            "reach": pair_frames.within(data, place, state.days),
            "critical_parts": pair_frames.critical(data),
        }
        if not pair_frames.is_ranked(data):
            return given
        return given | {
            "index": pair_frames.ranked(data, state),
            "rank_shares": pair_frames.shares(data, state),
            "weight_moves": pair_frames.moves(data, state),
            "method_ranks": pair_frames.methods(data, state),
        }

    weights = pair_frames.weights(state)
    choice = {
        "weights": dict(weights) if weights else "all alike",
        "normalisation": state.normalisation,
        "aggregation": state.aggregation,
        "place": place,
        "days": state.days,
    }
    asked = {"normalisation": state.normalisation, "aggregation": state.aggregation}
    if weights:
        asked["weights"] = ",".join(f"{part}={weight:g}" for part, weight in weights.items())
    codes = (word for word in state.avoid if view.dataset.has("countries", word))
    avoid = ",".join(sorted({*codes, *pair_frames.left_out(view)}))
    held = {"avoid": avoid} if avoid else {}
    addresses = [
        ("connectivity", _address("connectivity", held)),
        ("country_pairs", _address("country-pairs", held)),
        ("index", _address("pair-index", {**asked, **held})),
        ("reach", _address("reach", {"from": place, "days": state.days, **held})),
    ]
    return Shown(tables=tables, addresses=addresses, choice=choice)


def _address(path: str, keys: Mapping[str, object]) -> str:
    """Write an address below the API's root."""
    return f"{path}?{urlencode(keys)}" if keys else path
