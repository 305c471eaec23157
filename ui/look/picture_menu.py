"""The small menu of every map and every chart: copy, save in a size and in light or dark, link, embed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.publication.forms import FORMS, SIZES, THEMES
from corridor.publication.parts import CHART
from ui.language.text import N_
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Address = Callable[[str], str]

API = "./api/v1/chart"
_SIZES: Mapping[str, str] = {"slide": N_("Slide"), "a4": N_("A4 sheet"), "square": N_("Square")}
_THEMES: Mapping[str, str] = {"light": N_("Light"), "dark": N_("Dark")}
PICTURES = tuple(form for form in FORMS.values() if form.kind == "picture")
"""Forms of a picture."""


def chart_menu(
    view: View, chart: Chart, keys: Mapping[str, str], *, is_of_view: bool = True
) -> Markup | None:
    """
    Draw the closed menu of a chart of the page.

    Parameters
    ----------
    view
        The visit. Of a visitor's own data there is no address that others could ask, so None.
    chart
        The chart.
    keys
        What it is of: keys of its address in the API, which serves where no script runs.
    is_of_view
        Whether it is among the charts of the files of the view; else its pictures are those of the API.
    """
    if view.own:
        return None
    asked = urlencode({**keys, "lang": view.lang})
    plain = {form: f"{API}/{chart.name}.{form.lower()}?{asked}" for form in ("PNG", "SVG", "PDF")}
    data = tag("a", "JSON", href=f"{API}/{chart.name}.json?{asked}", rel="nofollow")
    figures = tag("p", view.words.gettext("Figures of the chart"), " ", data, class_="menu-data")
    own = "" if is_of_view else f"{chart.name}?{asked}"
    return _closed(view, f"{CHART}{chart.id}", chart.title, plain, figures, own)


def part_menu(view: View, part: str, title: str) -> Markup | None:
    """
    Draw the closed menu of a map, or of a chart that only its view can draw.

    Where no script runs its links save the part as it stood when the page was drawn.
    """
    if view.own:
        return None
    keys = urlencode([*encode(stamped(view)).items(), ("part", part)])
    files = {form.label: f"./brief/{view.page}.{form.name}?{keys}" for form in PICTURES}
    return _closed(view, part, title, files)


def panel_menu(view: View, chart: Chart, keys: Mapping[str, str]) -> Markup | None:
    """Draw the menu of a chart that stands in a panel: whole, for nothing is fetched for it."""
    if view.own:
        return None
    asked = urlencode({**keys, "lang": view.lang})

    def address(form: str) -> str:
        return f"{API}/{chart.name}.{form}?{asked}&size={SIZES[0]}"

    word = view.words.gettext("Save or share")
    data = tag("a", "JSON", href=f"{API}/{chart.name}.json?{asked}", rel="nofollow")
    figures = tag("p", view.words.gettext("Figures of the chart"), " ", data, class_="menu-data")
    return tag(
        "details",
        tag("summary", word, aria_label=f"{word}: {chart.title}"),
        tag("div", pictures(view, address), figures, class_="menu-inside"),
        class_="cx-menu is-inside",
    )


def pictures(view: View, address: Address, *, heading: str = "", theme: str = THEMES[0]) -> Markup:
    """
    Write what copies and saves a picture.

    ``static/own/share.js`` copies the picture and puts what is chosen into the addresses; without it the
    links save a slide.

    Parameters
    ----------
    view
        The visit.
    address
        Gives the address of a picture in a form: "png", "svg", "pdf".
    heading
        What stands beside the button; nothing if empty.
    theme
        The theme that is chosen at first.
    """
    _ = view.words.gettext

    def themed(form: str) -> str:
        return address(form) if theme == THEMES[0] else f"{address(form)}&theme={theme}"

    links = [tag("a", form.label, href=themed(form.ending), download="", rel="nofollow") for form in PICTURES]
    return tag(
        "section",
        tag("div", tag("h4", heading) if heading else None, _copy(view, themed("png")), class_="share-head"),
        tag(
            "div",
            _choice(view, "size", _("Size"), SIZES, _SIZES, SIZES[0]),
            _choice(view, "theme", _("Colours"), THEMES, _THEMES, theme),
            class_="share-choices",
        ),
        tag("p", tag("span", _("Save as")), *links, class_="share-files"),
        class_="share-picture",
    )


def _closed(
    view: View,
    part: str,
    title: str,
    plain: Mapping[str, str],
    data: Markup | None = None,
    own: str = "",
) -> Markup:
    """
    Draw a closed menu with plain links.

    ``static/own/share.js`` fetches the whole menu when it is opened, for the address as it stands then.
    """
    _ = view.words.gettext
    links = [tag("a", form, href=address, rel="nofollow") for form, address in plain.items()]
    word = _("Save or share")
    return tag(
        "details",
        tag("summary", word, aria_label=f"{word}: {title}"),
        tag(
            "div",
            tag("p", tag("span", _("Save as")), *links, class_="share-files"),
            data,
            class_="panel",
            data_share=view.page,
            data_part=part,
            data_chart=own or None,
        ),
        class_="claim cx-menu",
        name="claim",
        lang=view.lang,
    )


def _copy(view: View, picture: str) -> Markup:
    """Write the button that copies a picture by its address; where the browser refuses, it is saved."""
    _ = view.words.gettext
    return tag(
        "button",
        _("Copy picture"),
        type="button",
        class_="cx-copy",
        data_picture=picture,
        data_done=_("Copied"),
        data_saved=_("Not copied: the picture was saved instead."),
    )


def _choice(
    view: View, name: str, title: str, values: Iterable[str], words: Mapping[str, str], chosen: str
) -> Markup:
    """Write a choice."""
    options = [
        tag("option", view.words.gettext(words[value]), value=value, selected=value == chosen)
        for value in values
    ]
    return tag("label", tag("span", title), tag("select", *options, name=name))
