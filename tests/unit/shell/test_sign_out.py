"""The link to sign out stands in the header only where visitors have signed in, in their language."""

from ui.link.named import view_of
from ui.settings.environment import SIGN_IN
from ui.shell import page


def test_one_can_sign_out_only_where_one_has_signed_in(monkeypatch):
    view = view_of("routes", {"lang": ["kk"]})
    monkeypatch.delenv(SIGN_IN, raising=False)
    assert page._sign_out(view) is None
    monkeypatch.setenv(SIGN_IN, "@ministry.example")
    link = str(page._sign_out(view))
    assert 'href="./sign-out?lang=kk"' in link
    assert ">Шығу</a>" in link
