"""A click that reaches a session which has never drawn the page is answered as in one that has."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body alone

    from ui.server import unheard  # noqa: PLC0415 - the same

    def chosen():
        st.query_params["want"] = st.session_state["choice"]

    def pressed():
        st.query_params["pressed"] = "1"

    messages = unheard.sent()
    st.session_state["choice"] = st.query_params.get("want", "all")
    st.selectbox("What matters", ["all", "cheapest"], key="choice", on_change=chosen)
    st.button("Swap", on_click=pressed)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    unheard.replay(messages)


@pytest.fixture
def ids():
    """Ids of the widgets: the same in every session."""
    drawn = AppTest.from_function(page, default_timeout=60).run()
    return drawn.selectbox[0].id, drawn.button[0].id


def fresh(*states):
    """Run the page in a session of its own, with what a browser sends that drew it in another one."""
    return AppTest.from_function(page, default_timeout=60)._run(widget_state=WidgetStates(widgets=states))


def said(app, key):
    """Value of a key of the address, which a test finds as a text or as a list of one."""
    value = app.query_params[key]
    return value if isinstance(value, str) else value[0]


def test_a_choice_is_heard_by_a_session_that_never_drew_the_page(ids):
    app = fresh(WidgetState(id=ids[0], string_value="cheapest"))
    assert said(app, "want") == "cheapest"
    assert app.selectbox[0].value == "cheapest"
    assert app.session_state["runs"] == 2


def test_a_button_is_heard_by_a_session_that_never_drew_the_page(ids):
    app = fresh(WidgetState(id=ids[0], string_value="all"), WidgetState(id=ids[1], trigger_value=True))
    assert said(app, "pressed") == "1"
    assert "want" not in app.query_params


def test_what_the_page_shows_anyway_does_not_run_it_again(ids):
    app = fresh(WidgetState(id=ids[0], string_value="all"), WidgetState(id=ids[1], trigger_value=False))
    assert app.session_state["runs"] == 1
    assert "want" not in app.query_params
    assert "pressed" not in app.query_params


def test_a_widget_that_the_page_has_no_more_is_passed_over(ids):
    app = fresh(WidgetState(id=ids[0].replace("choice", "gone"), string_value="cheapest"))
    assert app.session_state["runs"] == 1
    assert not app.exception


def test_a_session_that_goes_on_is_left_to_streamlit():
    app = AppTest.from_function(page, default_timeout=60).run()
    app.selectbox[0].select("cheapest")
    app.run()
    assert said(app, "want") == "cheapest"
    assert app.session_state["runs"] == 2
