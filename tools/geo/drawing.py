"""A drawn leg: its points, what is bridged in it, and how faithful it is to the real line."""

from dataclasses import dataclass

import numpy as np
import shapely

from tools.geo.sphere import steps_km

Point = tuple[float, float]
DECIMALS = 4

# surveyed: within some hundred metres of the real line, so hardly a long straight and next to no gap.
LONG_STRAIGHT_KM = 10.0
SURVEYED_STRAIGHT_SHARE = 0.20
SURVEYED_BRIDGED_SHARE = 0.01
SURVEYED_JOINT_KM = 2.5
# generalised: gaps stay a small part, and the line comes near both ends.
GENERALISED_BRIDGED_SHARE = 0.15
GENERALISED_JOINT_KM = 5.0


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
        Kilometres drawn straight over gaps of the source.
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
        if self.best == "schematic" or bridged > GENERALISED_BRIDGED_SHARE or self.joint_km > GENERALISED_JOINT_KM:
            return "schematic"
        fine = straight <= SURVEYED_STRAIGHT_SHARE and bridged <= SURVEYED_BRIDGED_SHARE
        if self.best == "surveyed" and fine and self.joint_km <= SURVEYED_JOINT_KM:
            return "surveyed"
        return "generalised"

    def row(self, leg_id: str, mode: str) -> dict[str, object]:
        """Return the leg as a row of data/geo/legs."""
        return {
            "leg_id": leg_id,
            "mode": mode,
            "fidelity": self.fidelity,
            "drawn_km": round(float(steps_km(self.rounded).sum()), 1),
            "method": self.method,
            "bridged_km": round(self.bridged_km, 1),
            "geometry": shapely.LineString(self.rounded),
        }
