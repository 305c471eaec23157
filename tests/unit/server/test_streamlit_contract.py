"""What we rest on inside Streamlit and streamlit-folium: where it stands, and what an upgrade would break."""

import importlib
import re
from pathlib import Path

import folium
import pytest
import streamlit
import streamlit as st
import streamlit_folium
from streamlit.testing.v1 import AppTest

from ui.server import addresses, document, plain_page
from ui.serving import bundle, map_frame
from ui.serving.assets import MAP_FRAME, assets

ROOT = Path(__file__).parents[3]
BUNDLE = bundle.STREAMLIT_PAGE.parent / "static" / "js"
SHEET = ROOT / "ui" / "serving" / "streamlit.css"
UPGRADE = f"Streamlit {streamlit.__version__}"

# Words that only a file at the border may hold, and the files that do. What lies in `static/map` runs in the
# frame that streamlit-folium gives it, and so looks out of it.
INSIDES = {
    "a class or test id of its elements": (
        r"\.st[A-Z]\w+|data-testid|react-aria|data-test-",
        {"ui/serving/streamlit.css", "static/own/streamlit.js"},
    ),
    "the event that runs a page": (r"popstate", {"static/own/streamlit.js"}),
    "what its page tells its script": (r"__streamlit", {"ui/server/document.py"}),
    "its page and the parts of its bundle": (
        r"STREAMLIT_PAGE|static/js|static/media",
        {"ui/server/document.py", "ui/serving/bundle.py", "ui/serving/assets.py", "ui/serving/map_page.py"},
    ),
    "private members": (
        r"_session_mgr|_session_storage|session_state\._|_new_widget_state|_component_func|component_registry",
        {"ui/serving/uploads.py", "ui/serving/map_frame.py", "ui/server/unheard.py"},
    ),
    "modules that are not documented": (
        r"streamlit\.(?:runtime|proto|web|elements)|from streamlit import (?:runtime|auth_util)",
        {
            "ui/serving/uploads.py",
            "ui/server/unheard.py",
            "ui/server/first_visits.py",
            "ui/server/streamlit_auth.py",
        },
    ),
    "addresses and routes of its server": (
        r"_stcore|/component/|static-assets",
        {
            "ui/serving/uploads.py",
            "ui/serving/assets.py",
            "ui/server/addresses.py",
            "ui/server/crawlers.py",
            "ui/server/headers.py",
            "ui/server/observed.py",
        },
    ),
    "signing in": (r"_streamlit_user|oauth2callback|auth/log", {"ui/server/streamlit_auth.py"}),
    "open files of the process": (r"/dev/fd", {"ui/server/sockets.py"}),
    "what lies round a frame": (r"frameElement|window\.parent", {"static/map"}),
}


def sources():
    """Every file of ours that a browser or the server runs, with its text without comments of Python."""
    for folder in ("ui", "pages", "corridor", "static/own", "static/map"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".js", ".css"}:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", INSIDES)
def test_insides_of_streamlit_stand_at_the_border_only(name):
    pattern, allowed = INSIDES[name]
    found = {path for path, text in sources() if re.search(pattern, text)}
    outside = {path for path in found if path not in allowed and path.rpartition("/")[0] not in allowed}
    assert not outside, f"{name}: move it to {sorted(allowed)}"
    unused = {one for one in allowed if not any(path.startswith(one) for path in found)}
    assert not unused, f"{name}: {sorted(unused)} rests on it no more; shorten the list"


def test_the_start_page_has_each_place_that_we_fill(caplog):
    document._tell.cache_clear()
    page = document.page()
    document.in_language(page, "kk")
    told = [one.getMessage() for one in caplog.records]
    assert not told, f"{UPGRADE} words its start page otherwise: {told}"


def test_lists_search_with_ours():
    assert bundle.changed() is not None, f"{UPGRADE}: spellings in other languages are not found in lists"


@pytest.mark.parametrize("element", bundle.ELEMENTS)
def test_the_bundle_has_a_part_for_each_element_of_ours(element):
    assert list(BUNDLE.glob(f"{element}.*.js")), f"{UPGRADE}: {element} is fetched later than it could be"


def names_in_sheet():
    text = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    return sorted(set(re.findall(r"\.(st[A-Z]\w+)|data-testid=\"(\w+)\"|\.(react-aria-\w+)", text)))


@pytest.fixture(scope="module")
def script():
    """Streamlit's whole bundle."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(BUNDLE.glob("*.js")))


def test_the_sheet_names_what_the_bundle_draws(script):
    names = {"".join(one) for one in names_in_sheet()}
    assert len(names) > 10
    lost = {name for name in names if name not in script}
    assert not lost, f"{UPGRADE} draws no {sorted(lost)}: these rules of {SHEET.name} do nothing"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("data-test-connection-state", "open pages do not run again after a restart"),
        ("data-test-script-state", "open pages do not run again after a restart"),
        ("CONNECTED", "open pages do not run again after a restart"),
        ("rerunRequested", "open pages do not run again after a restart"),
        ("notRunning", "open pages do not run again after a restart"),
        ("popstate", "links within a page load it anew"),
        ("stMain", "a page that is opened within a visit begins where the last one stood"),
        ("__streamlit", "a deep link seeks the server part by part"),
        ("BACKEND_BASE_URL", "a deep link seeks the server part by part"),
        ("enableCustomParentMessages", "a page asks for the host's settings before it begins"),
    ],
)
def test_the_bundle_knows_what_our_page_and_scripts_rest_on(script, text, broken):
    assert text in script, f"{UPGRADE} has no {text}: {broken}"


def test_the_route_of_streamlits_page_is_told_from_the_others():
    server = Path(streamlit.__file__).parent / "web" / "server"
    named = [
        path for path in server.rglob("*.py") if f'name="{addresses._STREAMLITS_PAGE}"' in path.read_text()
    ]
    assert named, f"{UPGRADE} answers unknown addresses with its page and status 200"


def test_the_frame_of_the_map_is_served_from_here():
    page = assets().get(f"{MAP_FRAME}index.html")
    assert page is not None, "streamlit-folium keeps its frame elsewhere: the map stays empty"
    name = MAP_FRAME.strip("/").partition("/")[2]
    assert streamlit_folium._component_func.name == name, "the frame of the map is asked for elsewhere"
    # Two levels below the root of the server, from where the map's script fetches its layers.
    assert MAP_FRAME.count("/") == 3


def test_what_streamlit_folium_sends_to_the_frame_is_recorded(monkeypatch):
    def made():
        base, group = folium.Map(tiles=None), folium.FeatureGroup(name="scene")
        group.add_child(folium.CircleMarker((43.2, 76.9)))
        return base, group

    recorded = map_frame.arguments(made, key="map-test", height=300)
    sent = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **given: sent.update(given))
    streamlit_folium.st_folium(
        made()[0], key="map-test", height=300, use_container_width=True, returned_objects=[],
        feature_group_to_add=made()[1],
    )  # fmt: skip
    assert sent, "streamlit-folium calls its component by another name: the map is empty"
    assert {*recorded, "on_change"} == {*sent}
    assert recorded["key"] == sent["key"], "the frame starts anew when the map has sent something"
    assert "circleMarker" in recorded["feature_group"]


@pytest.mark.parametrize(
    ("module", "member", "broken"),
    [
        ("streamlit.runtime", "get_instance", "no page is drawn before its first visitor"),
        ("streamlit.runtime", "Runtime.connect_session", "no page is drawn before its first visitor"),
        ("streamlit.runtime", "Runtime.close_session", "no page is drawn before its first visitor"),
        ("streamlit.runtime", "Runtime.handle_backmsg", "no page is drawn before its first visitor"),
        ("streamlit.runtime", "Runtime.uploaded_file_mgr", "uploads are not bounded"),
        ("streamlit.proto.BackMsg_pb2", "BackMsg", "no page is drawn before its first visitor"),
        ("streamlit.proto.ForwardMsg_pb2", "ForwardMsg", "no page is drawn before its first visitor"),
        ("streamlit.proto.WidgetStates_pb2", "WidgetStates", "the first click after a restart is lost"),
        (
            "streamlit.runtime.scriptrunner_utils.script_requests",
            "RerunData",
            "the first click after a restart is lost",
        ),
        (
            "streamlit.runtime.scriptrunner_utils.script_run_context",
            "get_script_run_ctx",
            "the first click after a restart is lost",
        ),
        *(
            (f"streamlit.{module}", member, "nobody can sign in")
            for module, member in (
                ("auth_util", "encode_provider_token"),
                ("auth_util", "get_cookie_with_chunks"),
                ("auth_util", "get_origin_from_redirect_uri"),
                ("auth_util", "get_validated_redirect_uri"),
                ("auth_util", "is_authlib_installed"),
                ("auth_util", "validate_auth_credentials"),
                ("web.server.server_util", "get_cookie_secret"),
                ("web.server.starlette.starlette_app_utils", "decode_signed_value"),
                ("web.server.starlette.starlette_server_config", "USER_COOKIE_NAME"),
            )
        ),
        (
            "streamlit.runtime.websocket_session_manager",
            "WebsocketSessionManager.list_sessions",
            "files of ended visits stay until another visit ends",
        ),
        (
            "streamlit.runtime.memory_uploaded_file_manager",
            "MemoryUploadedFileManager.remove_session_files",
            "files of ended visits stay until another visit ends",
        ),
    ],
)
def test_the_modules_have_what_we_call(module, member, broken):
    found = importlib.import_module(module)
    for part in member.split("."):
        found = getattr(found, part, None)
        assert found is not None, f"{UPGRADE} has no {member} in {module}: {broken}"


def test_a_session_stores_its_widgets_as_we_read_them(caplog):
    def page():
        import streamlit as st  # noqa: PLC0415 - AppTest runs the body alone

        from ui.server import unheard  # noqa: PLC0415 - the same

        st.text(f"{len(unheard.sent())} unheard")

    app = AppTest.from_function(page, default_timeout=60).run()
    assert app.text[0].value == "0 unheard"
    told = [one.getMessage() for one in caplog.records if "widgets differently" in one.getMessage()]
    assert not told, f"{UPGRADE}: {told}"


def test_pages_for_unknown_addresses_have_their_font_after_the_first_visit_too(monkeypatch):
    get = st.get_option
    before = {"family": "Inter", "url": "app/a.woff2", "unicodeRange": "U+20", "weight": "100 900"}
    after = {("weight_range" if name == "weight" else name): value for name, value in before.items()}
    for face in (before, after):
        monkeypatch.setattr(
            st, "get_option", lambda name, face=face: [face] if name == "theme.fontFaces" else get(name)
        )
        assert "font-weight:100 900;" in plain_page._sheet.__wrapped__(), (
            f"{UPGRADE} renames options of fonts: an unknown address is answered with status 500"
        )
