"""The peer: the documented way to draw the same layers with folium and streamlit-folium.

One thing differs: Leaflet comes from a local file, as a default map draws nothing offline.
"""

import json
import os
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

GEO = Path(os.environ["BENCH_GEO"])
STATIC = "/app/static"
folium.Map.default_js = [("leaflet", f"{STATIC}/leaflet.js")]
folium.Map.default_css = [("leaflet_css", f"{STATIC}/leaflet.css")]

choice = st.selectbox("Choose", ["rail", "sea", "road"])
world = folium.Map(location=[44, 48], zoom_start=4, tiles=None)
for name in ("countries", "lakes", "rivers", "railways"):
    folium.GeoJson(json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8")), name=name).add_to(world)
legs = json.loads((GEO / "legs.geojson").read_text(encoding="utf-8"))
colour = {True: "#0f6e84", False: "#9aa5ad"}
folium.GeoJson(
    legs,
    name="legs",
    style_function=lambda leg: {"color": colour[leg["properties"]["mode"] == choice], "weight": 3},
).add_to(world)
st.write(f"shown {choice}")
st_folium(world, width=1000, height=520)
