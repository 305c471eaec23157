"""How much a visitor may bring. The shipped package is a tenth of each limit or less."""

MB = 1_000_000

# All files of one upload together, as they arrive; `.streamlit/config.toml` holds each to the same.
UPLOAD_BYTES = 20 * MB
FILES = 40

# What an archive may hold. Real tables shrink to a fifth, XML of workbooks to a thirtieth.
ENTRIES = 2_000  # with those that are passed over
MEMBERS = 200
UNPACKED_BYTES = 60 * MB
UNPACKED_TIMES = 120
UNPACKED_FREE_BYTES = MB  # below this the rate does not matter
PATH_LENGTH = 240

# What a table may hold.
ROWS = 50_000
PLACES = 5_000  # rows of nodes, legs and corridor_legs, which pages draw or list in full
COLUMNS = 120
CELLS = 400_000  # rows times columns
CELL_LENGTH = 20_000

# What lines may hold.
POINTS = 60_000
LINE_POINTS = 5_000
LINE_PARTS = 200
BRACKETS = 4 * POINTS
LINE_OFF_KM = 50.0

# How far below the top of a sheet the column names may stand.
HEAD_ROWS = 30

# What a report lists before it only counts.
FINDINGS = 5_000
