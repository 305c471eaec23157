"""Sharing a view: link, QR code, frame, message, preview picture."""
