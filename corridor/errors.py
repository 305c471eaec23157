"""The errors that the library raises on purpose: each with a code, worded for people in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

_SHOWN = 60


def N_(message: str) -> str:  # noqa: N802 - the name by which extraction knows it
    """Mark a text for the catalogues; returns it unchanged."""
    return message


class Phrase(str):
    """A value that is English prose with a translation of its own, such as the reason inside a message."""

    __slots__ = ()


class Named(NamedTuple):
    """A value that is a row with a name in each language, such as a node; its id stands before the name."""

    id_: str
    row: Mapping[str, Any]


class CorridorError(Exception):
    """
    Any error that this library raises on purpose.

    `str()` gives the English text; `text` gives it in any language.

    Parameters
    ----------
    code
        One of the codes in `texts`. Codes are stable: programs may compare them.
    **values
        What stands in the placeholders of the text: texts (what a caller wrote; shortened if long), numbers,
        paths, a `Phrase`, a `Named` row, or several of them.

    Attributes
    ----------
    texts
        English text of each code of the class, with placeholders. It is the key of the translations.
    title
        What all errors of the class have in common, in English.
    """

    title: ClassVar[str] = N_("The request cannot be answered")
    texts: ClassVar[Mapping[str, str]] = {}

    def __init__(self, code: str, /, **values: object) -> None:
        self.code = code
        self.template = self.texts[code]
        self.values = values
        super().__init__(self.text())

    def text(
        self,
        translate: Callable[[str], str] = str,
        name: Callable[[Mapping[str, Any]], str] = lambda row: str(row["name_en"]),
    ) -> str:
        """
        Word the error in a language.

        Parameters
        ----------
        translate
            Gives the translation of an English text.
        name
            Gives the name of a row.

        Returns
        -------
        str
            The text.
        """
        told = {key: _told(value, translate, name) for key, value in self.values.items()}
        return translate(self.template).format(**told)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error travel between processes whole, whatever its parameters are called."""
        return _restored, (type(self), self.args, self.__dict__)


class DatasetError(CorridorError):
    """
    A route dataset that cannot be used.

    Parameters
    ----------
    code, **values
        As for `CorridorError`.
    findings
        One row a finding, as `corridor.dataset.validation.validate` returns them.
    """

    title = N_("The data cannot be used")
    texts: ClassVar[Mapping[str, str]] = {
        "data-unusable": N_("The data in {folder} cannot be used. {first}"),
        "data-unusable-more": N_(
            "The data in {folder} cannot be used. {first} And {more} more; see `corridor validate {folder}`."
        ),
        "descriptor-unusable": N_("{file}: {problem}."),
    }

    def __init__(self, code: str, /, *, findings: pd.DataFrame, **values: object) -> None:
        super().__init__(code, **values)
        self.findings = findings


class UnknownIdError(CorridorError):
    """
    An id that stands in no row of the table it was looked up in.

    Parameters
    ----------
    table
        Name of the table.
    id_
        The id that was asked for.
    """

    title = N_("There is no such row")
    texts: ClassVar[Mapping[str, str]] = {
        "id-unknown": N_("The table '{table}' has no row with the id '{id}'."),
    }

    def __init__(self, *, table: str, id_: str) -> None:
        super().__init__("id-unknown", table=table, id=id_)
        self.table = table
        self.id = id_


class BranchError(CorridorError):
    """A branch that does not fit into the chain it was asked for."""

    title = N_("The branch does not fit")
    texts: ClassVar[Mapping[str, str]] = {
        "branch-wrong-kind": N_(
            "The corridor '{branch}' is not a branch. Choose a corridor of the kind 'branch'."
        ),
        "branch-apart": N_(
            "The branch '{branch}' does not touch the corridor '{corridor}'. Choose a branch that does."
        ),
        "branch-backwards": N_(
            "The branch '{branch}' runs in the opposite direction to the corridor '{corridor}'. "
            "Choose another branch."
        ),
        "branch-leads-on": N_(
            "The branch '{branch}' begins where the corridor '{corridor}' ends and replaces no "
            "part of it. Choose another branch."
        ),
        "branches-overlap": N_(
            "The branches '{branch}' and '{other}' replace the same section. Choose one of them."
        ),
    }


class RouteError(CorridorError):
    """A question for routes that cannot be answered as it was asked."""

    title = N_("The question cannot be answered in this form")
    texts: ClassVar[Mapping[str, str]] = {
        "ends-alike": N_(
            "The route starts and ends at the same place: {place}. Choose two different places."
        ),
        "airports-alike": N_(
            "The flight starts and ends at the same airport: {place}. Choose two different airports."
        ),
        "airport-shared": N_(
            "{origin} and {destination} share an airport. Choose places that are further apart."
        ),
        "airport-missing": N_("No flights are recorded for the country of {place}. Choose another place."),
        "stops-unusable": N_("Choose 0 to {most} stops, and one of these groups of flights: {known}."),
        "criterion-missing": N_("Choose at least one criterion: {known}."),
        "criterion-unknown": N_("'{criterion}' is not a criterion. Choose from: {known}."),
        "limit-unusable": N_("A limit must be a number of 0 or more, for one of these criteria: {known}."),
        "via-too-many": N_("There are too many via places. Choose at most {most}."),
        "transhipments-negative": N_("The number of transhipments must be 0 or more."),
        "avoid-unknown": N_(
            "'{word}' cannot be avoided. Use a country code of the network, a mode ({modes}), or "
            "the id of a node or leg."
        ),
        "country-unknown": N_("'{country}' is not a country code of the network. Choose from: {known}."),
        "cargo-unknown": N_("'{cargo}' is not a kind of cargo. Choose from: {known}."),
        "bulk-cost-unknown": N_(
            "Bulk cargo cannot be compared by cost: only {known} of {legs} legs have a published "
            "cost per tonne. Choose time, co2e, distance, borders or transhipments."
        ),
        "route-missing": N_(
            "No route meets these conditions. Remove an avoid, via, limit or closure setting."
        ),
        "route-unknown": N_("The results have no route '{route}'. Choose from: {known}."),
        "saving-unusable": N_(
            "A saving must be more than 0, and at most {hours} hours or {percent} percent."
        ),
        "unit-unknown": N_("'{unit}' is not a unit of capacity. Choose from: {known}."),
        "samples-unusable": N_("Choose 1 to {most} draws."),
        "need-unusable": N_("Choose an amount from 1 to {most} a year."),
        "second-route-missing": N_(
            "Only one route meets these conditions. Name the second route, or a place that it passes."
        ),
        "pairs-unusable": N_("Choose 1 to {most} pairs of different places, each with a route."),
        "budget-unusable": N_("Choose 1 to {most} works."),
        "flow-unsolved": N_(
            "The maximum flow could not be calculated. Choose other places, or another unit."
        ),
    }


class QuestionError(CorridorError):
    """A question to the engine with a part that is missing, unknown or cannot be read."""

    title = N_("A parameter cannot be used")
    texts: ClassVar[Mapping[str, str]] = {
        "parameter-unknown": N_("Unknown parameter '{name}'. Choose from: {known}."),
        "parameter-missing": N_("The parameter '{name}' is missing. Add it."),
        "value-unknown": N_("{name}: '{value}' is not valid. Choose from: {known}."),
        "number-unusable": N_(
            "{name}: '{value}' cannot be used. Write a number with a decimal point from {least} to {most}."
        ),
        "whole-number-unusable": N_(
            "{name}: '{value}' cannot be used. Write a whole number from {least} to {most}."
        ),
        "list-too-long": N_("{name} has {count} entries. Give at most {most}."),
        "list-too-short": N_("{name} has {count} entries. Give at least {least}."),
        "pair-weight-unusable": N_(
            "'{weight}' is not the weight of one of the pairs. Write it as astana:belgrade=3."
        ),
        "day-unusable": N_("'{value}' is not a date. Write it as 2026-12-01."),
        "kind-unknown": N_("'{kind}' is not a kind of node. Choose from: {known}."),
        "answer-table-unknown": N_("The results have no table '{table}'. Choose from: {known}."),
    }


class SweepError(CorridorError):
    """A sweep that cannot be made, or must not be mixed with another."""

    title = N_("The sweep cannot be run")
    texts: ClassVar[Mapping[str, str]] = {
        "sweep-unusable": N_("Choose rows by {rows}, 0 to {most} samples, and a seed of 0 or more."),
        "sweep-size": N_("The sweep has {tasks} questions. It must have 1 to {most}."),
        "sweep-busy": N_(
            "{running} sweeps run on this server now. Try again in some minutes, or run the command below."
        ),
        "sweep-date-unusable": N_(
            "'{date}' is not a date. Write a year or a day, such as 2028 or 2028-05-01."
        ),
        "sweep-year-twice": N_(
            "The scenario '{scenario}' already has a year. Give the year either in the scenario or as a date."
        ),
        "sweep-file-taken": N_(
            "{file} exists already and does not hold this sweep. Choose another file, or move this one."
        ),
        "sweep-parts-taken": N_(
            "{folder} holds parts of another sweep, or of other data. Choose another output file, "
            "or remove the folder."
        ),
        "sweep-other-data": N_(
            "The worker has other data ({found}) than this sweep ({wanted}). Install the same "
            "version of Corridor Explorer on the worker."
        ),
        "scheduler-unusable": N_(
            "'{scheduler}' is not the address of a scheduler. Write an address such as tcp://127.0.0.1:8786."
        ),
        "scheduler-silent": N_("The scheduler at {scheduler} does not respond: {reason}"),
    }


class PlaceError(CorridorError):
    """Words that name no place, or several."""

    title = N_("The place is unknown or ambiguous")
    texts: ClassVar[Mapping[str, str]] = {
        "place-unclear": N_("'{words}' is ambiguous. Use one of these ids: {places}."),
        "place-unknown": N_("The network has no place called '{words}'. Check the spelling."),
        "place-without-node": N_(
            "{town} has no node in the network. Nearest: {place}, {km} km away. Next: {places}."
        ),
        "place-misspelt": N_("The network has no place called '{words}'. Similar names: {places}."),
        "pair-unknown": N_("'{pair}' is not a pair of countries of the network. Write a pair such as KZ-RS."),
    }


class ScenarioError(CorridorError):
    """A scenario that cannot be read or worked out."""

    title = N_("The scenario cannot be used")
    texts: ClassVar[Mapping[str, str]] = {
        "scenario-too-long": N_("The scenario is too long. Use at most {most} characters."),
        "scenario-too-many-changes": N_("The scenario has too many changes. Use at most {most}."),
        "change-unknown": N_("'{change}' is not a valid change. Use {shapes}, joined by _."),
        "change-repeated": N_("'{change}' repeats an earlier change of the scenario. Remove one of the two."),
        "preset-unknown": N_("There is no scenario from the news called '{preset}'. Known: {known}."),
        "preset-without-changes": N_("'{preset}' cannot be worked out. {missing}"),
        "scenario-name-unusable": N_(
            "The name of the scenario cannot be used. Use at most {most} letters, digits, blanks and common "
            "signs; begin with a letter or a digit."
        ),
        "factor-unusable": N_(
            "'{value}' is not a valid factor. Write a number from {least} to {most} with at most "
            "two decimals, such as 1.5."
        ),
        "year-unusable": N_("'{value}' is not a valid plan year. Write a year from {least} to {most}."),
        "leg-exists": N_(
            "The leg '{leg}' already exists. To change its time, write for example time.{leg}.0.8."
        ),
        "added-leg-ends-alike": N_(
            "'{change}' starts and ends at the same node. Choose two different nodes."
        ),
        "added-leg-number-unusable": N_(
            "{part}: '{value}' cannot be used. Write a whole number from {least} to {most}."
        ),
        "upgrade-unworkable": N_(
            "The effect of the upgrade '{upgrade}' on {quantity} of {subject} cannot be calculated. {reason}"
        ),
    }


class CheckoutError(CorridorError):
    """A file that only a checkout of the sources has."""

    title = N_("The file is not part of an installed package")
    texts: ClassVar[Mapping[str, str]] = {
        "checkout-only": N_("An installed package has no {path}. Give a path with --output."),
    }


class ServerError(CorridorError):
    """The dashboard cannot be served as asked for."""

    title = N_("The dashboard cannot be served")
    texts: ClassVar[Mapping[str, str]] = {
        "port-unusable": N_("Port {port} does not exist. Choose a port from 1 to {last}."),
    }


class ExtraError(CorridorError):
    """A package that only an extra of the installation brings."""

    title = N_("A package is not installed")
    texts: ClassVar[Mapping[str, str]] = {
        "extra-missing": N_(
            "{package} is not installed. Install it with: pip install 'corridor-explorer[{extra}]'"
        ),
    }


class ChartError(CorridorError):
    """A chart that nothing can be drawn on, or that cannot be drawn as asked for."""

    title = N_("The chart cannot be drawn")
    texts: ClassVar[Mapping[str, str]] = {
        "chart-empty-scatter": N_("No route has both a time and a cost."),
        "chart-empty-years": N_(
            "No source gives a volume or capacity of {name} for a whole year that could be drawn. Ask for "
            "another subject or unit."
        ),
        "chart-empty-spread": N_("Fewer than two claims on {name} carry numbers, so there is no spread."),
        "chart-empty-trade": N_("No figure of trade between the two countries is recorded."),
        "chart-empty-projects": N_("No chosen project has a published date."),
        "chart-empty-visit": N_("{name}: nothing that was signed or spoken of is recorded."),
        "chart-empty-heat": N_("There is no answer yet."),
        "chart-empty-week": N_("No flight is known between these two airports."),
        "chart-empty-journeys": N_("No route here has a known time."),
        "chart-empty-rivals": N_("The dataset holds no corridor."),
        "chart-empty-tornado": N_("No time of this route is known."),
        "chart-empty-portfolios": N_("None of these works saves time on these pairs of places."),
        "chart-empty-pairs": N_(
            "These data lack Kazakhstan, Serbia, or another pair of countries to compare them with."
        ),
    }


class WeightError(CorridorError):
    """Weights, a normalisation or an aggregation that an index cannot be made with."""

    title = N_("The index cannot be calculated")
    texts: ClassVar[Mapping[str, str]] = {
        "weight-unreadable": N_(
            "'{weight}' is not a valid weight. Write a part and a number of 0 or more, such as time=3."
        ),
        "weights-unusable": N_("Weights must be 0 or more, and at least one must be greater than 0."),
        "part-unknown": N_("'{part}' is not a part of the index. Choose from: {known}."),
        "normalisation-unknown": N_("Unknown normalisation '{name}'. Choose from: {known}."),
        "aggregation-unknown": N_("Unknown aggregation '{name}'. Choose from: {known}."),
    }


class StoryError(CorridorError):
    """A story that cannot be read, or whose figure stands for nothing."""

    title = N_("The story cannot be shown")
    texts: ClassVar[Mapping[str, str]] = {
        "story-empty": N_(
            "The story has no slides. Write a title, then at least one slide after a line ---."
        ),
        "story-title": N_("The story has no title. Begin it with a line 'title: ...'."),
        "story-head": N_(
            "Line {line}: '{text}' cannot stand before the first slide. Write 'title: ...' or 'summary: ...'."
        ),
        "story-long": N_("The story has too many slides. Use at most {most}."),
        "story-heading": N_("Line {line}: this slide has no heading. Add a line '# ...'."),
        "slide-kind": N_("Line {line}: '{text}' is not a kind of slide. Choose from: {kinds}."),
        "slide-addresses": N_(
            "Line {line}: a slide of the kind '{kind}' shows {count} views. Put '|' between two views."
        ),
        "slide-address": N_(
            "Line {line}: '{text}' is not a view. Copy what stands behind the last / of its link."
        ),
        "slide-long": N_(
            "Line {line}: this slide is too long. Use at most {paragraphs} paragraphs and {figures} figures."
        ),
        "text-long": N_("Line {line}: this text is too long. Use at most {most} characters."),
        "figure-unknown": N_("Line {line}: nothing says what '{name}' is. Add a line 'figure {name} = ...'."),
        "figure-reference": N_(
            "Line {line}: '{text}' is not a figure. Write 'claim ID', a type, an id and a quantity, "
            "or a view with '#' and the name of its figure."
        ),
        "figure-missing": N_("The figure '{name}' of the slide '{slide}' is not in the data any more."),
        "link-broken": N_("The link of this story is cut or changed. Ask for it again, or open its file."),
        "link-long": N_("The story is too long for a link of {most} characters. Save it as a file."),
    }


def kinds(of: type[CorridorError] = CorridorError) -> Iterator[type[CorridorError]]:
    """Iterate over the classes of errors that are loaded, the general one first."""
    yield of
    for kind in of.__subclasses__():
        yield from kinds(kind)


def _told(value: object, translate: Callable[[str], str], name: Callable[[Mapping[str, Any]], str]) -> str:
    """Write a value as it stands in a text."""
    if isinstance(value, Phrase):
        return translate(str(value))
    if isinstance(value, Named):
        return f"{value.id_} ({name(value.row)})"
    if isinstance(value, str):
        return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
    if isinstance(value, tuple | list):
        return ", ".join(_told(one, translate, name) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _restored(kind: type[CorridorError], args: tuple[object, ...], state: dict[str, object]) -> CorridorError:
    """Make an error again as it was in another process."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
