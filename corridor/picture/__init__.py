"""Maps as vector pictures, drawn without a browser from plain data; the palette of all colours."""
