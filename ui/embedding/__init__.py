"""One part of a view for a frame in another page, and how that page learns of it (oEmbed)."""
