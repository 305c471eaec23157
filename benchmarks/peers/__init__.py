"""The floors and peers that the pages are compared with."""
