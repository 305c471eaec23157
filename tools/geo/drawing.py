"""A drawn leg: its points, what is bridged in it, and how faithful it is to the real line."""

from dataclasses import dataclass

import numpy as np
import shapely

from tools.geo.sphere import steps_km

Point = tuple[float, float]
DECIMALS = 4

# surveyed: within some hundred metres of the real line, so hardly a long straight and next to no gap.
LONG_STRAIGHT_KM = 10.0
SURVEYED_LONGEST_KM = 16.0
SURVEYED_STRAIGHT_SHARE = 0.20
SURVEYED_BRIDGED_SHARE = 0.01
SURVEYED_JOINT_KM = 2.5
# generalised: gaps stay a small part; a joint longer than this is a gap too.
GENERALISED_BRIDGED_SHARE = 0.15
JOINT_IS_GAP_KM = 5.0


@dataclass(frozen=True)
class Drawing:
    """
    A line for a leg, from node to node.

    Attributes
    ----------
    points : list of (lon, lat)
        Both nodes included.
    method : str
        Where the line comes from.
    best : str
        The best fidelity class that this method can claim.
    bridged_km : float
        Kilometres drawn straight over gaps of the source, long joints to the nodes included.
    joint_km : float
        The longer of the two straight joints between the line and its nodes.
    """

    points: list[Point]
    method: str
    best: str
    bridged_km: float = 0.0
    joint_km: float = 0.0

    @property
    def rounded(self) -> np.ndarray:
        """Points as they are written, without repeats."""
        points = np.array(self.points).round(DECIMALS)
        fresh = np.ones(len(points), dtype=bool)
        fresh[1:] = (points[1:] != points[:-1]).any(axis=1)
        return points[fresh]

    @property
    def fidelity(self) -> str:
        """Class of the line by its straights, gaps and joints; never better than its method allows."""
        steps = steps_km(self.rounded)
        straight = steps[steps > LONG_STRAIGHT_KM].sum() / steps.sum()
        bridged = self.bridged_km / steps.sum()
        if self.best == "schematic" or bridged > GENERALISED_BRIDGED_SHARE:
            return "schematic"
        dense = straight <= SURVEYED_STRAIGHT_SHARE and steps.max() <= SURVEYED_LONGEST_KM
        whole = bridged <= SURVEYED_BRIDGED_SHARE and self.joint_km <= SURVEYED_JOINT_KM
        return "surveyed" if self.best == "surveyed" and dense and whole else "generalised"

    def row(self, leg_id: str, mode: str) -> dict[str, object]:
        """Return the leg as a row of data/geo/legs."""
        return {
            "leg_id": leg_id,
            "mode": mode,
            "fidelity": self.fidelity,
            "drawn_km": round(float(steps_km(self.rounded).sum()), 1),
            "method": self.method,
            "bridged_km": round(self.bridged_km, 1),
            "joint_km": round(self.joint_km, 1),
            "geometry": shapely.LineString(self.rounded),
        }
