"""What is said about a figure, a claim, a subject: codes of the library put into the visitor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.tables import split_ids
from corridor.language import amounts, names
from corridor.routing.circuity import is_far_round
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together
from ui.look.modes import BASIS, KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.evidence.claims import Estimate
    from ui.link.view import View

    Row = Mapping[str, Any]

TABLE_OF = names.TABLE_OF

_DECIDED = {
    "only-claim": N_("It is the only fitting claim ({detail})."),
    "kind": N_("Among the fitting claims, one that was {detail} comes first."),
    "confidence": N_("Among equals, a source of the kind “{detail}” comes first."),
    "newest": N_("Among equals, the newest comes first ({detail})."),
    "precision": N_("Among equals, one that states a typical value comes before a range or a bound."),
    "id": N_("The fitting claims are equal in kind, source and date; the first in the ledger is shown."),
    "no-claim": N_("None of our sources states it."),
    "no-fitting-claim": N_("Claims about something similar: {detail}; there is none about exactly this."),
    "formula": N_("No source states it; it follows from published figures."),
    "factor": N_("No source states it; a stated factor gives an order of magnitude."),
    "inside-customs-union": N_(
        "No source states it. Both countries are in one customs union ({detail}); what was measured at "
        "customs borders does not fit here."
    ),
    "assumed": N_("It is an assumption of the scenario, not a published figure."),
    "union-factor": N_(
        "No source states it. Both countries are in one customs union ({detail}), so there "
        "are no customs checks; a stated factor for such borders gives an order of magnitude."
    ),
    "within-upper-bound": N_(
        "Sources state only a limit that it does not exceed; the value used instead is kept "
        "within that limit."
    ),
    "within-lower-bound": N_(
        "Sources state only a limit that it exceeds; the value used instead is kept above that limit."
    ),
    "both-sides": N_(
        "No source states it; what it takes to leave the one country and to enter the other is added, each "
        "as measured on its own side."
    ),
    "no-service": N_("No ship that sails here is recorded, so nobody can say how long the wait is."),
    "headway": N_("No source states it; it follows from how often ships sail."),
    "headway-wagons": N_(
        "No source states it; it follows from the wagons that cross and the wagons of a ship."
    ),
    "headway-factor": N_(
        "No source states it, or how often ships sail here; a usual time between sailings "
        "gives an order of magnitude."
    ),
    "counted-in-border": N_("The figure for the border already includes the change of gauge."),
    "drawn-length": N_("No source states it; this is the length of the line on our map ({detail})."),
}
_SHAPED = {
    "midpoint": N_("The source states a range; its middle is shown."),
    "lower-bound": N_("The source states only a lower bound."),
    "upper-bound": N_("The source states only an upper bound."),
}
_LOST = {
    "fit-wider": N_("Not counted: it covers more than this."),
    "fit-narrower": N_("Not counted: it covers only a part of this."),
    "fit-proxy": N_("Not counted: it is about something similar."),
    "too-old": N_("Not counted: more than three years older than the newest."),
    "other-period": N_("Not counted: it is about another period; a series over time is not a range."),
    "undated": N_("Not counted: undated, where others are dated."),
    "outranked": N_("Not shown: another wording comes first by the rule."),
    "words-only": N_("Not counted: it gives no number."),
    "within-band": N_("Not counted: this worst case is no worse than the range."),
}
_FORMULAS = {
    "drawn length of the leg's line": N_("length of the line on our map"),
    "distance / speed": N_("distance divided by speed"),
    "distance x rate": N_("distance times rate"),
    "default duration": N_("usual duration of such work"),
    "assumed in the scenario": N_("assumed in the scenario"),
    "default charge": N_("usual charge for such work"),
    "half the time between sailings": N_("half the time between sailings"),
    "wagons a week each way / wagons of a ship": N_("wagons a week each way divided by the wagons of a ship"),
    "leaving one country and entering the other": N_("leaving one country and entering the other"),
    "distance x emission factor": N_("distance times emission factor"),
    "emission factor of the hub": N_("emission factor of the hub"),
    "sum of the known parts": N_("sum of the known parts"),
}
_FIT = {
    "wider": N_("covers more than this"),
    "narrower": N_("covers a part of this"),
    "proxy": N_("about something similar"),
}


def figure(view: View, estimate: Estimate) -> str:
    """Write the headline of an estimate, or say that it is not known."""
    _ = view.words.gettext
    if estimate.is_missing:
        return _("not known")
    if estimate.typical is None:
        return text_value(view, estimate.quantity, estimate.text)
    amount_ = size(view, estimate.typical, estimate.unit, estimate.basis)
    patterns = {
        "lower-bound": _("from {value}"),
        "upper-bound": _("up to {value}"),
        "midpoint": _("about {value}"),
    }
    return patterns.get(estimate.reason[-1], "{value}").format(value=amount_)


def band(view: View, estimate: Estimate) -> str:
    """Write the range of an estimate; empty if it is no wider than the headline."""
    if estimate.low is None or estimate.high is None or estimate.low == estimate.high:
        return ""
    ends = estimate.low, estimate.high
    return size_band(view, *ends, estimate.unit, estimate.basis, beside=estimate.typical)


def is_band_shown(view: View, estimate: Estimate) -> bool:
    """Whether the range belongs beside the figure: values of several years are no uncertainty of one."""
    group = by_id(view.dataset, "quantities").get(estimate.quantity, {}).get("group")
    return group not in {"volume", "trade", "fleet"}


def amount(view: View, value: Any, unit: str) -> str:
    """Write a number with its unit."""
    return fmt.quantity(value, unit, view.lang)


def size(view: View, value: float, unit: str, basis: str, *, beside: float | None = None) -> str:
    """Write a number no finer than its basis allows: what no source states gets two digits."""
    return amounts.size(value, unit, basis, view.lang, beside=beside)


def size_band(
    view: View, low: float, high: float, unit: str, basis: str, *, beside: float | None = None
) -> str:
    """Write a range no finer than its basis allows, in the unit of the figure that it stands beside."""
    return amounts.size_band(low, high, unit, basis, view.lang, beside=beside)


def far_round(view: View, ratio: float | None, straight_km: float) -> str:
    """Warn of a length that is many straight lines between its ends; empty where it is not."""
    if ratio is None or not is_far_round(ratio):
        return ""
    return view.words.gettext("Long detour: {times} times the straight-line distance of {distance}.").format(
        times=fmt.number(ratio, view.lang, digits=2), distance=size(view, straight_km, "km", "derived")
    )


def when(view: View, date: Any) -> str:
    """Write a day, month, year or range of them."""
    return fmt.partial_date(date, view.lang)


def data_text(view: View, text: str) -> Markup | str:
    """Write a text of the dataset in the visitor's language, else in English with a sign that says so."""
    return view.words.data(text) if view.words.has_data(text) else in_english(view, text)


def data_part(view: View, whole: str, part: str) -> Markup | str:
    """Write a part of a text of the dataset, with the sign where the whole is not translated."""
    return part if view.words.has_data(whole) else in_english(view, part)


def in_english(view: View, text: object) -> Markup:
    """Write a text that there is in English only, with a sign that says so in other languages."""
    if view.lang == "en":
        return tag("span", text)
    sign = view.words.gettext("in English")
    return tag("span", tag("span", text, lang="en"), class_="cx-english", title=sign)


def quoted(view: View, text: object) -> Markup:
    """Write a text that stays English on purpose, such as where in a document something is."""
    return tag("span", text, lang=None if view.lang == "en" else "en", data_quoted=view.lang != "en")


def parties(view: View, names_: str) -> Markup:
    """Name the parties of a paper or project: known organisations and others."""
    known = {row["name_en"]: row for row in by_id(view.dataset, "organisations").values()}
    known |= {row["name_en"]: row for row in by_id(view.dataset, "countries").values()}
    written: list[object] = []
    for party in split_ids(names_):
        name = view.words.name(known[party]) if party in known else data_text(view, party)
        written += [", ", name] if written else [name]
    return together(*written)


def text_value(view: View, quantity: str, text: str | None) -> str:
    """Write a value that is a date, weekdays, a term or words."""
    return names.text_value(view, quantity, text)


def claim_value(view: View, row: Row) -> str:
    """Write what one claim states."""
    return names.claim_value(view, row)


def quantity_name(view: View, estimate: Estimate) -> str:
    """Name the quantity of an estimate."""
    known = by_id(view.dataset, "quantities").get(estimate.quantity)
    return view.words.name(known) if known else view.words.term(estimate.quantity.replace("_", "-"))


def subject(view: View, subject_type: str, subject_id: str) -> str:
    """Name what a claim speaks of; a leg by its two ends."""
    row = by_id(view.dataset, TABLE_OF[subject_type]).get(subject_id)
    if row is None:
        return subject_id
    if subject_type == "leg":
        return leg(view, subject_id)
    if subject_type == "service":
        ends = f"{node(view, row['from_node'])} – {node(view, row['to_node'])}"
        return view.words.data(row["name"]) or ends
    return view.words.name(row)


def leg(view: View, leg_id: str, *, is_backwards: bool = False) -> str:
    """Name a leg by its ends, the one where travel begins first."""
    row = by_id(view.dataset, "legs")[leg_id]
    ends = [node(view, row["from_node"]), node(view, row["to_node"])]
    return " – ".join(reversed(ends) if is_backwards else ends)


def node(view: View, node_id: str) -> str:
    """Name a place."""
    return view.words.name(by_id(view.dataset, "nodes")[node_id])


def basis(view: View, estimate: Estimate) -> str:
    """Say in a sentence what the figure rests on."""
    _ = view.words.gettext
    mark = BASIS[estimate.basis]
    return _("{basis}: {meaning}.").format(basis=_(mark.label).capitalize(), meaning=_(mark.meaning))


def reason(view: View, estimate: Estimate) -> str:
    """Say why this claim is the headline, or why there is none."""
    _ = view.words.gettext
    code, detail, shape = (*estimate.reason, "", "")[:3]
    sentence = _(_DECIDED[code]).format(detail=_detail(view, code, detail)) if code in _DECIDED else ""
    shaped = _(_SHAPED[shape]) if shape in _SHAPED else ""
    spans = band(view, estimate)
    told = estimate.basis == "published"
    spanned = _("All fitting claims together span {band}.") if told else _("Its range is {band}.")
    spanned = spanned.format(band=spans) if spans else ""
    worst = (
        _("The worst case reported is {value}.").format(value=amount(view, estimate.worst, estimate.unit))
        if estimate.worst is not None
        else ""
    )
    return " ".join(part for part in (sentence, shaped, spanned, worst) if part)


def formula(view: View, name: str | None) -> str:
    """Name a formula."""
    return view.words.gettext(_FORMULAS.get(name, name)) if name else ""


def fit(view: View, code: str) -> str:
    """Say how closely a claim speaks of its subject."""
    return view.words.gettext(_FIT[code]) if code in _FIT else ""


def lost(view: View, claim_id: str, estimate: Estimate) -> str:
    """Say why a claim did not count; empty if it did."""
    code = dict(estimate.lost).get(claim_id)
    return view.words.gettext(_LOST[code]) if code in _LOST else ""


def _detail(view: View, code: str, detail: str) -> str:
    """Word the value that decided."""
    if code == "newest":
        return when(view, detail)
    if code in {"kind", "only-claim"} and detail in KINDS:
        return view.words.gettext(KINDS[detail].label)
    return view.words.term(detail)
