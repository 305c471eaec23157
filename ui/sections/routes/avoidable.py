"""What routes can be made to avoid, each with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.freight.arrays import MODES
from corridor.memory.memo import Depends, remembered
from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.look.modes import MODES as LOOKS
from ui.sections.routes.question import freight_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset
    from ui.link.view import View


@remembered(depends_on=Depends.EVERYTHING, beside=1)
def avoidable(data: Dataset, _lang: str, view: View) -> Mapping[str, str]:
    """Name what routes can be made to avoid: countries, modes, places, legs."""
    _ = view.words.gettext
    places = freight_places(view)
    nodes, legs = by_id(data, "nodes"), by_id(data, "legs").values()
    countries = sorted({nodes[place]["country"] for place in places}, key=lambda code: country(view, code))
    land = [row for row in legs if row["mode"] in MODES]
    return {
        **{code: _("Country: {name}").format(name=country(view, code)) for code in countries},
        **{mode: _("Mode: {name}").format(name=_(LOOKS[mode].label)) for mode in MODES},
        **{place: _("Place: {name}").format(name=wording.node(view, place)) for place in places},
        **{
            row["leg_id"]: _("Leg: {name}").format(
                name=f"{wording.subject(view, 'leg', row['leg_id'])} ({_(LOOKS[row['mode']].label)})"
            )
            for row in land
        },
    }
