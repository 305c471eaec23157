"""The link to report a mistake at a claim or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.look.markup import tag
from ui.settings.contact import mail

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View


def report_claim(view: View, claim_id: str) -> Markup | None:
    """Link a mail that names a claim; None if the operator has set no address."""
    return _report(view, claim_id, f"sources?claim={claim_id}")


def report_figure(view: View, about: str) -> Markup | None:
    """Link a mail that names a figure in words; None as for `report_claim`."""
    return _report(view, about, "")


def _report(view: View, about: str, path: str) -> Markup | None:
    """Link a mail about something."""
    _ = view.words.gettext
    lines = (
        about,
        _("Data {version}").format(version=view.dataset.version),
        _("What is wrong, and which source says so:"),
        "",
    )
    address = mail(f"{_('Corridor Explorer')}: {about}", *lines, path=path)
    return tag("a", _("Report a mistake"), href=address, class_="cx-report") if address else None
