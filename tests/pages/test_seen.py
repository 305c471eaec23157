"""A page that several tests read is opened once, and none of them can run it again."""

import pytest

from tests.pages.conftest import written


def test_what_others_read_is_opened_once_and_cannot_be_run(seen, visit):
    app = seen("sources", lang="en", q="aktau")
    assert seen("sources", q="aktau", lang="en") is app
    assert written(app) == written(visit("sources", lang="en", q="aktau"))
    for run in (app.run, app.text_input(key="bound-search").set_value("x").run):
        with pytest.raises(pytest.fail.Exception, match="visit"):
            run()
